package io.vpclocal.flowlog;

import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Map;

/** What flow logs need of CloudWatch Logs. */
public interface VendedLogs {

    /**
     * One log event.
     *
     * @param timestamp milliseconds since the epoch
     */
    record Event(long timestamp, String message) {}

    boolean groupExists(Scope scope, String group);

    /**
     * Appends events as vended logs, in the caller's transaction; the group and the streams are made if they are not there.
     *
     * @param key a delivery of the same key is made once only
     * @param streams events by the name of their stream, in the order of their timestamps
     */
    void append(Scope scope, String group, String key, Map<String, List<Event>> streams);
}
