package io.vpclocal.network.routetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.PropagatingVgw;

/** Routes to virtual private gateways, their propagation, and their route tables (AWS documentation, VPC User Guide). */
@EmulatorTest
class VpnGatewayRouteTest extends RouteTestBase {

    private static final String OFFICE = "192.168.0.0/16";

    private String vpn;

    @BeforeEach
    void attachGateway() {
        vpn = ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        ec2.attachVpnGateway(r -> r.vpnGatewayId(vpn).vpcId(vpc));
    }

    @Test
    void aRouteIsABlackHoleWhileTheGatewayIsDetached() {
        routes.create(r -> r.destinationCidrBlock(OFFICE).gatewayId(vpn));
        assertThat(routes.route(OFFICE).gatewayId()).isEqualTo(vpn);
        assertThat(routes.route(OFFICE).stateAsString()).isEqualTo("active");
        assertThat(ec2.describeRouteTables(
                                r -> r.filters(f -> f.name("route.gateway-id").values(vpn)))
                        .routeTables())
                .hasSize(1);
        ec2.detachVpnGateway(r -> r.vpnGatewayId(vpn).vpcId(vpc));
        assertThat(routes.route(OFFICE).stateAsString()).isEqualTo("blackhole");
        Expect.awsError(
                "InvalidParameterValue",
                "route table " + table + " and network gateway " + vpn + " belong to different networks",
                () -> routes.create(r -> r.destinationCidrBlock("172.16.0.0/12").gatewayId(vpn)));
        ec2.deleteVpnGateway(r -> r.vpnGatewayId(vpn));
        assertThat(routes.route(OFFICE).stateAsString()).isEqualTo("blackhole");
        Expect.awsError(
                "InvalidGatewayID.NotFound",
                "The gateway ID '" + vpn + "' does not exist",
                () -> routes.create(r -> r.destinationCidrBlock("172.16.0.0/12").gatewayId(vpn)));
    }

    @Test
    void propagationIsEnabledAndDisabled() {
        enable(vpn);
        enable(vpn);
        assertThat(propagating()).containsExactly(vpn);
        ec2.disableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(vpn));
        assertThat(propagating()).isEmpty();
        ec2.disableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(vpn));
    }

    /** Our guess. */
    @Test
    void propagationEndsWithTheAttachment() {
        enable(vpn);
        ec2.detachVpnGateway(r -> r.vpnGatewayId(vpn).vpcId(vpc));
        assertThat(propagating()).isEmpty();
        Expect.awsError(
                "Gateway.NotAttached", "resource " + vpn + " is not attached to network " + vpc, () -> enable(vpn));
    }

    @Test
    void propagation_whatDoesNotExist() {
        Expect.awsError(
                "InvalidGatewayID.NotFound",
                "The gateway ID 'vgw-0123456789abcdef0' does not exist",
                () -> enable("vgw-0123456789abcdef0"));
        Expect.awsError(
                "InvalidParameterValue", "invalid value for parameter gateway-id: " + gateway, () -> enable(gateway));
        Expect.awsError(
                "InvalidRouteTableID.NotFound",
                () -> ec2.enableVgwRoutePropagation(
                        r -> r.routeTableId("rtb-0123456789abcdef0").gatewayId(vpn)));
    }

    /** A gateway with a route table cannot be detached, as an internet gateway (our guess). */
    @Test
    void aTableDirectsTheTrafficOfAGateway() {
        String association = ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId(vpn))
                .associationId();
        assertThat(ec2.describeRouteTables(r ->
                                r.filters(f -> f.name("association.gateway-id").values(vpn)))
                        .routeTables())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.associations().get(0).gatewayId()).isEqualTo(vpn));
        Expect.awsError(
                "DependencyViolation",
                () -> ec2.detachVpnGateway(r -> r.vpnGatewayId(vpn).vpcId(vpc)));
        ec2.disassociateRouteTable(r -> r.associationId(association));
        ec2.detachVpnGateway(r -> r.vpnGatewayId(vpn).vpcId(vpc));
        Expect.awsError(
                "InvalidParameterValue",
                "route table " + table + " and network gateway " + vpn + " belong to different networks",
                () -> ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId(vpn)));
        Expect.awsError(
                "InvalidGatewayID.NotFound",
                () -> ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId("vgw-0123456789abcdef0")));
    }

    private void enable(String gatewayId) {
        ec2.enableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(gatewayId));
    }

    private List<String> propagating() {
        return ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).propagatingVgws().stream()
                .map(PropagatingVgw::gatewayId)
                .toList();
    }
}
