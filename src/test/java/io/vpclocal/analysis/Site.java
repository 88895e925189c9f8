package io.vpclocal.analysis;

import io.vpclocal.testing.Aws;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsPathRequest;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;
import software.amazon.awssdk.services.ec2.model.PathComponent;

/** A VPC of a new account: a public subnet with an internet gateway, a private one, a client and a server. */
public final class Site {

    public final String account = Aws.newAccount();
    public final Ec2Client ec2;
    public final String vpc;
    public final String publicSubnet;
    public final String privateSubnet;
    public final String gateway;
    public final String publicTable;
    public final String clientGroup;
    public final String serverGroup;

    /** 10.0.1.5, in the private subnet. */
    public final String client;

    /** 10.0.0.5 and a public address, in the public subnet. */
    public final String server;

    public final String serverAddress;

    public Site(Aws aws) {
        ec2 = aws.ec2(account);
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        publicSubnet = subnet("10.0.0.0/24", "us-east-1a");
        privateSubnet = subnet("10.0.1.0/24", "us-east-1b");
        gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        publicTable = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        ec2.associateRouteTable(r -> r.routeTableId(publicTable).subnetId(publicSubnet));
        ec2.createRoute(r ->
                r.routeTableId(publicTable).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
        clientGroup = group("client");
        serverGroup = group("server");
        client = networkInterface(privateSubnet, "10.0.1.5", clientGroup);
        server = networkInterface(publicSubnet, "10.0.0.5", serverGroup);
        String allocation = ec2.allocateAddress(r -> r.domain("vpc")).allocationId();
        ec2.associateAddress(r -> r.allocationId(allocation).networkInterfaceId(server));
        serverAddress = ec2.describeAddresses(r -> r.allocationIds(allocation))
                .addresses()
                .get(0)
                .publicIp();
    }

    public String subnet(String cidr, String zone) {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr).availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    public String group(String name) {
        return ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName(name).description(name))
                .groupId();
    }

    public String networkInterface(String subnet, String address, String group) {
        return ec2.createNetworkInterface(
                        r -> r.subnetId(subnet).privateIpAddress(address).groups(group))
                .networkInterface()
                .networkInterfaceId();
    }

    public void allow(String group, int port, String cidr) {
        ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                .ipPermissions(
                        p -> p.ipProtocol("tcp").fromPort(port).toPort(port).ipRanges(range -> range.cidrIp(cidr))));
    }

    public String path(String source, String destination, int port) {
        return path(
                r -> r.source(source).destination(destination).protocol("tcp").destinationPort(port));
    }

    public String path(Consumer<CreateNetworkInsightsPathRequest.Builder> request) {
        return ec2.createNetworkInsightsPath(request).networkInsightsPath().networkInsightsPathId();
    }

    /** Starts an analysis and describes it. */
    public NetworkInsightsAnalysis analyze(String path) {
        String id = ec2.startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path))
                .networkInsightsAnalysis()
                .networkInsightsAnalysisId();
        return describe(id);
    }

    public NetworkInsightsAnalysis describe(String analysis) {
        return ec2.describeNetworkInsightsAnalyses(r -> r.networkInsightsAnalysisIds(analysis))
                .networkInsightsAnalyses()
                .get(0);
    }

    public static List<String> components(List<PathComponent> path) {
        return path.stream().map(component -> component.component().id()).toList();
    }

    public static List<String> codes(NetworkInsightsAnalysis analysis) {
        return analysis.explanations().stream()
                .map(Explanation::explanationCode)
                .toList();
    }
}
