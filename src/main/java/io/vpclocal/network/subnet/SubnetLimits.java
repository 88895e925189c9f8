package io.vpclocal.network.subnet;

/** AWS's limits on subnets (Amazon VPC User Guide, quotas and subnet sizing). */
final class SubnetLimits {

    static final int SUBNETS_PER_VPC = 200;
    static final int SMALLEST_PREFIX = 16;
    static final int LARGEST_PREFIX = 28;
    static final int SMALLEST_IPV6_PREFIX = 44;
    static final int LARGEST_IPV6_PREFIX = 64;

    /** IPv6 prefix lengths are multiples of this. */
    static final int IPV6_PREFIX_STEP = 4;

    /** The first four addresses and the last one. */
    static final int RESERVED_ADDRESSES = 5;

    static final int DEFAULT_SUBNET_PREFIX = 20;

    private SubnetLimits() {}
}
