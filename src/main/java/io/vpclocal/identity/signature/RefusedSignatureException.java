package io.vpclocal.identity.signature;

/** The one exception of this package: a request whose proof of origin is refused, and why. */
public final class RefusedSignatureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SignatureFailure failure;

    /** A refusal carries no stack trace: it is an answer to the caller, and floods of them must stay cheap. */
    public RefusedSignatureException(SignatureFailure failure) {
        super(failure.toString(), null, false, false);
        this.failure = failure;
    }

    public SignatureFailure failure() {
        return failure;
    }
}
