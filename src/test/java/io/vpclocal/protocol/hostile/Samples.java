package io.vpclocal.protocol.hostile;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.People;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;
import software.amazon.awssdk.services.iam.IamClient;

/** An account with one resource of many kinds, and valid values for request members by name. */
final class Samples {

    private final Map<String, String> values = new HashMap<>();

    private Samples() {}

    static Samples in(Aws aws, String account) {
        Samples samples = new Samples();
        samples.texts(account);
        samples.network(aws.ec2(account));
        samples.services(aws.ec2(account), aws.elb(account));
        samples.people(aws.iam(Aws.root(account)), account);
        samples.logs(aws.logs(Aws.root(account), Region.US_EAST_1));
        return samples;
    }

    @Nullable
    String of(String member) {
        String known = values.get(member);
        if (known == null && member.endsWith("s")) {
            known = values.get(member.substring(0, member.length() - 1));
        }
        return known;
    }

    private void put(String value, String... members) {
        for (String member : members) {
            values.put(member, value);
        }
    }

    private void texts(String account) {
        put("10.0.0.0/16", "CidrBlock");
        put("203.0.113.0/24", "DestinationCidrBlock", "CidrIp", "Cidr");
        put("10.0.0.9", "PrivateIpAddress");
        put("us-east-1a", "AvailabilityZone");
        put("tcp", "IpProtocol", "Protocol");
        put("Name", "Key", "TagKey");
        put("name", "Name", "Description", "GroupName", "PrefixListName", "RoleSessionName");
        put("com.amazonaws.us-east-1.s3", "ServiceName");
        put("arn:aws:iam::" + account + ":root", "Principal", "AddAllowedPrincipals");
        put("us-east-1", "RegionName");
        put(People.allowing("ec2:*"), "PolicyDocument", "Policy", "PolicyInputList");
        put(People.trust(account), "AssumeRolePolicyDocument");
        put("arn:aws:iam::aws:policy/ReadOnlyAccess", "PolicyArn", "PermissionsBoundary");
        put("arn:aws:iam::" + account + ":role/r", "RoleArn", "PolicySourceArn", "DeliverLogsPermissionArn");
        put("ec2:DescribeVpcs", "ActionNames");
        put("fields @timestamp, @message | limit 5", "QueryString");
        put("ERROR", "FilterPattern", "Pattern");
        put("value", "Value", "MetricName", "MetricNamespace", "MetricValue", "Message", "PolicyName", "FilterName");
    }

    private void network(Ec2Client ec2) {
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
        put(vpc, "VpcId", "ResourceId", "Resources");
        put(subnet, "SubnetId");
        put(ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId(), "RouteTableId");
        String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        put(gateway, "GatewayId", "InternetGatewayId");
        put(
                ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("g").description("g"))
                        .groupId(),
                "GroupId",
                "SecurityGroupId");
        put(ec2.createNetworkAcl(r -> r.vpcId(vpc)).networkAcl().networkAclId(), "NetworkAclId");
        put(
                ec2.createNetworkInterface(r -> r.subnetId(subnet))
                        .networkInterface()
                        .networkInterfaceId(),
                "NetworkInterfaceId");
        String address = ec2.allocateAddress().allocationId();
        put(address, "AllocationId");
        put(
                ec2.createNatGateway(r -> r.subnetId(subnet)
                                .allocationId(ec2.allocateAddress().allocationId()))
                        .natGateway()
                        .natGatewayId(),
                "NatGatewayId");
        put(
                ec2.createManagedPrefixList(
                                r -> r.prefixListName("p").maxEntries(3).addressFamily("IPv4"))
                        .prefixList()
                        .prefixListId(),
                "PrefixListId",
                "DestinationPrefixListId");
        put(
                ec2.createDhcpOptions(r ->
                                r.dhcpConfigurations(c -> c.key("domain-name").values("example.com")))
                        .dhcpOptions()
                        .dhcpOptionsId(),
                "DhcpOptionsId");
        put(
                ec2.runInstances(r -> r.subnetId(subnet)
                                .imageId("ami-12345678")
                                .minCount(1)
                                .maxCount(1))
                        .instances()
                        .get(0)
                        .instanceId(),
                "InstanceId");
        put("ami-12345678", "ImageId");
        put(
                ec2.createVpcEndpoint(r -> r.vpcId(vpc)
                                .serviceName("com.amazonaws.us-east-1.ec2")
                                .subnetIds(subnet)
                                .vpcEndpointType(VpcEndpointType.INTERFACE))
                        .vpcEndpoint()
                        .vpcEndpointId(),
                "VpcEndpointId");
        put(
                ec2.createFlowLogs(r -> r.resourceIds(vpc)
                                .resourceType("VPC")
                                .trafficType("ALL")
                                .logDestination("arn:aws:s3:::bucket")
                                .logDestinationType("s3"))
                        .flowLogIds()
                        .get(0),
                "FlowLogId");
    }

    private void services(Ec2Client ec2, ElasticLoadBalancingV2Client elb) {
        String subnet = values.get("SubnetId");
        LoadBalancer balancer = elb.createLoadBalancer(
                        r -> r.name("b").subnets(subnet).type(LoadBalancerTypeEnum.NETWORK))
                .loadBalancers()
                .get(0);
        String group = elb.createTargetGroup(r -> r.name("t")
                        .protocol(ProtocolEnum.TCP)
                        .port(80)
                        .targetType(TargetTypeEnum.IP)
                        .vpcId(values.get("VpcId")))
                .targetGroups()
                .get(0)
                .targetGroupArn();
        put(balancer.loadBalancerArn(), "LoadBalancerArn", "NetworkLoadBalancerArn", "ResourceArn");
        put(group, "TargetGroupArn");
        put(
                elb.createListener(r -> r.loadBalancerArn(balancer.loadBalancerArn())
                                .port(80)
                                .protocol(ProtocolEnum.TCP)
                                .defaultActions(a -> a.type("forward").targetGroupArn(group)))
                        .listeners()
                        .get(0)
                        .listenerArn(),
                "ListenerArn");
        String service = ec2.createVpcEndpointServiceConfiguration(r ->
                        r.networkLoadBalancerArns(balancer.loadBalancerArn()).acceptanceRequired(true))
                .serviceConfiguration()
                .serviceId();
        put(service, "ServiceId");
        put(
                ec2.createVpcEndpointConnectionNotification(r -> r.serviceId(service)
                                .connectionNotificationArn("arn:aws:sns:us-east-1:123456789012:topic")
                                .connectionEvents("Accept"))
                        .connectionNotification()
                        .connectionNotificationId(),
                "ConnectionNotificationId");
        put("arn:aws:sns:us-east-1:123456789012:topic", "ConnectionNotificationArn");
        put("Accept", "ConnectionEvents");
    }

    private void people(IamClient iam, String account) {
        iam.createUser(r -> r.userName("u"));
        iam.createGroup(r -> r.groupName("name"));
        iam.createRole(r -> r.roleName("r").assumeRolePolicyDocument(People.trust(account)));
        iam.createInstanceProfile(r -> r.instanceProfileName("p"));
        put("u", "UserName");
        put("r", "RoleName");
        put("p", "InstanceProfileName");
    }

    private void logs(CloudWatchLogsClient logs) {
        logs.createLogGroup(r -> r.logGroupName("group"));
        logs.createLogStream(r -> r.logGroupName("group").logStreamName("stream"));
        put("group", "logGroupName", "logGroupIdentifier", "LogGroupName");
        put("stream", "logStreamName");
        put("name", "filterName", "queryDefinitionName", "destinationName", "policyName", "name");
        put("ERROR", "filterPattern");
        put(values.get("QueryString"), "queryString");
        put("value", "metricName", "metricNamespace", "metricValue", "message");
        put(values.get("RoleArn"), "roleArn", "destinationArn", "targetArn");
        put(values.get("PolicyDocument"), "policyDocument", "accessPolicy");
    }
}
