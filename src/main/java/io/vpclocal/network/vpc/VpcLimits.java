package io.vpclocal.network.vpc;

/** AWS's limits on VPCs (Amazon VPC User Guide, quotas and CIDR block rules). */
final class VpcLimits {

    static final int VPCS_PER_REGION = 5;
    static final int IPV4_CIDRS_PER_VPC = 5;
    static final int IPV6_CIDRS_PER_VPC = 5;
    static final int LARGEST_PREFIX = 28;
    static final int SMALLEST_PREFIX = 16;

    private VpcLimits() {}
}
