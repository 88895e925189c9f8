package io.vpclocal.network.vpnconnection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.VpnStaticRoute;

/**
 * Static routes of VPN connections, and their propagation. Expected: VPC User Guide (route tables, route priority) and EC2
 * API Reference, unless a test says otherwise.
 */
@EmulatorTest
class VpnRouteTest extends VpnConnectionTestBase {

    private String table;
    private String connection;

    @BeforeEach
    void propagate() {
        table = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        connection = connectStatic().vpnConnectionId();
        ec2.enableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(gateway));
    }

    /** A repeated route changes nothing (our guess). */
    @Test
    void createAndDelete() {
        addRoute(connection, OFFICE);
        addRoute(connection, "192.168.1.1/16");
        assertThat(describe(connection).routes())
                .containsExactly(VpnStaticRoute.builder()
                        .destinationCidrBlock(OFFICE)
                        .source("Static")
                        .state("available")
                        .build());
        assertThat(describe(connection).vgwTelemetry().get(0).acceptedRouteCount())
                .isEqualTo(1);
        removeRoute(OFFICE);
        assertThat(describe(connection).routes()).isEmpty();
        Expect.awsError("InvalidRoute.NotFound", () -> removeRoute(OFFICE));
        Expect.awsError("InvalidParameterValue", () -> addRoute(connection, "office"));
        Expect.awsError("InvalidParameterValue", () -> addRoute(connection, "fd00::/64"));
    }

    @Test
    void dynamicConnectionsHaveNoStaticRoutes() {
        String dynamic =
                connect(r -> r.customerGatewayId(customer("203.0.113.13"))).vpnConnectionId();
        Expect.awsError("InvalidVpnConnection.InvalidType", () -> addRoute(dynamic, OFFICE));
    }

    @Test
    void routesArePropagated() {
        addRoute(connection, OFFICE);
        assertThat(routes())
                .containsExactly(Route.builder()
                        .destinationCidrBlock(OFFICE)
                        .gatewayId(gateway)
                        .origin("EnableVgwRoutePropagation")
                        .state("active")
                        .build());
        removeRoute(OFFICE);
        assertThat(routes()).isEmpty();
        addRoute(connection, OFFICE);
        ec2.disableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(gateway));
        assertThat(routes()).isEmpty();
        ec2.enableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(gateway));
        assertThat(routes()).hasSize(1);
        ec2.deleteVpnConnection(r -> r.vpnConnectionId(connection));
        assertThat(routes()).isEmpty();
    }

    /** Our guess. */
    @Test
    void propagationEndsWithTheAttachment() {
        addRoute(connection, OFFICE);
        ec2.detachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(vpc));
        assertThat(routes()).isEmpty();
    }

    /** "If ... a static route and a propagated route have the same destination, the static route takes priority." */
    @Test
    void staticRoutesComeFirst() {
        addRoute(connection, OFFICE);
        String internet = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(internet).vpcId(vpc));
        ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock(OFFICE).gatewayId(internet));
        assertThat(routes()).extracting(Route::gatewayId).containsExactly(internet);
        assertThat(routes()).extracting(Route::originAsString).containsExactly("CreateRoute");
        ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock(OFFICE));
        assertThat(routes()).extracting(Route::gatewayId).containsExactly(gateway);
        assertThat(routes()).extracting(Route::originAsString).containsExactly("EnableVgwRoutePropagation");
    }

    /** The texts are our guess. */
    @Test
    void propagatedRoutesCannotBeChanged() {
        addRoute(connection, OFFICE);
        Expect.awsError(
                "InvalidParameterValue",
                "cannot remove propagated route " + OFFICE + " in route table " + table,
                () -> ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock(OFFICE)));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.replaceRoute(
                        r -> r.routeTableId(table).destinationCidrBlock(OFFICE).gatewayId(gateway)));
    }

    @Test
    void routesFollowTheConnectionToAnotherGateway() {
        addRoute(connection, OFFICE);
        String other = ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        ec2.modifyVpnConnection(r -> r.vpnConnectionId(connection).vpnGatewayId(other));
        assertThat(routes()).isEmpty();
        ec2.detachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(vpc));
        ec2.attachVpnGateway(r -> r.vpnGatewayId(other).vpcId(vpc));
        ec2.enableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(other));
        assertThat(routes()).extracting(Route::gatewayId).containsExactly(other);
    }

    private void removeRoute(String destination) {
        ec2.deleteVpnConnectionRoute(r -> r.vpnConnectionId(connection).destinationCidrBlock(destination));
    }

    /** The routes of the table except the local one. */
    private List<Route> routes() {
        return ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).routes().stream()
                .filter(route -> !"local".equals(route.gatewayId()))
                .toList();
    }
}
