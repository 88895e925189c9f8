package io.vpclocal.identity.access;

import io.vpclocal.testing.Aws;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NewDhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/** One resource of every type in a new account in us-east-1, each with the tag {@code estate=yes}. */
final class Estate {

    static final String TAG = "estate";

    final String account = Aws.newAccount();
    final Ec2Client ec2;
    final CloudWatchLogsClient logs;
    private final Map<String, String> ids = new HashMap<>();

    Estate(Aws aws) {
        ec2 = aws.ec2(account);
        logs = aws.logs(Aws.root(account), Region.US_EAST_1);
        network();
        gateways();
        machines(aws);
        ids.putAll(EstateNeighbours.create(ec2, id("vpc"), id("subnet")));
        others();
        services(aws);
        peering();
        analyses();
        ec2.createTags(r ->
                r.resources(tagged()).tags(Tag.builder().key(TAG).value("yes").build()));
    }

    /** @param name a resource type, or one of the associations and attachments below */
    String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException(name);
        }
        return id;
    }

    Map<String, String> ids() {
        return Map.copyOf(ids);
    }

    /** The ARN of the resource with a type, for example {@code subnet}. */
    String arn(String type) {
        return "arn:aws:ec2:us-east-1:" + account + ":" + type + "/" + id(type);
    }

    private List<String> tagged() {
        return ids.entrySet().stream()
                .filter(entry -> !entry.getKey().contains(" "))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void network() {
        Vpc vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc();
        String ipv6 = ec2.describeVpcs(r -> r.vpcIds(vpc.vpcId()))
                .vpcs()
                .get(0)
                .ipv6CidrBlockAssociationSet()
                .get(0)
                .ipv6CidrBlock()
                .replace("/56", "/64");
        Subnet subnet = ec2.createSubnet(
                        r -> r.vpcId(vpc.vpcId()).cidrBlock("10.0.0.0/24").ipv6CidrBlock(ipv6))
                .subnet();
        ids.put("vpc", vpc.vpcId());
        ids.put("subnet", subnet.subnetId());
        ids.put("subnet block", subnet.ipv6CidrBlockAssociationSet().get(0).associationId());
        ids.put(
                "vpc block",
                ec2.associateVpcCidrBlock(r -> r.vpcId(vpc.vpcId()).cidrBlock("10.1.0.0/16"))
                        .cidrBlockAssociation()
                        .associationId());
        ids.put(
                "route-table",
                ec2.createRouteTable(r -> r.vpcId(vpc.vpcId())).routeTable().routeTableId());
        ids.put(
                "table association",
                ec2.associateRouteTable(r -> r.routeTableId(id("route-table")).subnetId(subnet.subnetId()))
                        .associationId());
        ids.put(
                "network-acl",
                ec2.createNetworkAcl(r -> r.vpcId(vpc.vpcId())).networkAcl().networkAclId());
        ids.put(
                "acl association",
                ec2
                        .describeNetworkAcls(r ->
                                r.filters(f -> f.name("association.subnet-id").values(subnet.subnetId())))
                        .networkAcls()
                        .get(0)
                        .associations()
                        .stream()
                        .filter(a -> a.subnetId().equals(subnet.subnetId()))
                        .findFirst()
                        .orElseThrow()
                        .networkAclAssociationId());
        ids.put(
                "security-group",
                ec2.createSecurityGroup(
                                r -> r.vpcId(vpc.vpcId()).groupName("estate").description("estate"))
                        .groupId());
        ids.put(
                "security-group-rule",
                ec2.authorizeSecurityGroupIngress(r -> r.groupId(id("security-group"))
                                .ipPermissions(p -> p.ipProtocol("-1").ipRanges(i -> i.cidrIp("10.0.0.0/8"))))
                        .securityGroupRules()
                        .get(0)
                        .securityGroupRuleId());
    }

    private void gateways() {
        ids.put(
                "internet-gateway",
                ec2.createInternetGateway().internetGateway().internetGatewayId());
        ec2.attachInternetGateway(
                r -> r.internetGatewayId(id("internet-gateway")).vpcId(id("vpc")));
        ids.put(
                "gateway association",
                ec2.associateRouteTable(r -> r.routeTableId(ec2.createRouteTable(t -> t.vpcId(id("vpc")))
                                        .routeTable()
                                        .routeTableId())
                                .gatewayId(id("internet-gateway")))
                        .associationId());
        ids.put(
                "natgateway",
                ec2.createNatGateway(r -> r.subnetId(id("subnet")).connectivityType("private"))
                        .natGateway()
                        .natGatewayId());
    }

    private void machines(Aws aws) {
        EstateCompute.beforeLaunch(aws, account, ids);
        ids.put(
                "instance",
                ec2.runInstances(r -> r.imageId("ami-12345678")
                                .minCount(1)
                                .maxCount(1)
                                .iamInstanceProfile(p -> p.name("profile"))
                                .placement(p -> p.groupName("group"))
                                .blockDeviceMappings(m -> m.deviceName("/dev/xvda")
                                        .ebs(e -> e.volumeSize(10).volumeType("gp3")))
                                .subnetId(id("subnet")))
                        .instances()
                        .get(0)
                        .instanceId());
        EstateCompute.afterLaunch(ec2, ids);
        ids.put(
                "network-interface",
                ec2.createNetworkInterface(r -> r.subnetId(id("subnet")))
                        .networkInterface()
                        .networkInterfaceId());
        ids.put(
                "interface attachment",
                ec2.attachNetworkInterface(r -> r.networkInterfaceId(id("network-interface"))
                                .instanceId(id("instance"))
                                .deviceIndex(1))
                        .attachmentId());
        var address = ec2.allocateAddress(r -> {});
        ids.put("elastic-ip", address.allocationId());
        ids.put("address itself", address.publicIp());
        ids.put(
                "address association",
                ec2.associateAddress(r -> r.allocationId(id("elastic-ip")).networkInterfaceId(id("network-interface")))
                        .associationId());
    }

    private void others() {
        ids.put(
                "dhcp-options",
                ec2.createDhcpOptions(r -> r.dhcpConfigurations(NewDhcpConfiguration.builder()
                                .key("domain-name")
                                .values("example.com")
                                .build()))
                        .dhcpOptions()
                        .dhcpOptionsId());
        ids.put(
                "prefix-list",
                ec2.createManagedPrefixList(
                                r -> r.prefixListName("estate").maxEntries(2).addressFamily("IPv4"))
                        .prefixList()
                        .prefixListId());
        ids.put(
                "vpc-endpoint",
                ec2.createVpcEndpoint(r -> r.vpcId(id("vpc")).serviceName("com.amazonaws.us-east-1.s3"))
                        .vpcEndpoint()
                        .vpcEndpointId());
        ids.put(
                "vpc-flow-log",
                ec2.createFlowLogs(r -> r.resourceType("VPC")
                                .resourceIds(id("vpc"))
                                .trafficType("ALL")
                                .logDestinationType("s3")
                                .logDestination("arn:aws:s3:::estate"))
                        .flowLogIds()
                        .get(0));
    }

    private void services(Aws aws) {
        String balancer = aws.elb(Aws.root(account), Region.US_EAST_1)
                .createLoadBalancer(r -> r.name("estate")
                        .type(LoadBalancerTypeEnum.NETWORK)
                        .scheme("internal")
                        .subnets(id("subnet")))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
        ids.put(
                "vpc-endpoint-service",
                ec2.createVpcEndpointServiceConfiguration(
                                r -> r.networkLoadBalancerArns(balancer).supportedRegions("us-east-1", "eu-west-1"))
                        .serviceConfiguration()
                        .serviceId());
        ids.put(
                "service notification",
                ec2.createVpcEndpointConnectionNotification(r -> r.serviceId(id("vpc-endpoint-service"))
                                .connectionNotificationArn("arn:aws:sns:us-east-1:" + account + ":estate")
                                .connectionEvents("Accept"))
                        .connectionNotification()
                        .connectionNotificationId());
        ids.put(
                "interface endpoint",
                ec2.createVpcEndpoint(r -> r.vpcId(id("vpc"))
                                .vpcEndpointType(VpcEndpointType.INTERFACE)
                                .serviceName("com.amazonaws.us-east-1.kms")
                                .tagSpecifications(t -> t.resourceType(ResourceType.VPC_ENDPOINT)
                                        .tags(Tag.builder()
                                                .key(TAG)
                                                .value("yes")
                                                .build())))
                        .vpcEndpoint()
                        .vpcEndpointId());
        ids.put(
                "endpoint notification",
                ec2.createVpcEndpointConnectionNotification(r -> r.vpcEndpointId(id("interface endpoint"))
                                .connectionNotificationArn("arn:aws:sns:us-east-1:" + account + ":estate")
                                .connectionEvents("Accept"))
                        .connectionNotification()
                        .connectionNotificationId());
    }

    private void peering() {
        String peer = ec2.createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        ec2.createTags(
                r -> r.resources(peer).tags(Tag.builder().key(TAG).value("yes").build()));
        ids.put(
                "vpc-peering-connection",
                ec2.createVpcPeeringConnection(r -> r.vpcId(id("vpc")).peerVpcId(peer))
                        .vpcPeeringConnection()
                        .vpcPeeringConnectionId());
        ids.put(
                "vpc-block-public-access-exclusion",
                ec2.createVpcBlockPublicAccessExclusion(
                                r -> r.vpcId(id("vpc")).internetGatewayExclusionMode("allow-egress"))
                        .vpcBlockPublicAccessExclusion()
                        .exclusionId());
    }

    private void analyses() {
        ids.put(
                "network-insights-path",
                ec2.createNetworkInsightsPath(r -> r.source(id("network-interface"))
                                .destination(id("internet-gateway"))
                                .protocol("tcp"))
                        .networkInsightsPath()
                        .networkInsightsPathId());
        ids.put(
                "network-insights-analysis",
                ec2.startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(id("network-insights-path")))
                        .networkInsightsAnalysis()
                        .networkInsightsAnalysisId());
        ids.put(
                "network-insights-access-scope",
                ec2.createNetworkInsightsAccessScope(r -> r.matchPaths(p ->
                                p.source(x -> x.resourceStatement(t -> t.resourceTypes("AWS::EC2::InternetGateway")))))
                        .networkInsightsAccessScope()
                        .networkInsightsAccessScopeId());
        ids.put(
                "network-insights-access-scope-analysis",
                ec2.startNetworkInsightsAccessScopeAnalysis(
                                r -> r.networkInsightsAccessScopeId(id("network-insights-access-scope")))
                        .networkInsightsAccessScopeAnalysis()
                        .networkInsightsAccessScopeAnalysisId());
    }
}
