package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.EndpointType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The states of endpoints, computed from the stored phase and the clock. No background work changes them. */
@Component
public class Lifecycle {

    private final Duration provisioningTime;
    private final Duration deletionTime;
    private final Clock clock;

    public Lifecycle(EndpointProperties properties, Clock clock) {
        this.provisioningTime = properties.provisioningTime();
        this.deletionTime = properties.deletionTime();
        this.clock = clock;
    }

    public EndpointState state(VpcEndpointEntity endpoint) {
        return state(endpoint.type(), endpoint.phase(), endpoint.phaseSince(), clock.instant());
    }

    /** The state in the response to CreateVpcEndpoint. Endpoints that need provisioning are never available there. */
    public EndpointState created(VpcEndpointEntity endpoint) {
        EndpointState state = state(endpoint);
        return state == EndpointState.AVAILABLE && endpoint.type() != EndpointType.GATEWAY
                ? EndpointState.PENDING
                : state;
    }

    /** Gateway endpoints are only routes, which exist at once. */
    public EndpointState state(EndpointType type, EndpointPhase phase, Instant since, Instant now) {
        return switch (phase) {
            case PENDING_ACCEPTANCE ->
                now.isBefore(since.plus(EndpointLimits.ACCEPTANCE))
                        ? EndpointState.PENDING_ACCEPTANCE
                        : EndpointState.EXPIRED;
            case REJECTED -> EndpointState.REJECTED;
            case CONNECTED, MODIFIED ->
                type == EndpointType.GATEWAY || !now.isBefore(since.plus(provisioningTime))
                        ? EndpointState.AVAILABLE
                        : EndpointState.PENDING;
            case DELETING -> now.isBefore(since.plus(deletionTime)) ? EndpointState.DELETING : EndpointState.DELETED;
        };
    }

    /** Whether a change of the endpoint is in progress. */
    public boolean modifying(VpcEndpointEntity endpoint) {
        return endpoint.phase() == EndpointPhase.MODIFIED && state(endpoint) == EndpointState.PENDING;
    }

    public boolean deletesAtOnce() {
        return deletionTime.isZero();
    }

    /** Endpoints deleted at this time or before no longer exist. */
    public Instant goneBefore() {
        return clock.instant().minus(deletionTime);
    }

    /** Endpoints that wait for acceptance since this time or before are expired. */
    public Instant expiredBefore() {
        return clock.instant().minus(EndpointLimits.ACCEPTANCE);
    }

    public Instant now() {
        return clock.instant();
    }
}
