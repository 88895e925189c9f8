package io.vpclocal.network.vpnconnection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.ProvisioningProperties;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The states of connections that take a minute to provision. */
class VpnConnectionLifecycleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Cidr EVERYWHERE = Cidr.parse("0.0.0.0/0").orElseThrow();

    private final VpnConnectionEntity connection = new VpnConnectionEntity(
            new Scope("123456789012", "us-east-1"),
            "vpn-1",
            START,
            new VpnConnectionPlan("cgw-1", null, true, EVERYWHERE, EVERYWHERE, List.of()),
            List.of());

    @Test
    void states() {
        assertThat(after(0).state(connection)).isEqualTo("pending");
        assertThat(after(59).state(connection)).isEqualTo("pending");
        assertThat(after(60).state(connection)).isEqualTo("available");
        assertThat(after(60).upSince(connection)).isEqualTo(START.plusSeconds(60));
        connection.modified(START.plusSeconds(100));
        assertThat(after(159).state(connection)).isEqualTo("modifying");
        assertThat(after(160).state(connection)).isEqualTo("available");
        connection.delete(START.plusSeconds(200));
        assertThat(after(259).state(connection)).isEqualTo("deleting");
        assertThat(after(260).state(connection)).isEqualTo("deleted");
    }

    @Test
    void statesOfRoutes() {
        StaticRoute route = new StaticRoute(EVERYWHERE, START);
        assertThat(after(59).state(route)).isEqualTo("pending");
        assertThat(after(60).state(route)).isEqualTo("available");
    }

    private static VpnConnectionLifecycle after(int seconds) {
        return new VpnConnectionLifecycle(
                new ProvisioningProperties(Duration.ofMinutes(1)),
                Clock.fixed(START.plusSeconds(seconds), ZoneOffset.UTC));
    }
}
