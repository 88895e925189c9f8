package io.vpclocal.flowlog;

import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.iam.IamClient;

/** A new account with a VPC, a subnet, a network interface, and a delivery role for flow logs. */
public final class FlowLogAccount {

    public static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
             "Principal":{"Service":"vpc-flow-logs.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    public static final String PERMISSIONS = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:CreateLogGroup","logs:CreateLogStream",
             "logs:PutLogEvents","logs:DescribeLogGroups","logs:DescribeLogStreams"],"Resource":"*"}]}""";

    public static final String ROLE = "flow-logs";
    public static final String POLICY = "deliver";

    public final Scope scope = new Scope(Aws.newAccount(), "us-east-1");
    public final Ec2Client ec2;
    public final IamClient iam;
    public final CloudWatchLogsClient logs;
    public final String roleArn;
    public final String vpc;
    public final String subnet;
    public final String networkInterface;

    public FlowLogAccount(Aws aws) {
        ec2 = aws.ec2(scope.account());
        iam = aws.iam(Aws.root(scope.account()));
        logs = aws.logs(Aws.root(scope.account()), Region.US_EAST_1);
        roleArn = iam.createRole(r -> r.roleName(ROLE).assumeRolePolicyDocument(TRUST))
                .role()
                .arn();
        allow(PERMISSIONS);
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
        networkInterface = ec2.createNetworkInterface(r -> r.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
    }

    /** Replaces the role's only policy. */
    public void allow(String document) {
        iam.putRolePolicy(r -> r.roleName(ROLE).policyName(POLICY).policyDocument(document));
    }

    /** A request for a flow log of the VPC to a log group. */
    public CreateFlowLogsRequest.Builder toGroup(String group) {
        return CreateFlowLogsRequest.builder()
                .resourceType("VPC")
                .resourceIds(vpc)
                .trafficType("ALL")
                .logGroupName(group)
                .deliverLogsPermissionArn(roleArn);
    }

    /** A request for a flow log of the VPC to a bucket. */
    public CreateFlowLogsRequest.Builder toBucket(String bucketArn) {
        return CreateFlowLogsRequest.builder()
                .resourceType("VPC")
                .resourceIds(vpc)
                .trafficType("ALL")
                .logDestinationType("s3")
                .logDestination(bucketArn);
    }

    public String create(CreateFlowLogsRequest.Builder request) {
        return ec2.createFlowLogs(request.build()).flowLogIds().get(0);
    }
}
