package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.EndpointType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The states of endpoints, computed from what is stored and the time: nothing has to happen for one to move on. */
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

    /** The state in the answer to a creation: what needs provisioning is never available that early. */
    public EndpointState created(VpcEndpointEntity endpoint) {
        EndpointState state = state(endpoint);
        return state == EndpointState.AVAILABLE && endpoint.type() != EndpointType.GATEWAY
                ? EndpointState.PENDING
                : state;
    }

    /** Gateways are routes, which are there at once. */
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

    /** Whether a change of the endpoint is still being carried out. */
    public boolean modifying(VpcEndpointEntity endpoint) {
        return endpoint.phase() == EndpointPhase.MODIFIED && state(endpoint) == EndpointState.PENDING;
    }

    public boolean deletesAtOnce() {
        return deletionTime.isZero();
    }

    /** Endpoints deleted at this time or before are gone. */
    public Instant goneBefore() {
        return clock.instant().minus(deletionTime);
    }

    /** What waits to be accepted since this time or before is expired. */
    public Instant expiredBefore() {
        return clock.instant().minus(EndpointLimits.ACCEPTANCE);
    }

    public Instant now() {
        return clock.instant();
    }
}
