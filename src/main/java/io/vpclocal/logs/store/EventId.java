package io.vpclocal.logs.store;

import java.math.BigInteger;

/**
 * The id of an event as FilterLogEvents, subscriptions and the tokens of GetLogEvents show it: 56 decimal digits. The
 * number holds, from its top, the timestamp, the ingestion time, a hash of the batch and the place in the batch (read
 * off published samples), so that ids sort as AWS documents events to be sorted.
 *
 * @param timestamp milliseconds since 1970, not negative
 * @param ingestionTime milliseconds since 1970, not negative
 * @param batch all 64 bits, compared unsigned
 * @param index place in the batch, 0 to 65,535
 */
public record EventId(long timestamp, long ingestionTime, long batch, int index) implements Comparable<EventId> {

    private static final int DIGITS = 56;
    private static final int INDEX_BITS = 16;
    private static final int INGESTION_SHIFT = INDEX_BITS + Long.SIZE;
    private static final int TIMESTAMP_SHIFT = INGESTION_SHIFT + Long.SIZE;
    /** What 56 digits can hold beyond the two lower parts. */
    private static final int TIMESTAMP_BITS = 41;

    private static final BigInteger LONG_MASK =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    public EventId {
        if (timestamp < 0 || timestamp >>> TIMESTAMP_BITS != 0 || ingestionTime < 0) {
            throw new IllegalArgumentException("Times out of range: " + timestamp + ", " + ingestionTime);
        }
        if (index >>> INDEX_BITS != 0) {
            throw new IllegalArgumentException("Index out of range: " + index);
        }
    }

    /** A batch number that is stable for a chunk and spread over all 64 bits. */
    public static long batchOf(String stream, long sequence) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < stream.length(); i++) {
            hash = (hash ^ stream.charAt(i)) * 0x100000001b3L;
        }
        hash ^= sequence * 0x9e3779b97f4a7c15L;
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when the text is no event id
     */
    public static EventId parse(String text) {
        if (text.length() != DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("Not an event id: " + text);
        }
        BigInteger number = new BigInteger(text);
        BigInteger timestamp = number.shiftRight(TIMESTAMP_SHIFT);
        if (timestamp.bitLength() > TIMESTAMP_BITS) {
            throw new IllegalArgumentException("Not an event id: " + text);
        }
        return new EventId(
                timestamp.longValue(),
                number.shiftRight(INGESTION_SHIFT).and(LONG_MASK).longValue(),
                number.shiftRight(INDEX_BITS).and(LONG_MASK).longValue(),
                number.intValue() & 0xffff);
    }

    @Override
    public int compareTo(EventId other) {
        int order = Long.compare(timestamp, other.timestamp);
        if (order == 0) {
            order = Long.compare(ingestionTime, other.ingestionTime);
        }
        if (order == 0) {
            order = Long.compareUnsigned(batch, other.batch);
        }
        return order == 0 ? Integer.compare(index, other.index) : order;
    }

    @Override
    public String toString() {
        String digits = BigInteger.valueOf(timestamp)
                .shiftLeft(Long.SIZE)
                .or(BigInteger.valueOf(ingestionTime))
                .shiftLeft(Long.SIZE)
                .or(BigInteger.valueOf(batch).and(LONG_MASK))
                .shiftLeft(INDEX_BITS)
                .or(BigInteger.valueOf(index))
                .toString();
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
