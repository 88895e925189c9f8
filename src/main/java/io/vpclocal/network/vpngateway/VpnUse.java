package io.vpclocal.network.vpngateway;

import io.vpclocal.protocol.Scope;

/** Tells which gateways have VPN connections, so that those cannot be deleted. */
public interface VpnUse {

    /** @param gatewayId the id of a virtual private gateway or of a customer gateway */
    boolean connected(Scope scope, String gatewayId);
}
