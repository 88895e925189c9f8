package io.vpclocal.identity;

/**
 * Verifies a body that was signed in chunks. Each signature covers the one before it, the first one the signature of
 * the request (AWS documentation, Amazon S3 API Reference, "Signature calculations for the Authorization header:
 * chunked upload"). Used by one thread, in the order of the chunks.
 */
public interface ChunkSignatures {

    /**
     * @param sha256 SHA-256 of the chunk, in lower-case hex
     * @param signature the signature sent with the chunk
     * @return false if the signature does not match
     */
    boolean chunk(String sha256, String signature);

    /** @param sha256 SHA-256 of the trailing headers, each {@code name:value} and a line feed */
    boolean trailer(String sha256, String signature);
}
