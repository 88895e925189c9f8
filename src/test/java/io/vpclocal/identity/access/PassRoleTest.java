package io.vpclocal.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * Passing a role to a service needs {@code iam:PassRole} on that role (IAM User Guide, "Granting a user permissions to
 * pass a role to an AWS service"; keys: Service Authorization Reference, IAM).
 */
@EmulatorTest
class PassRoleTest {

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private FlowLogAccount network;
    private String account;
    private String machine;

    @BeforeEach
    void network() {
        network = new FlowLogAccount(aws);
        account = network.scope.account();
        machine = people.role(account, "machine", account, People.allowing("ec2:Describe*"));
        network.iam.tagRole(r -> r.roleName("machine").tags(t -> t.key("for").value("web")));
        network.iam.createInstanceProfile(r -> r.instanceProfileName("profile"));
        network.iam.addRoleToInstanceProfile(
                r -> r.instanceProfileName("profile").roleName("machine"));
    }

    @Test
    void instancesGetOnlyRolesThatTheCallerCanPass() {
        Ec2Client user = user(statement("ec2:RunInstances", "*", ""));
        String denial = Expect.awsError("UnauthorizedOperation", () -> user.runInstances(launch()))
                .awsErrorDetails()
                .errorMessage();
        assertThat(denial)
                .contains("is not authorized to perform: iam:PassRole on resource: " + machine
                        + " because no identity-based policy allows the iam:PassRole action.");
        user.runInstances(launch().toBuilder()
                .iamInstanceProfile((IamInstanceProfileSpecification) null)
                .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StringEquals | iam:PassedToService | ec2.amazonaws.com | true",
                "StringEquals | iam:PassedToService | vpc-flow-logs.amazonaws.com | false",
                "StringLike | iam:AssociatedResourceArn | arn:aws:ec2:us-east-1:*:instance/* | true",
                "StringLike | iam:AssociatedResourceArn | arn:aws:ec2:eu-west-1:*:instance/* | false",
                "StringEquals | iam:ResourceTag/for | web | true",
                "StringEquals | aws:ResourceTag/for | db | false"
            })
    void conditionsNameTheServiceThatTheRoleIsPassedTo(String operator, String key, String value, boolean allowed) {
        Ec2Client user = user(
                statement("ec2:RunInstances", "*", ""),
                statement(
                        "iam:PassRole",
                        machine,
                        ",\"Condition\":{\"" + operator + "\":{\"" + key + "\":\"" + value + "\"}}"));
        if (allowed) {
            user.runInstances(launch());
        } else {
            Expect.awsError("UnauthorizedOperation", () -> user.runInstances(launch()));
        }
    }

    @ParameterizedTest
    @CsvSource({"InstanceType, t3.micro, true", "InstanceType, m5.large, false", "InstanceProfile, PROFILE, true"})
    void conditionsNameTheInstances(String key, String value, boolean allowed) {
        String profile = "arn:aws:iam::" + account + ":instance-profile/profile";
        String condition = ",\"Condition\":{\"StringEqualsIfExists\":{\"ec2:" + key + "\":\""
                + value.replace("PROFILE", profile) + "\"}}";
        Ec2Client user = user(statement("ec2:RunInstances", "*", condition), statement("iam:PassRole", machine, ""));
        if (allowed) {
            user.runInstances(launch());
        } else {
            Expect.awsError("UnauthorizedOperation", () -> user.runInstances(launch()));
        }
    }

    /** An existing interface is checked by its own ARN, a new one by the ARN of all interfaces. */
    @Test
    void instancesUseOnlyInterfacesThatTheCallerIsAllowed() {
        String own = "arn:aws:ec2:us-east-1:" + account + ":network-interface/" + network.networkInterface;
        Ec2Client user = user(
                "{\"Effect\":\"Allow\",\"Action\":\"ec2:RunInstances\",\"NotResource\":\"arn:aws:ec2:*:*:network-interface/*\"}",
                statement("ec2:RunInstances", own, ""));
        RunInstancesRequest.Builder with = RunInstancesRequest.builder()
                .imageId("ami-12345678")
                .minCount(1)
                .maxCount(1)
                .networkInterfaces(i -> i.deviceIndex(0).networkInterfaceId(network.networkInterface));
        Expect.awsError(
                "UnauthorizedOperation",
                () -> user.runInstances(launch().toBuilder()
                        .iamInstanceProfile(p -> p.name("none"))
                        .build()));
        user.runInstances(with.build());
    }

    @Test
    void flowLogsUseOnlyRolesThatTheCallerCanPass() {
        Ec2Client user = user(statement("ec2:CreateFlowLogs", "*", ""));
        assertThat(Expect.awsError(
                                "UnauthorizedOperation",
                                () -> user.createFlowLogs(network.toGroup("g").build()))
                        .awsErrorDetails()
                        .errorMessage())
                .contains("perform: iam:PassRole on resource: " + network.roleArn);
        Ec2Client passing = user(
                statement("ec2:CreateFlowLogs", "*", ""),
                statement(
                        "iam:PassRole",
                        network.roleArn,
                        ",\"Condition\":{\"StringEquals\":{\"iam:PassedToService\":\"vpc-flow-logs.amazonaws.com\"},"
                                + "\"ArnLike\":{\"iam:AssociatedResourceArn\":\"arn:aws:ec2:us-east-1:" + account
                                + ":vpc-flow-log/*\"}}"));
        assertThat(passing.createFlowLogs(network.toGroup("g").build()).flowLogIds())
                .hasSize(1);
    }

    /** Recorded from AWS: the denial of a delivery names no resource. */
    @Test
    void flowLogsToABucketAreLogDeliveries() {
        Ec2Client user = user(statement("ec2:CreateFlowLogs", "*", ""));
        String text = Expect.awsError(
                        "UnauthorizedOperation",
                        () -> user.createFlowLogs(
                                network.toBucket("arn:aws:s3:::bucket").build()))
                .awsErrorDetails()
                .errorMessage();
        assertThat(text)
                .endsWith("perform: logs:CreateLogDelivery"
                        + " because no identity-based policy allows the logs:CreateLogDelivery action");
        user(statement("ec2:CreateFlowLogs", "*", ""), statement("logs:CreateLogDelivery", "*", ""))
                .createFlowLogs(network.toBucket("arn:aws:s3:::bucket").build());
    }

    /** The endpoint management policy in the AWS PrivateLink Guide must be enough for private DNS names. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void privateDnsNeedsNoFurtherPermission(boolean privateDns) {
        network.ec2.modifyVpcAttribute(r -> r.vpcId(network.vpc).enableDnsHostnames(on -> on.value(true)));
        user(statement("ec2:*VpcEndpoint*", "*", "")).createVpcEndpoint(r -> r.vpcId(network.vpc)
                .serviceName("com.amazonaws.us-east-1.kms")
                .vpcEndpointType("Interface")
                .subnetIds(network.subnet)
                .privateDnsEnabled(privateDns));
    }

    private RunInstancesRequest launch() {
        return RunInstancesRequest.builder()
                .imageId("ami-12345678")
                .instanceType("t3.micro")
                .minCount(1)
                .maxCount(1)
                .subnetId(network.subnet)
                .iamInstanceProfile(p -> p.name("profile"))
                .build();
    }

    private Ec2Client user(String... statements) {
        String name = "user" + statements.length;
        return aws.ec2(people.user(account, name, People.document(statements)), Region.US_EAST_1);
    }

    private static String statement(String action, String resource, String condition) {
        return "{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"" + condition
                + "}";
    }
}
