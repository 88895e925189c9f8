package io.vpclocal.network;

import software.amazon.awssdk.services.ec2.Ec2Client;

/** A subnet in a new VPC with an internet gateway, all by id. */
public record PublicSubnet(String vpc, String gateway, String subnet) {

    public static PublicSubnet in(Ec2Client ec2) {
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String gateway = ec2.createInternetGateway(r -> {}).internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
        return new PublicSubnet(vpc, gateway, subnet);
    }
}
