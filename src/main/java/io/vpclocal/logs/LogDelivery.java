package io.vpclocal.logs;

import io.vpclocal.protocol.Scope;
import java.util.List;

/** How other modules deliver vended logs: log data that AWS services write on behalf of an account. */
public interface LogDelivery {

    /** One log event. @param timestamp milliseconds since 1970 */
    record VendedEvent(long timestamp, String message) {}

    /** Whether the log group exists: a delivery into a missing one needs the permission to create it. */
    boolean hasGroup(Scope scope, String logGroup);

    boolean hasStream(Scope scope, String logGroup, String logStream);

    /**
     * Appends events to a stream within the caller's transaction, creating group and stream when they are missing. Events
     * need no order and are subject to no limit of PutLogEvents; those older than the group's retention are dropped.
     *
     * @param deliveryKey names this delivery among all; up to 256 characters
     * @return false when a delivery of that key was stored before, in which case nothing is
     */
    boolean deliver(Scope scope, String logGroup, String logStream, String deliveryKey, List<VendedEvent> events);
}
