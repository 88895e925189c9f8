package io.vpclocal.console;

import io.vpclocal.testing.Aws;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.iam.IamClient;

/** A VPC of a new account: two subnets, a gateway endpoint for one of them, a client and a server that admits nobody. */
final class Shop {

    final String account = Aws.newAccount();
    final Ec2Client ec2;
    final String vpc;
    final String subnet;
    final String clientSubnet;
    final String group;
    final String endpoint;
    final String client;
    final String server;

    Shop(Aws aws) {
        ec2 = aws.ec2(account);
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        name(vpc, "shop");
        subnet = subnet("10.0.1.0/24", "us-east-1a");
        name(subnet, "app-a");
        clientSubnet = subnet("10.0.2.0/24", "us-east-1b");
        String routes = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        ec2.associateRouteTable(r -> r.routeTableId(routes).subnetId(subnet));
        endpoint = ec2.createVpcEndpoint(r ->
                        r.vpcId(vpc).serviceName("com.amazonaws.us-east-1.s3").routeTableIds(routes))
                .vpcEndpoint()
                .vpcEndpointId();
        group = ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("server").description("server"))
                .groupId();
        server = ec2.createNetworkInterface(r -> r.subnetId(subnet).groups(group))
                .networkInterface()
                .networkInterfaceId();
        client = ec2.createNetworkInterface(r -> r.subnetId(clientSubnet))
                .networkInterface()
                .networkInterfaceId();
    }

    void name(String resource, String name) {
        ec2.createTags(r ->
                r.resources(resource).tags(Tag.builder().key("Name").value(name).build()));
    }

    /** A flow log of the VPC that delivers to a log group each minute. */
    void flowLog(Aws aws, String logGroup) {
        IamClient iam = aws.iam(Aws.root(account));
        String role = iam.createRole(r -> r.roleName("flow-logs").assumeRolePolicyDocument("""
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                        "Principal":{"Service":"vpc-flow-logs.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""))
                .role()
                .arn();
        iam.putRolePolicy(r -> r.roleName("flow-logs").policyName("deliver").policyDocument("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:*","Resource":"*"}]}"""));
        ec2.createFlowLogs(r -> r.resourceType("VPC")
                .resourceIds(vpc)
                .trafficType("ALL")
                .maxAggregationInterval(60)
                .logGroupName(logGroup)
                .deliverLogsPermissionArn(role));
    }

    /** Offers a service that another account connects to; answers the id of its endpoint, which waits to be accepted. */
    String waitingConnection(Aws aws) {
        String balancer = aws.elb(account)
                .createLoadBalancer(r -> r.name("payments")
                        .type(LoadBalancerTypeEnum.NETWORK)
                        .scheme(LoadBalancerSchemeEnum.INTERNAL)
                        .subnets(subnet))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
        ServiceConfiguration service = ec2.createVpcEndpointServiceConfiguration(
                        r -> r.networkLoadBalancerArns(balancer).acceptanceRequired(true))
                .serviceConfiguration();
        ec2.modifyVpcEndpointServicePermissions(
                r -> r.serviceId(service.serviceId()).addAllowedPrincipals("*"));
        Ec2Client consumer = aws.ec2(Aws.root(Aws.newAccount()), Region.US_EAST_1);
        String theirs =
                consumer.createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        String place = consumer.createSubnet(
                        r -> r.vpcId(theirs).cidrBlock("10.9.1.0/24").availabilityZone("us-east-1a"))
                .subnet()
                .subnetId();
        return consumer.createVpcEndpoint(r -> r.vpcId(theirs)
                        .vpcEndpointType(VpcEndpointType.INTERFACE)
                        .serviceName(service.serviceName())
                        .subnetIds(place))
                .vpcEndpoint()
                .vpcEndpointId();
    }

    private String subnet(String block, String zone) {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(block).availabilityZone(zone))
                .subnet()
                .subnetId();
    }
}
