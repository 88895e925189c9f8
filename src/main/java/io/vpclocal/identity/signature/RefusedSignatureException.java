package io.vpclocal.identity.signature;

/** Thrown when the credentials of a request are refused, with the reason. */
public final class RefusedSignatureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SignatureFailure failure;

    /** Has no stack trace, so that many refused requests stay cheap. */
    public RefusedSignatureException(SignatureFailure failure) {
        super(failure.toString(), null, false, false);
        this.failure = failure;
    }

    public SignatureFailure failure() {
        return failure;
    }
}
