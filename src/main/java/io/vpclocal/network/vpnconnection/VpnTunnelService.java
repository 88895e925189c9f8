package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.ModifyVpnConnectionOptionsRequest;
import software.amazon.awssdk.services.ec2.model.TunnelOption;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** Changes the options of VPN connections and of their tunnels. */
@Service
class VpnTunnelService {

    private final VpnConnectionService connections;
    private final NewTunnels tunnels;
    private final VpnConnectionLifecycle lifecycle;

    VpnTunnelService(VpnConnectionService connections, NewTunnels tunnels, VpnConnectionLifecycle lifecycle) {
        this.connections = connections;
        this.tunnels = tunnels;
        this.lifecycle = lifecycle;
    }

    VpnConnectionEntity changeOptions(Scope scope, String id, ModifyVpnConnectionOptionsRequest request) {
        VpnConnectionEntity connection = connections.lockAvailable(scope, id);
        connection.limit(
                VpnConnectionPlan.cidr("localIpv4NetworkCidr", request.localIpv4NetworkCidr(), connection.localCidr()),
                VpnConnectionPlan.cidr(
                        "remoteIpv4NetworkCidr", request.remoteIpv4NetworkCidr(), connection.remoteCidr()));
        connection.modified(lifecycle.now());
        return connection;
    }

    /** @throws AwsException {@code InvalidParameterValue} for an invalid option, or an address of no tunnel; {@code InvalidCidr.InUse} */
    VpnConnectionEntity changeTunnel(Scope scope, String id, String address, VpnTunnelOptionsSpecification given) {
        VpnConnectionEntity connection = connections.lockAvailable(scope, id);
        VpnTunnel tunnel = connection.tunnels().stream()
                .filter(one -> one.outsideAddress().equals(address))
                .findFirst()
                .orElseThrow(() -> VpnConnectionErrors.noTunnel(address));
        TunnelOption present = TunnelSettings.read(tunnel);
        TunnelOption changed = TunnelSettings.changed(present, given);
        String inside = changed.tunnelInsideCidr();
        if (!inside.equals(present.tunnelInsideCidr())
                && tunnels.insideBlocks(scope, connection.vpnGatewayId())
                        .contains(Cidr.parse(inside).orElseThrow())) {
            throw VpnConnectionErrors.insideCidrInUse(inside);
        }
        tunnel.change(TunnelSettings.write(changed));
        connection.modified(lifecycle.now());
        return connection;
    }
}
