package io.vpclocal.traffic;

import io.vpclocal.testing.Aws;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.iam.IamClient;

/** A VPC of a new account with a client and a server, each in a subnet and a security group of its own. */
public final class Lan {

    public final String account = Aws.newAccount();
    public final Ec2Client ec2;
    final TrafficApi traffic;
    public final String vpc;
    public final String clientSubnet;
    public final String serverSubnet;
    public final String clientGroup;
    public final String serverGroup;

    /** 10.0.1.5. */
    public final String client;

    /** 10.0.2.5. */
    public final String server;

    public Lan(Aws aws) {
        ec2 = aws.ec2(account);
        traffic = new TrafficApi(aws.endpoint(), account);
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        clientSubnet = subnet("10.0.1.0/24", "us-east-1a");
        serverSubnet = subnet("10.0.2.0/24", "us-east-1b");
        clientGroup = group("client");
        serverGroup = group("server");
        client = networkInterface(clientSubnet, "10.0.1.5", clientGroup);
        server = networkInterface(serverSubnet, "10.0.2.5", serverGroup);
    }

    /** A new role that flow logs may deliver through; answers its ARN. */
    public String flowLogRole(Aws aws) {
        return flowLogRole(aws, account);
    }

    public static String flowLogRole(Aws aws, String account) {
        IamClient iam = aws.iam(Aws.root(account));
        String arn = iam.createRole(r -> r.roleName("flow-logs").assumeRolePolicyDocument("""
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                        "Principal":{"Service":"vpc-flow-logs.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""))
                .role()
                .arn();
        iam.putRolePolicy(r -> r.roleName("flow-logs").policyName("deliver").policyDocument("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:CreateLogGroup",
                "logs:CreateLogStream","logs:PutLogEvents","logs:DescribeLogGroups","logs:DescribeLogStreams"],
                "Resource":"*"}]}"""));
        return arn;
    }

    /** The network interface of a new endpoint of a service, in a subnet. */
    public String connect(BalancedService service, String subnet) {
        return endpoint(service, subnet).networkInterfaceIds().get(0);
    }

    public VpcEndpoint endpoint(BalancedService service, String subnet) {
        return ec2.createVpcEndpoint(r -> r.vpcId(vpc)
                        .vpcEndpointType("Interface")
                        .serviceName(service.service.serviceName())
                        .subnetIds(subnet)
                        .securityGroupIds(serverGroup))
                .vpcEndpoint();
    }

    public void dnsHostnames() {
        ec2.modifyVpcAttribute(r -> r.vpcId(vpc)
                .enableDnsHostnames(AttributeBooleanValue.builder().value(true).build()));
    }

    public void allow(String group, int port, String cidr) {
        ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(tcp(port, cidr)));
    }

    public void revoke(String group, int port, String cidr) {
        ec2.revokeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(tcp(port, cidr)));
    }

    private static IpPermission tcp(int port, String cidr) {
        return IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .ipRanges(range -> range.cidrIp(cidr))
                .build();
    }

    private String subnet(String cidr, String zone) {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr).availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    private String group(String name) {
        return ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName(name).description(name))
                .groupId();
    }

    private String networkInterface(String subnet, String address, String group) {
        return ec2.createNetworkInterface(
                        r -> r.subnetId(subnet).privateIpAddress(address).groups(group))
                .networkInterface()
                .networkInterfaceId();
    }
}
