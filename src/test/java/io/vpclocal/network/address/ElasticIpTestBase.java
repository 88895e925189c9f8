package io.vpclocal.network.address;

import io.vpclocal.network.PublicSubnet;
import io.vpclocal.testing.Aws;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Each test begins with a new account and a subnet that an internet gateway serves. */
abstract class ElasticIpTestBase {

    @Autowired
    Aws aws;

    Ec2Client ec2;

    String account;

    String subnet;

    String vpc;

    String gateway;

    @BeforeEach
    void newSubnet() {
        account = Aws.newAccount();
        ec2 = aws.ec2(account);
        PublicSubnet made = PublicSubnet.in(ec2);
        vpc = made.vpc();
        gateway = made.gateway();
        subnet = made.subnet();
    }

    String allocate() {
        return ec2.allocateAddress(r -> {}).allocationId();
    }

    String associate(String allocationId, String eni) {
        return ec2.associateAddress(r -> r.allocationId(allocationId).networkInterfaceId(eni))
                .associationId();
    }

    String eni() {
        return ec2.createNetworkInterface(r -> r.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
    }

    NetworkInterface shown(String eni) {
        return ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(eni))
                .networkInterfaces()
                .get(0);
    }

    Address describe(String id) {
        return ec2.describeAddresses(r -> r.allocationIds(id)).addresses().get(0);
    }
}
