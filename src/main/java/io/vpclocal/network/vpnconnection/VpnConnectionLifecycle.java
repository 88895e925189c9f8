package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.ProvisioningProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The states of VPN connections and their routes, computed from stored times and the clock. Customers' devices are taken to
 * answer: tunnels are up as soon as their connection is available.
 */
@Component
class VpnConnectionLifecycle {

    static final String PENDING = "pending";
    static final String AVAILABLE = "available";

    private final Duration provisioningTime;
    private final Clock clock;

    VpnConnectionLifecycle(ProvisioningProperties properties, Clock clock) {
        this.provisioningTime = properties.provisioningTime();
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** {@code pending}, {@code available}, {@code modifying}, {@code deleting} or {@code deleted}. */
    String state(VpnConnectionEntity connection) {
        if (connection.deletionTime().isPresent()) {
            return settled(connection.deletionTime().get()) ? "deleted" : "deleting";
        }
        if (!settled(connection.createdAt())) {
            return PENDING;
        }
        return connection.modifiedAt().filter(at -> !settled(at)).isPresent() ? "modifying" : AVAILABLE;
    }

    String state(StaticRoute route) {
        return settled(route.createdAt()) ? AVAILABLE : PENDING;
    }

    /** When the connection became, or becomes, available. */
    Instant upSince(VpnConnectionEntity connection) {
        return connection.modifiedAt().orElse(connection.createdAt()).plus(provisioningTime);
    }

    private boolean settled(Instant since) {
        return !now().isBefore(since.plus(provisioningTime));
    }
}
