package io.vpclocal.network.vpngateway;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.Scope;
import java.util.List;

/** The routes that virtual private gateways know from their VPN connections. */
public interface VpnRoutes {

    /** The destinations of the static routes of a gateway's connections, in the order of their creation. */
    List<Cidr> of(Scope scope, String gatewayId);
}
