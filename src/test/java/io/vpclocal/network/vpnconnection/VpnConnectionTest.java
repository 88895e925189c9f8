package io.vpclocal.network.vpnconnection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.GatewayAssociationState;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;
import software.amazon.awssdk.services.ec2.model.TunnelOption;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** Expected answers: AWS documentation (EC2 API Reference) or recorded from AWS, unless a test says otherwise. */
@EmulatorTest
class VpnConnectionTest extends VpnConnectionTestBase {

    private static final String NONE = "vpn-0123456789abcdef0";

    @Autowired
    private EmulatorClock clock;

    @AfterEach
    void realTime() {
        clock.real();
    }

    @Test
    void create() {
        Tag name = Tag.builder().key("Name").value("office").build();
        VpnConnection made = connect(r -> r.tagSpecifications(
                t -> t.resourceType(ResourceType.VPN_CONNECTION).tags(name)));
        assertThat(made.vpnConnectionId()).matches("vpn-[0-9a-f]{17}");
        assertThat(made.category()).isEqualTo("VPN");
        assertThat(made.typeAsString()).isEqualTo("ipsec.1");
        assertThat(made.stateAsString()).isEqualTo("available");
        assertThat(made.customerGatewayId()).isEqualTo(customer);
        assertThat(made.vpnGatewayId()).isEqualTo(gateway);
        assertThat(made.tags()).containsExactly(name);
        assertThat(made.routes()).isEmpty();
        assertThat(made.options().staticRoutesOnly()).isFalse();
        assertThat(made.options().enableAcceleration()).isFalse();
        assertThat(made.options().localIpv4NetworkCidr()).isEqualTo("0.0.0.0/0");
        assertThat(made.options().remoteIpv4NetworkCidr()).isEqualTo("0.0.0.0/0");
        assertThat(made.options().outsideIpAddressType()).isEqualTo("PublicIpv4");
        assertThat(made.options().tunnelInsideIpVersionAsString()).isEqualTo("ipv4");
        assertThat(describe(made.vpnConnectionId())).isEqualTo(made);
    }

    /** AWS shows no defaults of the options, but the log options. */
    @Test
    void create_twoTunnels() {
        VpnConnection made = connect(r -> {});
        List<TunnelOption> tunnels = made.options().tunnelOptions();
        assertThat(tunnels).hasSize(2).allSatisfy(tunnel -> {
            assertThat(tunnel.outsideIpAddress()).matches("34\\.(19[2-9]|20[0-7])\\.[0-9]+\\.[0-9]+");
            assertThat(tunnel.tunnelInsideCidr()).matches("169\\.254\\.[0-9]+\\.[0-9]+/30");
            assertThat(tunnel.preSharedKey()).matches("[1-9A-Za-z._][0-9A-Za-z._]{31}");
            assertThat(tunnel.phase1LifetimeSeconds()).isNull();
            assertThat(tunnel.logOptions().cloudWatchLogOptions().logEnabled()).isFalse();
        });
        assertThat(tunnels.get(0).outsideIpAddress())
                .isNotEqualTo(tunnels.get(1).outsideIpAddress());
        assertThat(tunnels.get(0).tunnelInsideCidr())
                .isNotEqualTo(tunnels.get(1).tunnelInsideCidr());
        assertThat(made.vgwTelemetry())
                .extracting(VgwTelemetry::outsideIpAddress)
                .containsExactly(
                        tunnels.get(0).outsideIpAddress(), tunnels.get(1).outsideIpAddress());
        // Our guess: the customer's device answers.
        assertThat(made.vgwTelemetry())
                .extracting(VgwTelemetry::status)
                .containsExactly(TelemetryStatus.UP, TelemetryStatus.UP);
    }

    /** "This is an idempotent operation." That the options do not matter is our guess. */
    @Test
    void twoGatewaysHaveOneConnection() {
        VpnConnection made = connect(r -> {});
        assertThat(connectStatic()).isEqualTo(made);
        assertThat(ec2.describeVpnConnections().vpnConnections()).hasSize(1);
        String sameAddress = ec2.createCustomerGateway(
                        r -> r.type("ipsec.1").ipAddress("203.0.113.12").bgpAsn(65_011))
                .customerGateway()
                .customerGatewayId();
        Expect.awsError(
                "InvalidCustomerGateway.DuplicateIpAddress", () -> connect(r -> r.customerGatewayId(sameAddress)));
        String other = customer("203.0.113.13");
        assertThat(connect(r -> r.customerGatewayId(other)).vpnConnectionId()).isNotEqualTo(made.vpnConnectionId());
    }

    @Test
    void create_withoutGateway() {
        VpnConnection waiting = connect(r -> r.vpnGatewayId(null));
        assertThat(waiting.vpnGatewayId()).isNull();
        assertThat(waiting.gatewayAssociationState()).isEqualTo(GatewayAssociationState.NOT_ASSOCIATED);
        VpnConnection moved = ec2.modifyVpnConnection(
                        r -> r.vpnConnectionId(waiting.vpnConnectionId()).vpnGatewayId(gateway))
                .vpnConnection();
        assertThat(moved.vpnGatewayId()).isEqualTo(gateway);
        assertThat(moved.gatewayAssociationState()).isEqualTo(GatewayAssociationState.ASSOCIATED);
        assertThat(moved.options()).isEqualTo(waiting.options());
    }

    /** A device with a certificate needs no pre-shared key. */
    @Test
    void create_byCertificate() {
        String device = ec2.createCustomerGateway(
                        r -> r.type("ipsec.1").certificateArn("arn:aws:acm:us-east-1:123456789012:certificate/1"))
                .customerGateway()
                .customerGatewayId();
        VpnConnection made = connect(r -> r.customerGatewayId(device));
        assertThat(made.options().tunnelOptions())
                .allSatisfy(tunnel -> assertThat(tunnel.preSharedKey()).isNull());
        assertThat(made.customerGatewayConfiguration()).doesNotContain("pre_shared_key");
    }

    @Test
    void whatDoesNotExist() {
        Expect.awsError(
                "InvalidVpnConnectionID.NotFound",
                "The vpnConnection ID '" + NONE + "' does not exist",
                () -> describe(NONE));
        Expect.awsError("InvalidVpnConnectionID.NotFound", () -> ec2.deleteVpnConnection(r -> r.vpnConnectionId(NONE)));
        Expect.awsError("InvalidVpnConnectionID.NotFound", () -> addRoute(NONE, OFFICE));
        Expect.awsError(
                "InvalidCustomerGatewayID.NotFound", () -> connect(r -> r.customerGatewayId("cgw-0123456789abcdef0")));
        Expect.awsError(
                "InvalidCustomerGatewayID.NotFound",
                "The customerGateway ID 'cgw-0123abcd' does not exist",
                () -> connect(r ->
                        r.vpnGatewayId(null).customerGatewayId("cgw-0123abcd").transitGatewayId("tgw-x")));
        Expect.awsError("InvalidVpnGatewayID.NotFound", () -> connect(r -> r.vpnGatewayId("vgw-0123456789abcdef0")));
        Expect.awsError(
                "InvalidTransitGatewayID.NotFound",
                () -> connect(r -> r.vpnGatewayId(null).transitGatewayId("tgw-0123456789abcdef0")));
        String transitGateway =
                ec2.createTransitGateway(r -> {}).transitGateway().transitGatewayId();
        Expect.awsError(
                "UnsupportedOperation", () -> connect(r -> r.vpnGatewayId(null).transitGatewayId(transitGateway)));
        Expect.awsError(
                "InvalidParameterValue",
                "The request must not contain both parameter vpnGatewayId and transitGatewayId",
                () -> connect(r -> r.transitGatewayId("tgw-0123456789abcdef0")));
        Expect.awsError("InvalidParameterValue", () -> connect(r -> r.type("ipsec.2")));
        Expect.awsError("MissingParameter", () -> connect(r -> r.customerGatewayId(null)));
    }

    @Test
    void deletedGatewaysCannotBeConnected() {
        ec2.deleteCustomerGateway(r -> r.customerGatewayId(customer));
        Expect.awsError("InvalidCustomerGatewayState", () -> connect(r -> {}));
        ec2.detachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(vpc));
        ec2.deleteVpnGateway(r -> r.vpnGatewayId(gateway));
        Expect.awsError("InvalidVpnGatewayState", () -> connect(r -> {}));
    }

    /** The codes are AWS's; how long the connection stays visible is our guess. */
    @Test
    void connectedGatewaysAreInUse() {
        String id = connect(r -> {}).vpnConnectionId();
        ec2.detachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(vpc));
        Expect.awsError(
                "IncorrectState",
                "The VPN gateway is in use.",
                () -> ec2.deleteVpnGateway(r -> r.vpnGatewayId(gateway)));
        Expect.awsError(
                "IncorrectState",
                "The customer gateway is in use.",
                () -> ec2.deleteCustomerGateway(r -> r.customerGatewayId(customer)));
        ec2.deleteVpnConnection(r -> r.vpnConnectionId(id));
        assertThat(describe(id).stateAsString()).isEqualTo("deleted");
        assertThat(describe(id).customerGatewayConfiguration()).isNull();
        ec2.deleteVpnConnection(r -> r.vpnConnectionId(id));
        Expect.awsError("InvalidVpnConnection.InvalidState", () -> addRoute(id, OFFICE));
        ec2.deleteVpnGateway(r -> r.vpnGatewayId(gateway));
        ec2.deleteCustomerGateway(r -> r.customerGatewayId(customer));
        clock.advance(Duration.ofHours(1));
        Expect.awsError("InvalidVpnConnectionID.NotFound", () -> describe(id));
    }

    @ParameterizedTest
    @CsvSource({
        "bgp-asn, 65010, true",
        "bgp-asn, 65000, false",
        "customer-gateway-configuration, *NoBGPVPNConnection*, true",
        "customer-gateway-id, cgw-*, true",
        "option.static-routes-only, true, true",
        "option.static-routes-only, false, false",
        "route.destination-cidr-block, 192.168.0.0/16, true",
        "state, available, true",
        "state, deleted, false",
        "tag-key, Name, false",
        "transit-gateway-id, tgw-*, false",
        "type, ipsec.1, true",
        "vpn-connection-id, vpn-*, true",
        "vpn-gateway-id, vgw-*, true"
    })
    void describe_filters(String name, String value, boolean found) {
        addRoute(connectStatic().vpnConnectionId(), OFFICE);
        assertThat(ec2.describeVpnConnections(r -> r.filters(f -> f.name(name).values(value)))
                        .vpnConnections())
                .hasSize(found ? 1 : 0);
    }
}
