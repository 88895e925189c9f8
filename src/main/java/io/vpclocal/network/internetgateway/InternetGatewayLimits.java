package io.vpclocal.network.internetgateway;

/** AWS's limits on gateways (Amazon VPC User Guide, quotas). */
final class InternetGatewayLimits {

    static final int INTERNET_GATEWAYS_PER_REGION = 5;
    static final int EGRESS_ONLY_PER_REGION = 5;

    private InternetGatewayLimits() {}
}
