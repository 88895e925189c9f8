package io.vpclocal.flowlog.s3;

/** An object could not be put. */
public final class ObjectStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean denied;

    ObjectStoreException(String message, boolean denied, Throwable cause) {
        super(message, cause);
        this.denied = denied;
    }

    /** True if the bucket does not exist or does not let us in: what its owner can mend. */
    public boolean denied() {
        return denied;
    }
}
