package io.vpclocal.logs.store;

import java.math.BigInteger;

/**
 * The id of an event in FilterLogEvents, subscriptions and the tokens of GetLogEvents: 56 decimal digits. The number
 * consists, from its top, of the timestamp, the ingestion time, a hash of the batch and the place in the batch (derived
 * from published samples). Ids therefore sort as AWS documents the order of events.
 *
 * @param timestamp milliseconds since 1970, not negative
 * @param ingestionTime milliseconds since 1970, not negative
 * @param batch the chunk of the event, where AWS has a batch; all 64 bits, compared unsigned
 * @param index place in the batch, 0 to 65,535
 */
public record EventId(long timestamp, long ingestionTime, long batch, int index) implements Comparable<EventId> {

    private static final int DIGITS = 56;
    private static final int INDEX_BITS = 16;
    private static final int INGESTION_SHIFT = INDEX_BITS + Long.SIZE;
    private static final int TIMESTAMP_SHIFT = INGESTION_SHIFT + Long.SIZE;
    /** The bits that fit into 56 digits above the two lower parts. */
    private static final int TIMESTAMP_BITS = 41;

    /** The latest timestamp of an event, in the year 2039. */
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

    /** The lowest id with this timestamp or a later one. */
    public static EventId startOf(long timestamp) {
        return new EventId(Math.min(Math.max(0, timestamp), LAST_TIMESTAMP), 0, 0, 0);
    }

    /** The next higher id. */
    public EventId next() {
        return ofNumber(number().add(BigInteger.ONE));
    }

    /** The next lower id. The lowest id returns itself. */
    public EventId previous() {
        BigInteger number = number();
        return number.signum() == 0 ? this : ofNumber(number.subtract(BigInteger.ONE));
    }

    /**
     * Parses the text of {@link #toString}.
     *
     * @throws IllegalArgumentException if the text is not an event id
     */
    public static EventId parse(String text) {
        if (text.length() != DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("Not an event id of 56 digits: " + text);
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
