package io.vpclocal.identity;

/**
 * Verifies a body that was signed in pieces: each signature covers the one before it, the first one that of the request
 * (AWS documentation, Amazon S3 API Reference, "Signature calculations for the Authorization header: chunked upload").
 * Used by one thread, in the order of the pieces.
 */
public interface ChunkSignatures {

    /**
     * @param sha256 of the piece, in lower-case hex
     * @param signature the one that came with it
     * @return false if another one was expected
     */
    boolean chunk(String sha256, String signature);

    /** @param sha256 of the trailing headers, each {@code name:value} and a line feed */
    boolean trailer(String sha256, String signature);
}
