package io.vpclocal.flowlog.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest.Builder;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/**
 * Requests that CreateFlowLogs rejects. Codes and texts are recorded from AWS or quoted by its users, except for rows
 * marked "guess".
 */
@EmulatorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowLogErrorsTest {

    private static final String INVALID = "InvalidParameter";
    private static final String INVALID_FORMAT =
            "1 validation error detected: Value '%s' at 'logFormat' has an invalid format";

    @Autowired
    private Aws aws;

    private FlowLogAccount account;

    @BeforeAll
    void newAccount() {
        account = new FlowLogAccount(aws);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "missingOrConflictingDestinations",
        "roles",
        "formatsAndTypes",
        "unusableDestinations",
        "resources",
        "transitGateways"
    })
    void rejected(String what, String code, String message, boolean toBucket, UnaryOperator<Builder> change) {
        Builder request = toBucket ? account.toBucket("arn:aws:s3:::bucket") : account.toGroup("group");
        Expect.awsError(code, message, () -> account.create(change.apply(request)));
        assertThat(account.ec2.describeFlowLogs().flowLogs()).isEmpty();
    }

    private static Arguments row(
            String what, boolean toBucket, String code, String message, UnaryOperator<Builder> change) {
        return Arguments.of(what, code, message, toBucket, change);
    }

    static Stream<Arguments> missingOrConflictingDestinations() {
        return Stream.of(
                row(
                        "no resource",
                        false,
                        "MissingParameter",
                        "The request must include the ResourceIds parameter. Add the required parameter and retry the"
                                + " request.",
                        r -> r.resourceIds(new String[0])),
                row(
                        "group and destination",
                        false,
                        INVALID,
                        "Please only provide LogGroupName or only provide LogDestination.",
                        r -> r.logDestination("arn:aws:s3:::bucket")),
                row(
                        "neither",
                        false,
                        INVALID,
                        "LogDestination can't be empty if LogGroupName is not provided.",
                        r -> r.logGroupName(null)),
                row(
                        "neither, s3",
                        true,
                        INVALID,
                        "LogDestination can't be empty if LogGroupName is not provided.",
                        r -> r.logDestination(null)),
                row(
                        "group and s3",
                        true,
                        INVALID,
                        "LogDestination type must be cloud-watch-logs if LogGroupName is provided.",
                        r -> r.logDestination(null).logGroupName("group")));
    }

    static Stream<Arguments> roles() {
        return Stream.of(
                row(
                        "no role",
                        false,
                        INVALID,
                        "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.",
                        r -> r.deliverLogsPermissionArn(null)),
                row(
                        "role for s3",
                        true,
                        INVALID,
                        "DeliverLogsPermissionArn is not applicable for s3 delivery",
                        r -> r.deliverLogsPermissionArn("arn:aws:iam::123456789012:role/r")),
                row(
                        "one of two roles",
                        true,
                        INVALID,
                        "When providing a role for cross-account delivery, both the DeliverLogsPermissionArn and"
                                + " DeliverCrossAccountRole fields must be set.",
                        r -> firehose(r).deliverCrossAccountRole("arn:aws:iam::123456789012:role/r")),
                row(
                        "unknown role",
                        false,
                        INVALID,
                        "Unable to assume given IAM role: 'arn:aws:iam::123456789012:role/none'",
                        r -> r.deliverLogsPermissionArn("arn:aws:iam::123456789012:role/none")));
    }

    static Stream<Arguments> formatsAndTypes() {
        return Stream.of(
                row(
                        "interval",
                        false,
                        INVALID,
                        "Invalid Flow Log Max Aggregation Interval.",
                        r -> r.maxAggregationInterval(300)),
                row(
                        "trailing blank in the format",
                        false,
                        "InvalidParameterValue",
                        INVALID_FORMAT.formatted("${version} "),
                        r -> r.logFormat("${version} ")),
                row(
                        "unknown field",
                        false,
                        INVALID,
                        "Unknown fields provided: 'colour'",
                        r -> r.logFormat("${version} ${colour}")),
                row(
                        "no traffic type (guess)",
                        false,
                        "MissingParameter",
                        "The request must contain the parameter trafficType",
                        r -> r.trafficType((String) null)));
    }

    static Stream<Arguments> unusableDestinations() {
        return Stream.of(
                row(
                        "Firehose (ours)",
                        true,
                        "UnsupportedOperation",
                        "VPC Local does not emulate delivery of flow logs to Amazon Data Firehose.",
                        FlowLogErrorsTest::firehose),
                row(
                        "options for a group (guess)",
                        false,
                        INVALID,
                        "DestinationOptions are only applicable for s3 delivery",
                        r -> r.destinationOptions(o -> o.perHourPartition(true))),
                row(
                        "reserved prefix (guess)",
                        true,
                        INVALID,
                        "LogDestination can't contain the reserved term AWSLogs",
                        r -> r.logDestination("arn:aws:s3:::bucket/AWSLogs/")),
                row(
                        "not an ARN (guess)",
                        true,
                        INVALID,
                        "LogDestination bucket is not valid",
                        r -> r.logDestination("bucket")));
    }

    static Stream<Arguments> resources() {
        return Stream.of(
                row(
                        "unknown VPC",
                        false,
                        "InvalidVpcID.NotFound",
                        "The vpc ID 'vpc-00000000000000000' does not exist",
                        r -> r.resourceIds("vpc-00000000000000000")),
                row(
                        "unknown subnet",
                        false,
                        "InvalidSubnetID.NotFound",
                        "The subnet ID 'subnet-00000000000000000' does not exist",
                        r -> r.resourceType("Subnet").resourceIds("subnet-00000000000000000")),
                row(
                        "unknown interface",
                        true,
                        "InvalidNetworkInterfaceID.NotFound",
                        "The networkInterface ID 'eni-00000000000000000' does not exist",
                        r -> r.resourceType("NetworkInterface").resourceIds("eni-00000000000000000")),
                row(
                        "malformed interface",
                        false,
                        "InvalidNetworkInterfaceId.Malformed",
                        "Invalid id: \"x\" (expecting \"eni-...\")",
                        r -> r.resourceType("NetworkInterface").resourceIds("x")),
                row(
                        "id of another type",
                        false,
                        "InvalidSubnetID.Malformed",
                        "Invalid id: \"vpc-00000000000000000\" (expecting \"subnet-...\")",
                        r -> r.resourceType("Subnet").resourceIds("vpc-00000000000000000")),
                row(
                        "too many (guess)",
                        false,
                        "InvalidParameterValue",
                        "A request can name 300 resources at most",
                        r -> r.resourceIds(IntStream.range(0, 301)
                                .mapToObj(i -> "vpc-" + i)
                                .toList())));
    }

    static Stream<Arguments> transitGateways() {
        return Stream.of(
                row(
                        "transit gateway with the longer interval",
                        false,
                        INVALID,
                        "max-aggregation-interval other than 60 sec / 1 min is not supported when the resource-type is"
                                + " TransitGateway or TransitGatewayAttachment",
                        r -> r.resourceType("TransitGateway")
                                .resourceIds("tgw-0123456789abcdef0")
                                .trafficType((String) null)
                                .maxAggregationInterval(600)),
                row(
                        "unknown transit gateway",
                        false,
                        "InvalidTransitGatewayID.NotFound",
                        "Transit Gateway tgw-0123456789abcdef0 was deleted or does not exist.",
                        r -> r.resourceType("TransitGateway")
                                .resourceIds("tgw-0123456789abcdef0")
                                .trafficType((String) null)
                                .maxAggregationInterval(60)),
                row(
                        "traffic type of a transit gateway",
                        false,
                        INVALID,
                        "traffic-type is not supported when the resource-type is TransitGateway or"
                                + " TransitGatewayAttachment",
                        r -> r.resourceType("TransitGatewayAttachment").resourceIds("tgw-attach-0123456789abcdef0")));
    }

    private static Builder firehose(Builder request) {
        return request.logDestinationType("kinesis-data-firehose")
                .logDestination("arn:aws:firehose:us-east-1:123456789012:deliverystream/s");
    }

    @Test
    void flowLogsOfTransitGatewaysThatExistAreNotEmulated() {
        Ec2Client ec2 = aws.ec2();
        String gateway = ec2.createTransitGateway(r -> {}).transitGateway().transitGatewayId();
        Expect.awsError(
                "UnsupportedOperation",
                () -> ec2.createFlowLogs(r -> r.resourceType("TransitGateway")
                        .resourceIds(gateway)
                        .maxAggregationInterval(60)
                        .logDestinationType("s3")
                        .logDestination("arn:aws:s3:::logs")));
    }

    /** Enum values are checked by EC2's front end. */
    @Test
    void unknownEnumValuesAreRejected() {
        Expect.awsError(
                "InvalidParameterValue",
                () -> account.create(account.toGroup("g").trafficType("SOME")));
    }

    @Test
    void dryRun_answersDryRunOperation() {
        Ec2Exception answer = (Ec2Exception) Expect.awsError(
                "DryRunOperation", () -> account.create(account.toGroup("g").dryRun(true)));
        assertThat(answer.statusCode()).isEqualTo(412);
    }

    /** The role's trust is checked when a flow log is created (error text quoted by the Terraform provider). */
    @Test
    void aRoleThatDoesNotTrustTheServiceIsRejected() {
        String role = account.iam
                .createRole(r -> r.roleName("other")
                        .assumeRolePolicyDocument(FlowLogAccount.TRUST.replace("vpc-flow-logs", "ec2")))
                .role()
                .arn();
        Expect.awsError(
                "InvalidParameter",
                "Unable to assume given IAM role: '" + role + "'",
                () -> account.create(account.toGroup("g").deliverLogsPermissionArn(role)));
    }
}
