package io.vpclocal.network.networkacl;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.RuleTraffic;

/**
 * One entry of a network ACL. The matching entry with the lowest number decides.
 *
 * @param number 1 to 32766, or 32767 (IPv4) and 32768 (IPv6) for the last entry, which AWS shows as an asterisk
 * @param egress true for traffic that leaves the subnet
 * @param allow whether matching traffic is allowed or denied
 * @param cidr the sources of inbound traffic, the destinations of outbound traffic
 */
public record NetworkAclRule(int number, boolean egress, boolean allow, RuleTraffic traffic, Cidr cidr) {

    /** True if ICMP type and code apply. With an IPv4 block, ICMPv6 means all types. */
    boolean hasTypeAndCode() {
        return traffic.protocol() == RuleTraffic.ICMP || (traffic.protocol() == RuleTraffic.ICMPV6 && !cidr.v4());
    }
}
