package io.vpclocal.logs;

import io.vpclocal.protocol.Scope;
import java.util.List;

/** Delivers vended logs for other modules: log data that AWS services write on behalf of an account. */
public interface LogDelivery {

    /** One log event. @param timestamp milliseconds since 1970 */
    record VendedEvent(long timestamp, String message) {}

    /** True if the log group exists. A delivery to a missing group needs the permission to create it. */
    boolean hasGroup(Scope scope, String logGroup);

    boolean hasStream(Scope scope, String logGroup, String logStream);

    /**
     * Appends events to a stream within the caller's transaction. Creates a missing group or stream. Events may have
     * any order, and no limit of PutLogEvents applies. Events older than the group's retention are dropped.
     *
     * @param deliveryKey a unique key of this delivery; up to 256 characters
     * @return false if a delivery with that key was stored before; nothing is stored then
     */
    boolean deliver(Scope scope, String logGroup, String logStream, String deliveryKey, List<VendedEvent> events);
}
