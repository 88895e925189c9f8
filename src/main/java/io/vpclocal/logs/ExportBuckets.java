package io.vpclocal.logs;

/** The S3 buckets that logs are exported to. Implemented by the module that delivers to S3. */
public interface ExportBuckets {

    /** What a bucket answers. */
    enum Access {
        GRANTED,
        MISSING,
        DENIED,
        UNREACHABLE
    }

    Access check(String bucket);

    /** Puts an object. It replaces an object of the same key completely or not at all. */
    Access put(String bucket, String key, byte[] content, String contentType);
}
