package io.vpclocal.network.gateway;

/** AWS's limits on gateways (Amazon VPC User Guide, quotas). */
final class GatewayLimits {

    static final int INTERNET_GATEWAYS_PER_REGION = 5;
    static final int EGRESS_ONLY_PER_REGION = 5;

    private GatewayLimits() {}
}
