package io.vpclocal.network.securitygroup;

import io.vpclocal.resource.Ec2Errors;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** Reads one inbound rule from the request's own parameters, the older form. */
record LegacyPermissions(
        @Nullable String protocol,
        @Nullable Integer fromPort,
        @Nullable Integer toPort,
        @Nullable String cidr,
        @Nullable String groupName) {

    private static final int LARGEST_PORT = 65_535;

    /**
     * The request's permissions in either form.
     *
     * @throws AwsException {@code InvalidParameterCombination} if both forms are used
     */
    List<IpPermission> orElse(List<IpPermission> permissions) {
        if (Stream.of(protocol, fromPort, toPort, cidr, groupName).allMatch(value -> value == null)) {
            return permissions;
        }
        if (!permissions.isEmpty()) {
            throw Ec2Errors.notTogether("ipPermissions", groupName == null ? "ipProtocol" : "sourceSecurityGroupName");
        }
        return groupName == null ? List.of(one()) : fromGroup(groupName);
    }

    private IpPermission one() {
        IpPermission.Builder permission =
                IpPermission.builder().ipProtocol(protocol).fromPort(fromPort).toPort(toPort);
        if (cidr != null) {
            permission.ipRanges(range -> range.cidrIp(cidr));
        }
        return permission.build();
    }

    /** Full TCP, UDP, and ICMP access (EC2 API Reference). */
    private List<IpPermission> fromGroup(String name) {
        if (cidr != null) {
            throw Ec2Errors.notTogether("sourceSecurityGroupName", "cidrIp");
        }
        if (protocol != null || fromPort != null || toPort != null) {
            throw Ec2Errors.notTogether("sourceSecurityGroupName", "ipProtocol");
        }
        return List.of(
                permission("tcp", 0, LARGEST_PORT, name),
                permission("udp", 0, LARGEST_PORT, name),
                permission("icmp", -1, -1, name));
    }

    private static IpPermission permission(String protocol, int from, int to, String name) {
        return IpPermission.builder()
                .ipProtocol(protocol)
                .fromPort(from)
                .toPort(to)
                .userIdGroupPairs(pair -> pair.groupName(name))
                .build();
    }
}
