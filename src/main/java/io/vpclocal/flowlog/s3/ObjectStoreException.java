package io.vpclocal.flowlog.s3;

/** A failed put of an object. */
public final class ObjectStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean denied;

    ObjectStoreException(String message, boolean denied, Throwable cause) {
        super(message, cause);
        this.denied = denied;
    }

    /** True if the bucket does not exist or denies access, which its owner can fix. */
    public boolean denied() {
        return denied;
    }
}
