package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.vpngateway.CustomerGatewayEntity;
import io.vpclocal.network.vpngateway.CustomerGatewayService;
import io.vpclocal.network.vpngateway.VpnGatewayEntity;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.protocol.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnConnectionOptions;
import software.amazon.awssdk.services.ec2.model.VpnStaticRoute;

/** VPN connections as the API shows them. */
@Component
class VpnConnectionWire {

    private static final String DOWN = "IPSEC IS DOWN";

    private final VpnConnectionLifecycle lifecycle;
    private final CustomerGatewayService customerGateways;
    private final VpnGatewayService vpnGateways;

    VpnConnectionWire(
            VpnConnectionLifecycle lifecycle, CustomerGatewayService customerGateways, VpnGatewayService vpnGateways) {
        this.lifecycle = lifecycle;
        this.customerGateways = customerGateways;
        this.vpnGateways = vpnGateways;
    }

    VpnConnection toWire(VpnConnectionEntity connection, List<Tag> tags) {
        return VpnConnection.builder()
                .vpnConnectionId(connection.id())
                .type("ipsec.1")
                .category("VPN")
                .state(lifecycle.state(connection))
                .customerGatewayId(connection.customerGatewayId())
                .vpnGatewayId(connection.vpnGatewayId())
                .gatewayAssociationState(connection.vpnGatewayId() == null ? "not-associated" : "associated")
                .customerGatewayConfiguration(configuration(connection))
                .options(options(connection))
                .routes(connection.isAvailable() ? routes(connection) : List.of())
                .vgwTelemetry(connection.tunnels().stream()
                        .map(tunnel -> telemetry(connection, tunnel))
                        .toList())
                .tags(tags)
                .build();
    }

    /** Null for a deleted connection (EC2 API Reference, VpnConnection). */
    @Nullable
    String configuration(VpnConnectionEntity connection) {
        if (!connection.isAvailable()) {
            return null;
        }
        Scope scope = connection.scope();
        Long amazonAsn = connection.vpnGatewayId() == null
                ? null
                : vpnGateways
                        .find(scope, connection.vpnGatewayId())
                        .map(VpnGatewayEntity::amazonSideAsn)
                        .orElse(null);
        return CustomerGatewayConfiguration.of(connection, customer(connection), amazonAsn);
    }

    /** The ASN of the customer's device. */
    @Nullable
    Long bgpAsn(VpnConnectionEntity connection) {
        CustomerGatewayEntity customer = customer(connection);
        return customer == null ? null : customer.bgpAsn();
    }

    private @Nullable CustomerGatewayEntity customer(VpnConnectionEntity connection) {
        return customerGateways
                .find(connection.scope(), connection.customerGatewayId())
                .orElse(null);
    }

    private static VpnConnectionOptions options(VpnConnectionEntity connection) {
        return VpnConnectionOptions.builder()
                .enableAcceleration(false)
                .staticRoutesOnly(connection.staticRoutesOnly())
                .localIpv4NetworkCidr(connection.localCidr())
                .remoteIpv4NetworkCidr(connection.remoteCidr())
                .outsideIpAddressType("PublicIpv4")
                .tunnelInsideIpVersion("ipv4")
                .tunnelOptions(connection.tunnels().stream()
                        .map(tunnel -> TunnelSettings.read(tunnel).toBuilder()
                                .outsideIpAddress(tunnel.outsideAddress())
                                .build())
                        .toList())
                .build();
    }

    private List<VpnStaticRoute> routes(VpnConnectionEntity connection) {
        return connection.routes().stream()
                .map(route -> VpnStaticRoute.builder()
                        .destinationCidrBlock(route.destination().toString())
                        .source("Static")
                        .state(lifecycle.state(route))
                        .build())
                .toList();
    }

    private VgwTelemetry telemetry(VpnConnectionEntity connection, VpnTunnel tunnel) {
        boolean up = lifecycle.state(connection).equals(VpnConnectionLifecycle.AVAILABLE);
        return VgwTelemetry.builder()
                .outsideIpAddress(tunnel.outsideAddress())
                .status(up ? "UP" : "DOWN")
                .statusMessage(up ? "" : DOWN)
                .acceptedRouteCount(up ? connection.routes().size() : 0)
                .lastStatusChange(up ? lifecycle.upSince(connection) : connection.createdAt())
                .build();
    }
}
