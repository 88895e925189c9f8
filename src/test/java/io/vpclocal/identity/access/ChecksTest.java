package io.vpclocal.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryRequest;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;

/** Expected: Service Authorization Reference for Amazon EC2, CloudWatch Logs, IAM, and the EC2 User Guide on permissions. */
@EmulatorTest
class ChecksTest {

    private static final String EC2 = "arn:aws:ec2:us-east-1:111122223333:";

    @Autowired
    private Checks checks;

    @Autowired
    private ActionTable table;

    @Test
    void anEndpointIsCheckedAgainstEverythingItConnects() {
        CreateVpcEndpointRequest request = CreateVpcEndpointRequest.builder()
                .vpcId("vpc-1")
                .subnetIds("subnet-1", "subnet-2")
                .securityGroupIds("sg-1")
                .routeTableIds("rtb-1")
                .serviceName("com.amazonaws.us-east-1.s3")
                .build();
        assertThat(asked("ec2:CreateVpcEndpoint", request))
                .containsExactly(
                        "ec2:CreateVpcEndpoint " + EC2 + "vpc/vpc-1",
                        "ec2:CreateVpcEndpoint " + EC2 + "vpc-endpoint/*",
                        "ec2:CreateVpcEndpoint " + EC2 + "route-table/rtb-1",
                        "ec2:CreateVpcEndpoint " + EC2 + "security-group/sg-1",
                        "ec2:CreateVpcEndpoint " + EC2 + "subnet/subnet-1",
                        "ec2:CreateVpcEndpoint " + EC2 + "subnet/subnet-2");
    }

    @Test
    void serviceKeysAreThereForTheEndpointOnly() {
        CreateVpcEndpointRequest request = CreateVpcEndpointRequest.builder()
                .vpcId("vpc-1")
                .serviceName("com.amazonaws.us-east-1.s3")
                .build();
        List<Check> all = all("ec2:CreateVpcEndpoint", request);
        assertThat(all.get(0).keys())
                .doesNotContainKey("ec2:VpceServiceName")
                .containsEntry("ec2:VpcID", List.of("vpc-1"));
        assertThat(all.get(1).keys())
                .containsEntry("ec2:VpceServiceName", List.of("com.amazonaws.us-east-1.s3"))
                .containsEntry("ec2:VpceServiceRegion", List.of("us-east-1"))
                .containsEntry("ec2:VpceMultiRegion", List.of("false"))
                .containsEntry("ec2:Region", List.of("us-east-1"))
                .doesNotContainKey("aws:ResourceAccount");
    }

    @Test
    void tagsOnCreationNeedCreateTags() {
        CreateVpcEndpointRequest request = CreateVpcEndpointRequest.builder()
                .vpcId("vpc-1")
                .tagSpecifications(t -> t.resourceType("vpc-endpoint")
                        .tags(tag -> tag.key("env").value("dev")))
                .build();
        Check last = all("ec2:CreateVpcEndpoint", request).get(2);
        assertThat(last.action() + " " + last.target().arn()).isEqualTo("ec2:CreateTags " + EC2 + "vpc-endpoint/*");
        assertThat(last.keys())
                .containsEntry("ec2:CreateAction", List.of("CreateVpcEndpoint"))
                .containsEntry("aws:RequestTag/env", List.of("dev"))
                .containsEntry("aws:TagKeys", List.of("env"));
        assertThat(all("ec2:CreateVpcEndpoint", request).get(1).keys())
                .containsEntry("aws:RequestTag/env", List.of("dev"));
    }

    /** Recorded from AWS: the denial names the EC2 action first, then vpce:AllowMultiRegion as the denied action. */
    @Test
    void servicesOfOtherRegionsNeedTheirOwnPermission() {
        CreateVpcEndpointRequest request = CreateVpcEndpointRequest.builder()
                .vpcId("vpc-1")
                .serviceRegion("eu-west-1")
                .build();
        Check last = all("ec2:CreateVpcEndpoint", request).get(2);
        assertThat(last.action()).isEqualTo("vpce:AllowMultiRegion");
        assertThat(last.named()).isEqualTo("ec2:CreateVpcEndpoint");
        assertThat(last.target().arn()).isEqualTo(EC2 + "vpc-endpoint/*");
        assertThat(last.keys()).containsEntry("ec2:VpceMultiRegion", List.of("true"));
    }

    @Test
    void flowLogsPassTheirRole() {
        CreateFlowLogsRequest request = CreateFlowLogsRequest.builder()
                .resourceIds("vpc-1", "subnet-1")
                .deliverLogsPermissionArn("arn:aws:iam::111122223333:role/flow")
                .build();
        assertThat(asked("ec2:CreateFlowLogs", request))
                .containsExactly(
                        "ec2:CreateFlowLogs " + EC2 + "vpc-flow-log/*",
                        "ec2:CreateFlowLogs " + EC2 + "subnet/subnet-1",
                        "ec2:CreateFlowLogs " + EC2 + "vpc/vpc-1",
                        "iam:PassRole arn:aws:iam::111122223333:role/flow");
        assertThat(all("ec2:CreateFlowLogs", request).get(3).keys())
                .containsEntry("iam:PassedToService", List.of("vpc-flow-logs.amazonaws.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3", "kinesis-data-firehose"})
    void flowLogsToOtherDestinationsAreLogDeliveries(String destination) {
        CreateFlowLogsRequest request = CreateFlowLogsRequest.builder()
                .resourceIds("vpc-1")
                .logDestinationType(destination)
                .build();
        assertThat(asked("ec2:CreateFlowLogs", request)).endsWith("logs:CreateLogDelivery *");
    }

    @Test
    void tagsGoToResourcesOfAnyKind() {
        CreateTagsRequest request = CreateTagsRequest.builder()
                .resources("vpce-1", "vpce-svc-1", "strange")
                .tags(t -> t.key("a").value("b"))
                .build();
        assertThat(asked("ec2:CreateTags", request))
                .containsExactlyInAnyOrder(
                        "ec2:CreateTags " + EC2 + "vpc-endpoint/vpce-1",
                        "ec2:CreateTags " + EC2 + "vpc-endpoint-service/vpce-svc-1",
                        "ec2:CreateTags *");
        assertThat(all("ec2:CreateTags", request).get(0).keys()).doesNotContainKey("ec2:CreateAction");
    }

    @Test
    void modifiedAttributesAreConditionKeysWithTheirValue() {
        ModifyVpcAttributeRequest request = ModifyVpcAttributeRequest.builder()
                .vpcId("vpc-1")
                .enableDnsSupport(a -> a.value(false))
                .build();
        assertThat(all("ec2:ModifyVpcAttribute", request).get(0).keys())
                .containsEntry("ec2:Attribute", List.of("EnableDnsSupport"))
                .containsEntry("ec2:Attribute/EnableDnsSupport", List.of("false"));
    }

    /** Recorded from AWS: group-level actions name an empty log stream. */
    @Test
    void logGroupArnsEndInAnEmptyStream() {
        String group = "arn:aws:logs:us-east-1:111122223333:log-group:/vpc:log-stream:";
        assertThat(asked(
                        "logs:FilterLogEvents",
                        FilterLogEventsRequest.builder().logGroupName("/vpc").build()))
                .containsExactly("logs:FilterLogEvents " + group);
        assertThat(asked(
                        "logs:PutLogEvents",
                        PutLogEventsRequest.builder()
                                .logGroupName("/vpc")
                                .logStreamName("eni-1")
                                .build()))
                .containsExactly("logs:PutLogEvents " + group + "eni-1");
        assertThat(asked(
                        "logs:DescribeLogGroups",
                        DescribeLogGroupsRequest.builder().build()))
                .containsExactly("logs:DescribeLogGroups arn:aws:logs:us-east-1:111122223333:log-group::log-stream:");
        assertThat(asked(
                        "logs:StartQuery",
                        StartQueryRequest.builder()
                                .logGroupIdentifiers("a", "arn:aws:logs:us-east-1:111122223333:log-group:/vpc:*")
                                .build()))
                .containsExactly(
                        "logs:StartQuery arn:aws:logs:us-east-1:111122223333:log-group:a:log-stream:",
                        "logs:StartQuery " + group);
        assertThat(asked(
                        "logs:DescribeQueries", DescribeQueriesRequest.builder().build()))
                .containsExactly("logs:DescribeQueries *");
    }

    @Test
    void newIamEntitiesAreCheckedByTheirFutureArn() {
        assertThat(asked(
                        "iam:CreateUser",
                        CreateUserRequest.builder()
                                .path("/team/")
                                .userName("bob")
                                .build()))
                .containsExactly("iam:CreateUser arn:aws:iam::111122223333:user/team/bob");
        assertThat(asked(
                        "iam:CreatePolicy",
                        CreatePolicyRequest.builder().policyName("p").build()))
                .containsExactly("iam:CreatePolicy arn:aws:iam::111122223333:policy/p");
        assertThat(asked("iam:ListUsers", ListUsersRequest.builder().build())).containsExactly("iam:ListUsers *");
    }

    private List<String> asked(String action, SdkPojo request) {
        return all(action, request).stream()
                .map(check -> check.action() + " " + check.target().arn())
                .toList();
    }

    private List<Check> all(String action, SdkPojo request) {
        return checks.of(TestCalls.call(action), table.find(action).orElseThrow(), request);
    }
}
