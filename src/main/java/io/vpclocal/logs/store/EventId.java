package io.vpclocal.logs.store;

import java.math.BigInteger;

/**
 * The id of an event as FilterLogEvents, subscriptions and the tokens of GetLogEvents show it: 56 decimal digits. The
 * number holds, from its top, the timestamp, the ingestion time, a hash of the batch and the place in the batch (read
 * off published samples), so that ids sort as AWS documents events to be sorted.
 *
 * @param timestamp milliseconds since 1970, not negative
 * @param ingestionTime milliseconds since 1970, not negative
 * @param batch what was put together: here the chunk that holds the event; all 64 bits, compared unsigned
 * @param index place in the batch, 0 to 65,535
 */
public record EventId(long timestamp, long ingestionTime, long batch, int index) implements Comparable<EventId> {

    private static final int DIGITS = 56;
    private static final int INDEX_BITS = 16;
    private static final int INGESTION_SHIFT = INDEX_BITS + Long.SIZE;
    private static final int TIMESTAMP_SHIFT = INGESTION_SHIFT + Long.SIZE;
    /** What 56 digits can hold beyond the two lower parts. */
    private static final int TIMESTAMP_BITS = 41;

    /** The latest timestamp an event can have: in the year 2039. */
    static final long LAST_TIMESTAMP = (1L << TIMESTAMP_BITS) - 1;

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

    /** Before every id with this timestamp or a later one, behind all others. */
    public static EventId startOf(long timestamp) {
        return new EventId(Math.min(Math.max(0, timestamp), LAST_TIMESTAMP), 0, 0, 0);
    }

    /** The id right behind this one. */
    public EventId next() {
        return ofNumber(number().add(BigInteger.ONE));
    }

    /** The id right before this one; there is none before the first, which is its own. */
    public EventId previous() {
        BigInteger number = number();
        return number.signum() == 0 ? this : ofNumber(number.subtract(BigInteger.ONE));
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
        return ofNumber(new BigInteger(text));
    }

    private static EventId ofNumber(BigInteger number) {
        BigInteger timestamp = number.shiftRight(TIMESTAMP_SHIFT);
        if (timestamp.bitLength() > TIMESTAMP_BITS) {
            throw new IllegalArgumentException("Not an event id: " + number);
        }
        return new EventId(
                timestamp.longValue(),
                number.shiftRight(INGESTION_SHIFT).and(LONG_MASK).longValue(),
                number.shiftRight(INDEX_BITS).and(LONG_MASK).longValue(),
                number.intValue() & 0xffff);
    }

    private BigInteger number() {
        return BigInteger.valueOf(timestamp)
                .shiftLeft(Long.SIZE)
                .or(BigInteger.valueOf(ingestionTime))
                .shiftLeft(Long.SIZE)
                .or(BigInteger.valueOf(batch).and(LONG_MASK))
                .shiftLeft(INDEX_BITS)
                .or(BigInteger.valueOf(index));
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
        String digits = number().toString();
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
