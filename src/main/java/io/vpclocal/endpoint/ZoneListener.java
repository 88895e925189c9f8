package io.vpclocal.endpoint;

import io.vpclocal.protocol.Scope;
import java.time.Instant;

/** Told when an interface endpoint comes to an Availability Zone and when it leaves it, in that change's transaction. */
public interface ZoneListener {

    /** @param zone the zone's name, {@code us-east-1a} */
    void entered(Scope scope, String endpointId, String zone, Instant at);

    /** @param at when it left, or when its deletion began */
    void left(Scope scope, String endpointId, String zone, Instant at);
}
