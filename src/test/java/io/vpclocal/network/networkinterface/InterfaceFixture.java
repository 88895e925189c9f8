package io.vpclocal.network.networkinterface;

import io.vpclocal.network.Cidr;
import io.vpclocal.testing.Aws;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** A new account with one VPC that has IPv6 and one /24 subnet in it. */
record InterfaceFixture(String account, Ec2Client ec2, String vpc, Cidr ipv6, String subnet) {

    static InterfaceFixture in(Aws aws) {
        String account = Aws.newAccount();
        Ec2Client ec2 = aws.ec2(account);
        Vpc vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc();
        Cidr ipv6 = Cidr.parse(vpc.ipv6CidrBlockAssociationSet().get(0).ipv6CidrBlock())
                .orElseThrow();
        String subnet = ec2.createSubnet(
                        r -> r.vpcId(vpc.vpcId()).cidrBlock("10.0.0.0/24").ipv6CidrBlock(ipv6.at(0) + "/64"))
                .subnet()
                .subnetId();
        return new InterfaceFixture(account, ec2, vpc.vpcId(), ipv6, subnet);
    }

    /** An IPv6 address of the subnet, in its short form. */
    String ipv6(int host) {
        return ipv6.at(host);
    }

    NetworkInterface create(Consumer<CreateNetworkInterfaceRequest.Builder> with) {
        return ec2.createNetworkInterface(r -> with.accept(r.subnetId(subnet))).networkInterface();
    }

    NetworkInterface create() {
        return create(r -> {});
    }

    NetworkInterface describe(String id) {
        return ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(id))
                .networkInterfaces()
                .get(0);
    }

    String group(String inVpc, String name) {
        return ec2.createSecurityGroup(r -> r.vpcId(inVpc).groupName(name).description("d"))
                .groupId();
    }

    String defaultGroup() {
        return ec2.describeSecurityGroups(r -> r.filters(f -> f.name("vpc-id").values(vpc), f -> f.name("group-name")
                        .values("default")))
                .securityGroups()
                .get(0)
                .groupId();
    }

    int available() {
        return ec2.describeSubnets(r -> r.subnetIds(subnet)).subnets().get(0).availableIpAddressCount();
    }
}
