package io.vpclocal.logs.store;

/**
 * The head of a stored chunk.
 *
 * @param earliest first timestamp in the chunk, milliseconds since 1970
 * @param latest last timestamp in the chunk
 */
record ChunkHead(long seq, long groupSeq, long streamSeq, long earliest, long latest, long messageBytes) {

    /** True if an event of the chunk can be in {@code [from, to]}. */
    boolean overlaps(long from, long to) {
        return earliest <= to && latest >= from;
    }
}
