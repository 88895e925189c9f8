package io.vpclocal.identity.caller;

import io.vpclocal.identity.ForwardedCallers;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.identity.signature.BasicCredential;
import io.vpclocal.identity.signature.RefusedSignatureException;
import io.vpclocal.identity.signature.S3SignatureErrors;
import io.vpclocal.identity.signature.SignatureErrors;
import io.vpclocal.identity.signature.SignatureFailure;
import io.vpclocal.identity.signature.SignedRequest;
import io.vpclocal.identity.signature.WireError;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WireRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Authenticates forwarded calls with the same keys and signatures, and with the errors of the called service. */
@Component
class ForwardedCallAuthenticator implements ForwardedCallers {

    /** The account of an anonymous caller. No account equals it. */
    private static final String NO_ACCOUNT = "anonymous";

    private final CallerAuthenticator authenticator;

    ForwardedCallAuthenticator(CallerAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public Sender sender(WireRequest wire, String service, Wording wording, @Nullable String payload) {
        SignedRequest request =
                new SignedRequest(wire.method(), wire.path(), wire.query(), wire.headers(), wire.body());
        try {
            Optional<BasicCredential> basic = BasicCredential.parse(request);
            CallerAuthenticator.Proof proof = basic.isPresent()
                    ? new CallerAuthenticator.Proof(authenticator.basic(basic.get(), wire, service), null)
                    : authenticator.prove(request, service, payload);
            return new Sender(proof.who().caller(), proof.who().scope(), proof.chunks());
        } catch (RefusedSignatureException e) {
            WireError error = error(e.failure(), wording, request);
            throw new AwsException(error.code(), error.message(), error.status());
        }
    }

    @Override
    public Optional<Sender> unchecked(String keyId, String region) {
        return authenticator.open(keyId)
                ? Optional.of(CallerAuthenticator.root(keyId, region))
                        .map(who -> new Sender(who.caller(), who.scope(), null))
                : Optional.empty();
    }

    @Override
    public Sender anonymous(String region) {
        Scope scope = new Scope(NO_ACCOUNT, region);
        Principal nobody =
                new Principal(PolicyPrincipal.anonymous(), IamScope.of(scope), NO_ACCOUNT, null, Permissions.NONE);
        return new Sender(nobody, scope, null);
    }

    private static WireError error(SignatureFailure failure, Wording wording, SignedRequest request) {
        return switch (wording) {
            case S3 -> S3SignatureErrors.of(failure, request);
            case JSON -> SignatureErrors.of(failure, SignatureErrors.Family.JSON);
            case QUERY -> SignatureErrors.of(failure, SignatureErrors.Family.QUERY);
        };
    }
}
