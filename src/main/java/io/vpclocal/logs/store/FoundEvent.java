package io.vpclocal.logs.store;

/**
 * An event found by a search.
 *
 * @param stream the row number of its stream
 * @param messageBytes length of the message in UTF-8
 */
public record FoundEvent(EventId id, long stream, String message, int messageBytes) {

    public long timestamp() {
        return id.timestamp();
    }

    public long ingestionTime() {
        return id.ingestionTime();
    }
}
