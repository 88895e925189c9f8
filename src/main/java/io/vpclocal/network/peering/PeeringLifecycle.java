package io.vpclocal.network.peering;

import io.vpclocal.network.ProvisioningProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The states of peering connections and how long they are described, computed from stored times and the clock (Amazon VPC
 * Peering Guide: VPC peering connection lifecycle).
 */
@Component
class PeeringLifecycle {

    private final Duration provisioningTime;
    private final Clock clock;

    PeeringLifecycle(ProvisioningProperties properties, Clock clock) {
        this.provisioningTime = properties.provisioningTime();
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    PeeringState state(VpcPeeringConnectionEntity connection) {
        boolean settled = !now().isBefore(connection.phaseSince().plus(provisioningTime));
        return switch (connection.phase()) {
            case REQUESTED -> requested(connection, settled);
            case ACCEPTED -> settled ? PeeringState.ACTIVE : PeeringState.PROVISIONING;
            case REJECTED -> PeeringState.REJECTED;
            case DELETED -> settled || connection.sameRegion() ? PeeringState.DELETED : PeeringState.DELETING;
            case FAILED -> PeeringState.FAILED;
        };
    }

    /** The expiry of a pending request. */
    Instant expiry(VpcPeeringConnectionEntity connection) {
        return connection.createdAt().plus(PeeringLimits.ACCEPTANCE);
    }

    /** Whether this row's side still sees the connection. */
    boolean visible(VpcPeeringConnectionEntity connection) {
        return switch (state(connection)) {
            case FAILED, REJECTED, DELETED ->
                now().isBefore(connection.phaseSince().plus(afterwards(connection)));
            case EXPIRED -> now().isBefore(expiry(connection).plus(PeeringLimits.LONG_VISIBLE));
            default -> true;
        };
    }

    /** AWS's texts; those of expired, rejected, and deleting are our guess. */
    String message(VpcPeeringConnectionEntity connection, PeeringState state) {
        String accepter = connection.accepter().scope().account();
        return switch (state) {
            case INITIATING_REQUEST -> "Initiating Request to " + accepter;
            case PENDING_ACCEPTANCE -> "Pending Acceptance by " + accepter;
            case PROVISIONING -> "Provisioning";
            case ACTIVE -> "Active";
            case DELETING -> "Deleting";
            case DELETED -> "Deleted by " + Objects.requireNonNullElse(connection.endedBy(), accepter);
            case REJECTED -> "Rejected by " + accepter;
            case EXPIRED -> "Expired";
            case FAILED -> "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range";
        };
    }

    private PeeringState requested(VpcPeeringConnectionEntity connection, boolean settled) {
        if (!now().isBefore(expiry(connection))) {
            return PeeringState.EXPIRED;
        }
        return settled ? PeeringState.PENDING_ACCEPTANCE : PeeringState.INITIATING_REQUEST;
    }

    private static Duration afterwards(VpcPeeringConnectionEntity connection) {
        boolean own =
                switch (connection.phase()) {
                    case REJECTED -> connection.isAccepter(connection.scope());
                    case DELETED -> connection.account().equals(connection.endedBy());
                    default -> true;
                };
        return own || connection.sameAccount() ? PeeringLimits.SHORTLY_VISIBLE : PeeringLimits.LONG_VISIBLE;
    }
}
