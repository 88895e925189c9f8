package io.vpclocal.network.securitygroup;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** Helper for the groups and rules of one account. */
record Groups(Ec2Client ec2, String vpc) {

    static Groups inNewVpc(Ec2Client ec2) {
        return new Groups(
                ec2, ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId());
    }

    String create(String name) {
        return ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName(name).description("d"))
                .groupId();
    }

    SecurityGroup describe(String id) {
        return ec2.describeSecurityGroups(r -> r.groupIds(id)).securityGroups().get(0);
    }

    List<SecurityGroup> find(String filter, String... values) {
        return ec2.describeSecurityGroups(r -> r.filters(filter("vpc-id", vpc), filter(filter, values)))
                .securityGroups();
    }

    /** Adds an inbound rule and returns its id. */
    String allow(String group, IpPermission permission) {
        return ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(permission))
                .securityGroupRules()
                .get(0)
                .securityGroupRuleId();
    }

    SecurityGroupRule rule(String id) {
        return ec2.describeSecurityGroupRules(r -> r.securityGroupRuleIds(id))
                .securityGroupRules()
                .get(0);
    }

    static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    static IpPermission tcp(int port, String cidr) {
        return ports("tcp", port, port).ipRanges(r -> r.cidrIp(cidr)).build();
    }

    static IpPermission tcpFrom(int port, String group) {
        return ports("tcp", port, port).userIdGroupPairs(r -> r.groupId(group)).build();
    }

    static IpPermission.Builder ports(String protocol, int from, int to) {
        return IpPermission.builder().ipProtocol(protocol).fromPort(from).toPort(to);
    }
}
