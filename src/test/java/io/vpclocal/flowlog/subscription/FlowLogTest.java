package io.vpclocal.flowlog.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.flowlog.FlowLogTestBase;
import io.vpclocal.flowlog.record.RecordFormat;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Shapes: recorded from AWS (S3) and EC2 API Reference (CloudWatch Logs), unless a test says otherwise. */
@EmulatorTest
class FlowLogTest extends FlowLogTestBase {

    @Test
    void toS3_defaultsAreFilledIn() {
        CreateFlowLogsResponse created = account.ec2.createFlowLogs(
                account.toBucket("arn:aws:s3:::bucket-one").build());
        assertThat(created.clientToken()).matches("[A-Za-z0-9+/]{43}=");
        assertThat(created.unsuccessful()).isEmpty();
        assertThat(created.flowLogIds()).singleElement().asString().matches("fl-[0-9a-f]{17}");

        FlowLog flowLog = describe(created.flowLogIds().get(0));
        assertThat(flowLog.flowLogStatus()).isEqualTo("ACTIVE");
        assertThat(flowLog.deliverLogsStatus()).isEqualTo("SUCCESS");
        assertThat(flowLog.deliverLogsErrorMessage()).isNull();
        assertThat(flowLog.logDestinationTypeAsString()).isEqualTo("s3");
        assertThat(flowLog.logDestination()).isEqualTo("arn:aws:s3:::bucket-one");
        assertThat(flowLog.logGroupName()).isNull();
        assertThat(flowLog.deliverLogsPermissionArn()).isNull();
        assertThat(flowLog.logFormat()).isEqualTo(RecordFormat.DEFAULT.text());
        assertThat(flowLog.maxAggregationInterval()).isEqualTo(600);
        assertThat(flowLog.resourceId()).isEqualTo(account.vpc);
        assertThat(flowLog.trafficTypeAsString()).isEqualTo("ALL");
        assertThat(flowLog.hasTags()).isTrue();
        assertThat(flowLog.destinationOptions().fileFormatAsString()).isEqualTo("plain-text");
        assertThat(flowLog.destinationOptions().hiveCompatiblePartitions()).isFalse();
        assertThat(flowLog.destinationOptions().perHourPartition()).isFalse();
    }

    @Test
    void toAGroup_byNameOrByArn() {
        FlowLog byName = describe(account.create(account.toGroup("group-one")));
        assertThat(byName.logGroupName()).isEqualTo("group-one");
        assertThat(byName.logDestination()).isNull();
        assertThat(byName.deliverLogsPermissionArn()).isEqualTo(account.roleArn);
        assertThat(byName.destinationOptions()).isNull();

        String arn = account.scope.arn("logs", "log-group:group-two");
        FlowLog byArn = describe(
                account.create(account.toGroup("group-two").logGroupName(null).logDestination(arn + ":*")));
        assertThat(byArn.logGroupName()).isEqualTo("group-two");
        assertThat(byArn.logDestination()).isEqualTo(arn);
    }

    @Test
    void everyResourceGetsItsOwnFlowLog_withTags() {
        TagSpecification tags = TagSpecification.builder()
                .resourceType("vpc-flow-log")
                .tags(Tag.builder().key("team").value("net").build())
                .build();
        String second = account.ec2
                .createSubnet(r -> r.vpcId(account.vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
        CreateFlowLogsResponse created = account.ec2.createFlowLogs(account.toGroup("g")
                .resourceType("Subnet")
                .resourceIds(account.subnet, second)
                .tagSpecifications(tags)
                .build());
        assertThat(created.flowLogIds()).hasSize(2).doesNotHaveDuplicates();
        List<FlowLog> described = account.ec2
                .describeFlowLogs(r -> r.flowLogIds(created.flowLogIds()))
                .flowLogs();
        assertThat(described).extracting(FlowLog::resourceId).containsExactly(account.subnet, second);
        assertThat(described)
                .allSatisfy(f -> assertThat(f.tags()).extracting(Tag::value).containsExactly("net"));
        account.ec2.createTags(r -> r.resources(created.flowLogIds())
                .tags(Tag.builder().key("more").value("yes").build()));
        assertThat(describe(created.flowLogIds().get(1)).tags()).hasSize(2);
    }

    /** Recorded from AWS: destinations that differ only by a folder are different. */
    @Test
    void duplicateIsRejected_anotherFolderIsNot() {
        account.create(account.toBucket("arn:aws:s3:::bucket"));
        Expect.awsError(
                "FlowLogAlreadyExists",
                "Error. There is an existing Flow Log with the same configuration and log destination.",
                () -> account.create(account.toBucket("arn:aws:s3:::bucket")));
        account.create(account.toBucket("arn:aws:s3:::bucket/sub"));
        account.create(account.toBucket("arn:aws:s3:::bucket").trafficType("REJECT"));
    }

    @Test
    void clientTokenIsIdempotent() {
        var request = account.toGroup("g")
                .resourceType("Subnet")
                .resourceIds(account.subnet)
                .clientToken("token")
                .build();
        CreateFlowLogsResponse first = account.ec2.createFlowLogs(request);
        assertThat(first.clientToken()).isEqualTo("token");
        assertThat(account.ec2.createFlowLogs(request).flowLogIds()).isEqualTo(first.flowLogIds());
        Expect.awsError(
                "IdempotentParameterMismatch",
                () -> account.ec2.createFlowLogs(
                        request.toBuilder().trafficType("REJECT").build()));
    }

    @ParameterizedTest
    @CsvSource({
        "log-destination-type, s3, 1",
        "log-destination-type, cloud-*, 2",
        "log-group-name, g1, 1",
        "traffic-type, REJECT, 1",
        "deliver-log-status, SUCCESS, 3",
        "deliver-log-status, FAILED, 0",
        "tag:a, b, 1",
        "tag-key, a, 1"
    })
    void filters(String name, String value, int matching) {
        account.create(account.toGroup("g1"));
        account.create(account.toGroup("g2").trafficType("REJECT"));
        String third = account.create(account.toBucket("arn:aws:s3:::bucket"));
        account.ec2.createTags(
                r -> r.resources(third).tags(Tag.builder().key("a").value("b").build()));
        assertThat(account.ec2
                        .describeFlowLogs(r -> r.filter(
                                Filter.builder().name(name).values(value).build()))
                        .flowLogs())
                .hasSize(matching);
    }

    @Test
    void pages() {
        IntStream.range(0, 12).forEach(i -> account.create(account.toGroup("g" + i)));
        assertThat(account.ec2
                        .describeFlowLogsPaginator(r -> r.maxResults(5)
                                .filter(Filter.builder()
                                        .name("resource-id")
                                        .values(account.vpc)
                                        .build()))
                        .flowLogs())
                .extracting(FlowLog::logGroupName)
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(i -> "g" + i).toList());
        Expect.awsError(
                "InvalidParameterValue",
                "The filter 'vpc-id' is invalid",
                () -> account.ec2.describeFlowLogs(r ->
                        r.filter(Filter.builder().name("vpc-id").values("x").build())));
    }

    @Test
    void deleted_allOrNone() {
        String id = account.create(account.toGroup("g"));
        String unknown = "fl-00000000000000000";
        Expect.awsError(
                "InvalidFlowLogId.NotFound",
                "These flow log ids in the input list are not found: [TotalCount: 1] " + unknown,
                () -> account.ec2.deleteFlowLogs(r -> r.flowLogIds(id, unknown)));
        assertThat(account.ec2.deleteFlowLogs(r -> r.flowLogIds(id)).unsuccessful())
                .isEmpty();
        assertThat(account.ec2.describeFlowLogs().flowLogs()).isEmpty();
        Expect.awsError("InvalidFlowLogId.NotFound", () -> account.ec2.describeFlowLogs(r -> r.flowLogIds(id)));
        Expect.awsError(
                "InvalidParameterValue",
                "1 validation error detected: Value null at 'flowLogId' has an invalid format",
                () -> account.ec2.deleteFlowLogs(r -> r.flowLogIds("nonsense")));
        Expect.awsError("MissingParameter", () -> account.ec2.deleteFlowLogs(r -> {}));
    }

    @Test
    void otherAccountsDoNotSeeFlowLogs() {
        String id = account.create(account.toGroup("g"));
        FlowLogAccount other = new FlowLogAccount(aws);
        assertThat(other.ec2.describeFlowLogs().flowLogs()).isEmpty();
        Expect.awsError("InvalidFlowLogId.NotFound", () -> other.ec2.deleteFlowLogs(r -> r.flowLogIds(id)));
    }

    private FlowLog describe(String id) {
        return account.ec2.describeFlowLogs(r -> r.flowLogIds(id)).flowLogs().get(0);
    }
}
