package io.vpclocal.logs.store;

/**
 * A chunk before it is read.
 *
 * @param earliest first timestamp in it, milliseconds since 1970
 * @param latest last timestamp in it
 */
record ChunkHead(long seq, long groupSeq, long streamSeq, long earliest, long latest, long messageBytes) {

    /** Whether an event of it can lie in {@code [from, to]}. */
    boolean overlaps(long from, long to) {
        return earliest <= to && latest >= from;
    }
}
