package io.vpclocal.resource;

import io.vpclocal.testing.Aws;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/** Ids for the tables of actions. {@code {SUBNET}} in a line stands for a subnet, which is created on first use. */
final class SampleIds {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final Aws aws;
    private final String account;
    private final Ec2Client ec2;
    private final Map<String, String> ids = new HashMap<>();

    SampleIds(Aws aws, String account) {
        this.aws = aws;
        this.account = account;
        this.ec2 = aws.ec2(account);
    }

    String fill(String line) {
        return NAME.matcher(line).replaceAll(match -> Matcher.quoteReplacement(id(match.group(1))));
    }

    private String id(String name) {
        String known = ids.get(name);
        if (known != null) {
            return known;
        }
        String made = create(name);
        ids.put(name, made);
        return made;
    }

    private String create(String name) {
        return switch (name) {
            case "VPC" -> vpc("10.0.0.0/16");
            case "OTHER" -> vpc("10.1.0.0/16");
            case "SUBNET" -> subnet("VPC", "10.0.0.0/24");
            case "FURTHER" -> subnet("OTHER", "10.1.0.0/24");
            case "ENI", "ENI2" ->
                ec2.createNetworkInterface(r -> r.subnetId(id("SUBNET")))
                        .networkInterface()
                        .networkInterfaceId();
            case "INSTANCE", "INSTANCE2" ->
                ec2.runInstances(r -> r.imageId("ami-12345678")
                                .instanceType(InstanceType.T3_MICRO)
                                .minCount(1)
                                .maxCount(1)
                                .subnetId(id("SUBNET")))
                        .instances()
                        .get(0)
                        .instanceId();
            case "TEMPLATE" -> template();
            case "TGW" -> ec2.createTransitGateway().transitGateway().transitGatewayId();
            case "TGWTABLE" ->
                ec2.createTransitGatewayRouteTable(r -> r.transitGatewayId(id("TGW")))
                        .transitGatewayRouteTable()
                        .transitGatewayRouteTableId();
            case "TGWATTACHMENT" ->
                ec2.createTransitGatewayVpcAttachment(r ->
                                r.transitGatewayId(id("TGW")).vpcId(id("VPC")).subnetIds(id("SUBNET")))
                        .transitGatewayVpcAttachment()
                        .transitGatewayAttachmentId();
            case "LIST" ->
                ec2.createManagedPrefixList(
                                r -> r.prefixListName("sample").maxEntries(1).addressFamily("IPv4"))
                        .prefixList()
                        .prefixListId();
            default -> special(name);
        };
    }

    private String special(String name) {
        return switch (name) {
            case "PATH" ->
                ec2.createNetworkInsightsPath(
                                r -> r.source(id("ENI")).destination(id("ENI2")).protocol("tcp"))
                        .networkInsightsPath()
                        .networkInsightsPathId();
            case "SCOPE" ->
                ec2.createNetworkInsightsAccessScope(r -> r.matchPaths(m ->
                                m.source(s -> s.resourceStatement(t -> t.resourceTypes("AWS::EC2::InternetGateway")))))
                        .networkInsightsAccessScope()
                        .networkInsightsAccessScopeId();
            case "ANALYSIS" ->
                ec2.startNetworkInsightsAccessScopeAnalysis(r -> r.networkInsightsAccessScopeId(id("SCOPE")))
                        .networkInsightsAccessScopeAnalysis()
                        .networkInsightsAccessScopeAnalysisId();
            case "BALANCER", "BALANCER2" -> balancer(name);
            case "SERVICE" ->
                ec2.createVpcEndpointServiceConfiguration(r -> r.networkLoadBalancerArns(id("BALANCER")))
                        .serviceConfiguration()
                        .serviceId();
            default -> throw new AssertionError("Unknown id " + name);
        };
    }

    private String vpc(String cidr) {
        return ec2.createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId();
    }

    private String subnet(String vpc, String cidr) {
        return ec2.createSubnet(r -> r.vpcId(id(vpc)).cidrBlock(cidr)).subnet().subnetId();
    }

    /** With two versions. */
    private String template() {
        String id = ec2.createLaunchTemplate(
                        r -> r.launchTemplateName("sample").launchTemplateData(d -> d.instanceType("t3.micro")))
                .launchTemplate()
                .launchTemplateId();
        ec2.createLaunchTemplateVersion(r -> r.launchTemplateId(id).launchTemplateData(d -> d.instanceType("t3.nano")));
        return id;
    }

    private String balancer(String name) {
        return aws.elb(account)
                .createLoadBalancer(r -> r.name(name)
                        .type(LoadBalancerTypeEnum.NETWORK)
                        .scheme("internal")
                        .subnets(id("SUBNET")))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
    }
}
