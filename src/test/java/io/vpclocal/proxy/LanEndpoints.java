package io.vpclocal.proxy;

import io.vpclocal.flowlog.FlowLogAccount;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** Creates the endpoints of AWS services that a test needs. */
record LanEndpoints(FlowLogAccount lan) {

    /** The id of a new gateway endpoint in the main route table. @param service such as {@code s3} */
    String gateway(String vpc, String service) {
        String table = lan.ec2
                .describeRouteTables(r -> r.filters(f -> f.name("vpc-id").values(vpc)))
                .routeTables()
                .get(0)
                .routeTableId();
        return lan.ec2
                .createVpcEndpoint(r -> r.vpcId(vpc)
                        .vpcEndpointType(VpcEndpointType.GATEWAY)
                        .serviceName("com.amazonaws.us-east-1." + service)
                        .routeTableIds(table))
                .vpcEndpoint()
                .vpcEndpointId();
    }

    /** A new interface endpoint, with private DNS except for Amazon S3. */
    VpcEndpoint interfaceEndpoint(String service, String group) {
        lan.ec2.modifyVpcAttribute(r -> r.vpcId(lan.vpc).enableDnsSupport(b -> b.value(true)));
        lan.ec2.modifyVpcAttribute(r -> r.vpcId(lan.vpc).enableDnsHostnames(b -> b.value(true)));
        return lan.ec2
                .createVpcEndpoint(r -> r.vpcId(lan.vpc)
                        .vpcEndpointType(VpcEndpointType.INTERFACE)
                        .serviceName("com.amazonaws.us-east-1." + service)
                        .privateDnsEnabled(!service.equals("s3"))
                        .subnetIds(lan.subnet)
                        .securityGroupIds(group))
                .vpcEndpoint();
    }

    /** A new security group that admits HTTPS from the VPC. */
    String openGroup() {
        String group = lan.ec2
                .createSecurityGroup(
                        r -> r.groupName("open").description("open").vpcId(lan.vpc))
                .groupId();
        lan.ec2.authorizeSecurityGroupIngress(r ->
                r.groupId(group).ipProtocol("tcp").fromPort(443).toPort(443).cidrIp("10.0.0.0/16"));
        return group;
    }
}
