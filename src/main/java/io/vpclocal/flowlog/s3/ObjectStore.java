package io.vpclocal.flowlog.s3;

/** Storage for the objects of flow logs. */
public interface ObjectStore extends AutoCloseable {

    /** The state of a bucket before the first put. */
    enum BucketState {
        THERE,
        MISSING,
        DENIED,
        UNREACHABLE
    }

    BucketState bucket(String bucket);

    /**
     * Puts an object. It replaces an object of the same key completely or not at all.
     *
     * @throws ObjectStoreException if the put failed
     */
    void put(String bucket, String key, byte[] content, String contentType);

    /** Releases the store's resources and deletes temporary directories. */
    @Override
    default void close() {}
}
