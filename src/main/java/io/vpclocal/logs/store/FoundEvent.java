package io.vpclocal.logs.store;

/**
 * An event that was found.
 *
 * @param stream the number of its stream's row
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
