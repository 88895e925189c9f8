package io.vpclocal.network.vpngateway;

import io.vpclocal.protocol.Scope;

/** Ends something when a virtual private gateway is detached, such as the propagation of its routes. */
public interface VpnGatewayPart {

    /** Called in the transaction that detaches the gateway. The VPC is locked. */
    void detached(Scope scope, String gatewayId, String vpcId);
}
