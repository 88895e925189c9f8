package io.vpclocal.network.vpnconnection;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.TunnelOption;

@Component
class VpnConnectionOwner extends ResourceOwner<VpnConnectionEntity> {

    VpnConnectionOwner(VpnConnections connections, TagStore tags) {
        super(VpnConnectionService.KIND, connections, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(VpnConnectionEntity connection) {
        List<TunnelOption> tunnels =
                connection.tunnels().stream().map(TunnelSettings::read).toList();
        boolean certificate = tunnels.stream().allMatch(tunnel -> tunnel.preSharedKey() == null);
        Map<String, List<String>> keys =
                new HashMap<>(VpnConditionKeys.ofConnection(connection.staticRoutesOnly(), certificate));
        keys.putAll(VpnConditionKeys.of(tunnels));
        return keys;
    }
}
