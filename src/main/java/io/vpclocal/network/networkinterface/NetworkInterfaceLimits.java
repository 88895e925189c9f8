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
    static final int DESCRIPTION_LENGTH = 255;

    private NetworkInterfaceLimits() {}
}
