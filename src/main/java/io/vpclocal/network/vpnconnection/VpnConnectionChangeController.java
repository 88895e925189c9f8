package io.vpclocal.network.vpnconnection;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.ModifyVpnConnectionOptionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpnConnectionOptionsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpnConnectionRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpnConnectionResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpnTunnelOptionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpnTunnelOptionsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpnTunnelOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

@AwsController
class VpnConnectionChangeController {

    private final VpnConnectionService connections;
    private final VpnTunnelService tunnels;
    private final VpnConnectionWire wire;
    private final TagStore tags;

    VpnConnectionChangeController(
            VpnConnectionService connections, VpnTunnelService tunnels, VpnConnectionWire wire, TagStore tags) {
        this.connections = connections;
        this.tunnels = tunnels;
        this.wire = wire;
        this.tags = tags;
    }

    @AwsAction(missing = "transit gateways")
    ModifyVpnConnectionResponse modifyVpnConnection(ModifyVpnConnectionRequest request, Call call) {
        String id = require(request.vpnConnectionId(), "vpnConnectionId");
        if (request.transitGatewayId() != null) {
            throw connections.noAttachmentTo(call.scope(), request.transitGatewayId());
        }
        return ModifyVpnConnectionResponse.builder()
                .vpnConnection(wire(
                        call, connections.move(call.scope(), id, request.customerGatewayId(), request.vpnGatewayId())))
                .build();
    }

    @AwsAction(missing = "IPv6, and the effect of the options on traffic")
    ModifyVpnConnectionOptionsResponse modifyVpnConnectionOptions(
            ModifyVpnConnectionOptionsRequest request, Call call) {
        String id = require(request.vpnConnectionId(), "vpnConnectionId");
        if (request.localIpv6NetworkCidr() != null || request.remoteIpv6NetworkCidr() != null) {
            throw CommonErrors.notHere("VPN connections for IPv6");
        }
        return ModifyVpnConnectionOptionsResponse.builder()
                .vpnConnection(wire(call, tunnels.changeOptions(call.scope(), id, request)))
                .build();
    }

    @AwsAction(missing = "IPv6, keys in Secrets Manager, and logs of tunnels")
    ModifyVpnTunnelOptionsResponse modifyVpnTunnelOptions(ModifyVpnTunnelOptionsRequest request, Call call) {
        String id = require(request.vpnConnectionId(), "vpnConnectionId");
        String address = require(request.vpnTunnelOutsideIpAddress(), "vpnTunnelOutsideIpAddress");
        ModifyVpnTunnelOptionsSpecification options = require(request.tunnelOptions(), "tunnelOptions");
        if (request.preSharedKeyStorage() != null
                && !request.preSharedKeyStorage().equals("Standard")) {
            throw CommonErrors.notHere("pre-shared keys in Secrets Manager");
        }
        return ModifyVpnTunnelOptionsResponse.builder()
                .vpnConnection(wire(call, tunnels.changeTunnel(call.scope(), id, address, TunnelSettings.of(options))))
                .build();
    }

    private VpnConnection wire(Call call, VpnConnectionEntity connection) {
        return wire.toWire(connection, tags.of(call.scope(), connection.id()));
    }
}
