package io.vpclocal.identity;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Caller;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WireRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who sent a call that another server answers. */
public interface ForwardedCallers {

    /** How a service words its errors. */
    enum Wording {
        /** Amazon S3: XML, codes of its own. */
        S3,
        /** A JSON service. */
        JSON,
        /** A query service. */
        QUERY
    }

    /**
     * @param wire the request as it arrived; without its body if {@code payload} is given
     * @param service the signing name that the signature must be scoped to
     * @param payload what the request says of its body instead of the body's hash, in {@code x-amz-content-sha256};
     *     null to hash the body
     * @throws AwsException if the key, the signature, the token or the date is not acceptable
     */
    Sender sender(WireRequest wire, String service, Wording wording, @Nullable String payload);

    /** The root user that a key stands for which is not checked; empty for keys that must sign. */
    Optional<Sender> unchecked(String keyId, String region);

    /** The sender of a request without any credentials, which Amazon S3 alone takes. */
    Sender anonymous(String region);

    /**
     * @param scope the caller's account, and the Region that the request was signed for
     * @param chunks verifies a body that follows in signed pieces; null for keys that are not checked
     */
    record Sender(Caller caller, Scope scope, @Nullable ChunkSignatures chunks) {}
}
