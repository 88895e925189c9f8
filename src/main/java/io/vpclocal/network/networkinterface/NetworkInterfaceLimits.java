package io.vpclocal.network.networkinterface;

/** AWS's limits on network interfaces (Amazon VPC User Guide, quotas and subnet sizing). */
final class NetworkInterfaceLimits {

    static final int INTERFACES_PER_REGION = 5000;
    static final int GROUPS_PER_INTERFACE = 5;

    /** The highest adjustable value of the security group quota. */
    static final int MOST_GROUPS_PER_INTERFACE = 16;

    /** Reserved addresses at the start of each subnet: network, router, DNS server, and one for future use. */
    static final int RESERVED_AT_START = 4;

    static final int RESERVED_AT_END = 1;
    /** The length of the prefixes that interfaces can have. */
    static final int IPV4_PREFIX_LENGTH = 28;

    static final int IPV6_PREFIX_LENGTH = 80;

    /** The addresses and prefixes of one family that an interface of the largest instance types can have. */
    static final int MOST_ADDRESSES = 64;

    /** The number of random IPv6 prefixes to try before the free ones are searched in order. */
    static final int RANDOM_ATTEMPTS = 100;

    static final int DESCRIPTION_LENGTH = 255;

    private NetworkInterfaceLimits() {}
}
