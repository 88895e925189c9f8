package io.vpclocal.endpoint;

import io.vpclocal.protocol.Scope;
import java.time.Instant;

/** Called when an interface endpoint gets or loses an Availability Zone, in the transaction of that change. */
public interface ZoneListener {

    /** @param zone the zone's name, {@code us-east-1a} */
    void entered(Scope scope, String endpointId, String zone, Instant at);

    /** @param at when the zone was removed, or the deletion began */
    void left(Scope scope, String endpointId, String zone, Instant at);
}
