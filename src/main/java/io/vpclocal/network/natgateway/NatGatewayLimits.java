package io.vpclocal.network.natgateway;

/** AWS's limits on NAT gateways (Amazon VPC User Guide, quotas). */
final class NatGatewayLimits {

    /** The Elastic IP addresses of a public gateway that an account may have by default. */
    static final int ELASTIC_IPS_PER_GATEWAY = 2;
    /** A gateway has at most eight addresses. */
    static final int MOST_SECONDARIES = 7;

    static final int LONGEST_DRAIN_SECONDS = 4000;

    private NatGatewayLimits() {}
}
