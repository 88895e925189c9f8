package io.vpclocal.flowlog.s3;

/** Where objects of flow logs are put. */
public interface ObjectStore extends AutoCloseable {

    /** What there is to say of a bucket before anything is put there. */
    enum BucketState {
        THERE,
        MISSING,
        DENIED,
        UNREACHABLE
    }

    BucketState bucket(String bucket);

    /**
     * Puts an object; one of the same key is replaced, whole or not at all.
     *
     * @throws ObjectStoreException if it could not be put
     */
    void put(String bucket, String key, byte[] content, String contentType);

    /** Gives back what the store holds, and removes what was made only for the life of the process. */
    @Override
    default void close() {}
}
