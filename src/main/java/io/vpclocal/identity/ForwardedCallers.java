package io.vpclocal.identity;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Caller;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WireRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Authenticates the sender of a call that another server answers. */
public interface ForwardedCallers {

    /** The error format of a service. */
    enum Wording {
        /** Amazon S3: XML with its own codes. */
        S3,
        /** JSON services. */
        JSON,
        /** Query services. */
        QUERY
    }

    /**
     * @param wire the request as it arrived; without its body if {@code payload} is given
     * @param service the signing name that the signature must be scoped to
     * @param payload the value of {@code x-amz-content-sha256}, used instead of the body's hash; null to hash the body
     * @throws AwsException if the key, the signature, the token or the date is not acceptable
     */
    Sender sender(WireRequest wire, String service, Wording wording, @Nullable String payload);

    /** The root user of an open key, whose signature is not checked. Empty for keys that must sign. */
    Optional<Sender> unchecked(String keyId, String region);

    /** The anonymous sender of a request without credentials. Only Amazon S3 accepts such requests. */
    Sender anonymous(String region);

    /**
     * @param scope the caller's account, and the Region that the request was signed for
     * @param chunks verifies a body sent in signed chunks; null for open keys
     */
    record Sender(Caller caller, Scope scope, @Nullable ChunkSignatures chunks) {}
}
