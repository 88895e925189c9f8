package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.testkit.AsUser;
import io.vpclocal.testkit.Flow;
import io.vpclocal.testkit.VpcLocalControl;
import io.vpclocal.testkit.VpcLocalTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

@VpcLocalTest
class NetworkTest {

    @Test
    void s3IsReachedThroughTheEndpointAlone(Ec2Client ec2, VpcLocalControl control) {
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24")).subnet().subnetId();
        String host = ec2.createNetworkInterface(r -> r.subnetId(subnet)).networkInterface().networkInterfaceId();
        String routes = ec2.describeRouteTables(r -> r.filters(f -> f.name("vpc-id").values(vpc)))
                .routeTables().get(0).routeTableId();
        Flow upload = Flow.from(host).to("s3").tcp(443);

        assertThat(control.traffic(upload).allowed()).isFalse();
        ec2.createVpcEndpoint(r -> r.vpcId(vpc).serviceName("com.amazonaws.us-east-1.s3").routeTableIds(routes));
        assertThat(control.traffic(upload).allowed()).isTrue();
    }

    @Test
    void auditorsCannotChangeAnything(@AsUser(allow = "ec2:Describe*") Ec2Client auditor) {
        assertThat(auditor.describeVpcs().vpcs()).isNotEmpty();
        assertThatThrownBy(() -> auditor.createVpc(r -> r.cidrBlock("10.0.0.0/16")))
                .hasMessageContaining("You are not authorized to perform this operation");
    }
}
