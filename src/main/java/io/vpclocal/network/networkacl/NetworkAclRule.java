package io.vpclocal.network.networkacl;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.RuleTraffic;

/**
 * One entry of a network ACL. Of the entries of a direction the one with the lowest number that matches decides.
 *
 * @param number 1 to 32766, or 32767 (IPv4) and 32768 (IPv6) for the last entry, which AWS shows as an asterisk
 * @param egress true for traffic that leaves the subnet
 * @param allow what becomes of traffic that matches
 * @param cidr the sources of inbound traffic, the destinations of outbound traffic
 */
public record NetworkAclRule(int number, boolean egress, boolean allow, RuleTraffic traffic, Cidr cidr) {

    /** True if ICMP type and code count: with an IPv4 block ICMPv6 means all of it. */
    boolean hasTypeAndCode() {
        return traffic.protocol() == RuleTraffic.ICMP || (traffic.protocol() == RuleTraffic.ICMPV6 && !cidr.v4());
    }
}
