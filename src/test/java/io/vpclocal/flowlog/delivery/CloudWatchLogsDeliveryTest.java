package io.vpclocal.flowlog.delivery;

import static io.vpclocal.flowlog.Flows.tcp;
import static io.vpclocal.flowlog.record.FlowAttributes.Action.ACCEPT;
import static io.vpclocal.flowlog.record.FlowAttributes.Action.REJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.flowlog.Flows;
import io.vpclocal.testing.OtherEmulatorTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.ec2.model.FlowLog;

/** AWS documentation, VPC User Guide: flow logs, unless a test says otherwise. */
@OtherEmulatorTest
class CloudWatchLogsDeliveryTest extends DeliveryAtNoon {

    @Test
    void longFlowHasARecordPerEndedWindow() {
        account.create(account.toGroup("flows").maxAggregationInterval(60));
        capture.capture(
                account.scope,
                List.of(tcp(Flows.at(account), 443, ACCEPT, 91, 9100, NOON.plusSeconds(10), Duration.ofSeconds(90))));
        clock.advance(Duration.ofSeconds(59));
        assertThat(account.logs.describeLogGroups().logGroups())
                .as("the group is created with the first record")
                .isEmpty();
        clock.advance(Duration.ofSeconds(1));
        String head = "2 " + account.scope.account() + " " + account.networkInterface;
        String first = head + " 10.0.0.5 10.0.0.9 49152 443 6 50 5000 1772366410 1772366459 ACCEPT OK";
        String second = head + " 10.0.0.5 10.0.0.9 49152 443 6 41 4100 1772366460 1772366500 ACCEPT OK";
        assertThat(messages("flows")).containsExactly(first);
        clock.advance(Duration.ofHours(1));
        assertThat(messages("flows")).containsExactly(first, second);
    }

    /** AWS documentation, "Supported logs and discovered fields": fields of other formats have to be parsed. */
    @Test
    void onlyTheDefaultFormatHasDiscoveredFields() {
        account.create(account.toGroup("default"));
        account.create(account.toGroup("custom").logFormat("${interface-id} ${dstport} ${bytes}"));
        capture.capture(
                account.scope, List.of(tcp(Flows.at(account), 443, ACCEPT, 2, 80, NOON.plusSeconds(1), Duration.ZERO)));
        clock.advance(MINUTE.multipliedBy(10));
        assertThat(fields("default")).contains("interfaceId", "dstPort", "bytes", "@message");
        assertThat(fields("custom")).contains("@message").doesNotContain("interfaceId", "dstPort", "bytes");
    }

    private List<String> fields(String group) {
        return account.logs.getLogGroupFields(r -> r.logGroupName(group)).logGroupFields().stream()
                .map(field -> field.name())
                .toList();
    }

    @Test
    void oneRecordPerFlowActionAndInterface_atTheTimeItStarts() {
        account.create(account.toGroup("flows"));
        capture.capture(
                account.scope,
                List.of(
                        tcp(Flows.at(account), 443, ACCEPT, 2, 80, NOON.plusSeconds(1), Duration.ofSeconds(1)),
                        tcp(Flows.at(account), 443, ACCEPT, 3, 120, NOON.plusSeconds(50), Duration.ofSeconds(1)),
                        tcp(Flows.at(account), 443, REJECT, 1, 40, NOON.plusSeconds(5), Duration.ZERO)));
        capture.capture(
                account.scope,
                List.of(tcp(Flows.at(account), 443, ACCEPT, 5, 200, NOON.plusSeconds(20), Duration.ZERO)));
        clock.advance(MINUTE.multipliedBy(10));
        assertThat(events("flows"))
                .extracting(FilteredLogEvent::timestamp)
                .containsExactly(
                        NOON.plusSeconds(1).toEpochMilli(), NOON.plusSeconds(5).toEpochMilli());
        assertThat(messages("flows").get(0)).contains(" 10 400 1772366401 1772366451 ACCEPT ");
        assertThat(messages("flows").get(1)).contains(" 1 40 1772366405 1772366405 REJECT ");
    }

    @Test
    void flowLogsRecordOnlyTheirTrafficType() {
        String elsewhere = account.ec2
                .createSubnet(r -> r.vpcId(account.vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
        account.create(account.toGroup("vpc-all"));
        account.create(account.toGroup("subnet-reject")
                .resourceType("Subnet")
                .resourceIds(account.subnet)
                .trafficType("REJECT"));
        account.create(account.toGroup("eni-accept")
                .resourceType("NetworkInterface")
                .resourceIds(account.networkInterface)
                .trafficType("ACCEPT"));
        String other = "eni-0aaaaaaaaaaaaaaaa";
        capture.capture(
                account.scope,
                List.of(
                        tcp(Flows.at(account), 1, ACCEPT, 1, 40, NOON, Duration.ZERO),
                        tcp(Flows.at(account), 2, REJECT, 1, 40, NOON, Duration.ZERO),
                        tcp(Flows.at(account, other, elsewhere), 3, ACCEPT, 1, 40, NOON, Duration.ZERO),
                        tcp(Flows.at(account, other, elsewhere), 4, REJECT, 1, 40, NOON, Duration.ZERO)));
        run.flush();
        assertThat(ports("vpc-all")).containsExactlyInAnyOrder("1", "2", "3", "4");
        assertThat(ports("subnet-reject")).containsExactly("2");
        assertThat(ports("eni-accept")).containsExactly("1");
        // UNVERIFIED: the suffixes of ACCEPT and REJECT follow by analogy.
        assertThat(streams("vpc-all")).containsExactlyInAnyOrder(account.networkInterface + "-all", other + "-all");
        assertThat(streams("subnet-reject")).containsExactly(account.networkInterface + "-reject");
        assertThat(streams("eni-accept")).containsExactly(account.networkInterface + "-accept");
    }

    @Test
    void flowLogsOfOneGroupShareStreams() {
        account.create(account.toGroup("flows"));
        account.create(account.toGroup("flows")
                .resourceType("Subnet")
                .resourceIds(account.subnet)
                .logFormat("${version} ${az-id} ${instance-id} ${tcp-flags} ${flow-direction} ${dstport}"));
        capture.capture(account.scope, List.of(tcp(Flows.at(account), 22, ACCEPT, 4, 160, NOON, Duration.ZERO)));
        run.flush();
        assertThat(streams("flows")).hasSize(1);
        assertThat(messages("flows")).hasSize(2).contains("5 " + Flows.ZONE + " " + Flows.INSTANCE + " 3 - 22");
    }

    @Test
    void trafficBeforeCreationIsNotRecorded() {
        account.create(account.toGroup("old").maxAggregationInterval(60));
        capture.capture(
                account.scope, List.of(tcp(Flows.at(account), 443, ACCEPT, 121, 12100, NOON, Duration.ofMinutes(2))));
        clock.advance(Duration.ofSeconds(90));
        account.create(account.toGroup("new").maxAggregationInterval(60));
        clock.advance(Duration.ofMinutes(5));
        assertThat(messages("old")).hasSize(3);
        assertThat(messages("new")).hasSize(2);
        assertThat(messages("new").get(0)).contains(" 30 3000 1772366490 1772366519 ");
    }

    @Test
    void pastTrafficIsDeliveredLate() {
        account.create(account.toGroup("flows").maxAggregationInterval(60));
        clock.advance(Duration.ofMinutes(30));
        capture.capture(
                account.scope, List.of(tcp(Flows.at(account), 443, ACCEPT, 1, 40, NOON.plusSeconds(5), Duration.ZERO)));
        clock.advance(Duration.ofSeconds(1));
        assertThat(messages("flows")).hasSize(1);
        clock.advance(Duration.ofMinutes(30));
        assertThat(messages("flows")).hasSize(1);
    }

    /**
     * Failure and recovery: DescribeFlowLogs in the EC2 API Reference. Our choice: records are kept until delivery
     * works again.
     */
    @Test
    void brokenRole_isReported_andDeliveryContinuesAfterRepair() {
        String broken = account.create(account.toGroup("broken"));
        String other = account.iam
                .createRole(r -> r.roleName("other").assumeRolePolicyDocument(FlowLogAccount.TRUST))
                .role()
                .arn();
        account.iam.putRolePolicy(r -> r.roleName("other").policyName("p").policyDocument(FlowLogAccount.PERMISSIONS));
        String sound = account.create(account.toGroup("sound").deliverLogsPermissionArn(other));
        account.allow(FlowLogAccount.PERMISSIONS.replace("logs:PutLogEvents", "logs:GetLogEvents"));
        capture.capture(account.scope, List.of(tcp(Flows.at(account), 443, ACCEPT, 1, 40, NOON, Duration.ZERO)));
        run.flush();
        assertThat(describe(broken).deliverLogsStatus()).isEqualTo("FAILED");
        assertThat(describe(broken).deliverLogsErrorMessage()).isEqualTo("Access error");
        assertThat(describe(broken).flowLogStatus()).isEqualTo("ACTIVE");
        assertThat(describe(sound).deliverLogsStatus()).isEqualTo("SUCCESS");
        assertThat(messages("sound")).hasSize(1);

        account.allow(FlowLogAccount.PERMISSIONS);
        run.flush();
        assertThat(describe(broken).deliverLogsStatus()).isEqualTo("SUCCESS");
        assertThat(describe(broken).deliverLogsErrorMessage()).isNull();
        assertThat(messages("broken")).hasSize(1);
        assertThat(messages("sound")).hasSize(1);

        account.iam.updateAssumeRolePolicy(r ->
                r.roleName(FlowLogAccount.ROLE).policyDocument(FlowLogAccount.TRUST.replace("vpc-flow-logs", "ec2")));
        capture.capture(account.scope, List.of(tcp(Flows.at(account), 443, ACCEPT, 1, 40, NOON, Duration.ZERO)));
        run.flush();
        assertThat(describe(broken).deliverLogsErrorMessage()).isEqualTo("Access error");
        assertThat(messages("sound")).hasSize(2);
    }

    @Test
    void deletedGroupIsRecreatedIfTheRoleAllowsIt() {
        String id = account.create(account.toGroup("flows"));
        capture.capture(account.scope, List.of(tcp(Flows.at(account), 443, ACCEPT, 1, 40, NOON, Duration.ZERO)));
        run.flush();
        account.logs.deleteLogGroup(r -> r.logGroupName("flows"));
        account.allow(FlowLogAccount.PERMISSIONS.replace("logs:CreateLogGroup", "logs:GetLogEvents"));
        capture.capture(account.scope, List.of(tcp(Flows.at(account), 443, ACCEPT, 1, 40, NOON, Duration.ZERO)));
        run.flush();
        assertThat(describe(id).deliverLogsErrorMessage()).isEqualTo("Access error");
        account.allow(FlowLogAccount.PERMISSIONS);
        run.flush();
        assertThat(messages("flows")).hasSize(1);
    }

    @Test
    void nothingIsDeliveredThroughADeletedFlowLog() {
        String id = account.create(account.toGroup("flows"));
        capture.capture(account.scope, List.of(tcp(Flows.at(account), 443, ACCEPT, 1, 40, NOON, Duration.ZERO)));
        account.ec2.deleteFlowLogs(r -> r.flowLogIds(id));
        run.flush();
        assertThat(account.logs.describeLogGroups().logGroups()).isEmpty();
    }

    /** The flush is VPC Local's own, to deliver without waiting. */
    @Test
    void flush_laterTrafficOfTheWindowHasItsOwnRecord() throws Exception {
        account.create(account.toGroup("flows"));
        capture.capture(account.scope, List.of(tcp(Flows.at(account), 443, ACCEPT, 1, 40, NOON, Duration.ZERO)));
        assertThat(flush()).contains("\"records\": 1").contains("\"failed\": 0");
        assertThat(flush()).contains("\"records\": 0");
        capture.capture(account.scope, List.of(tcp(Flows.at(account), 443, ACCEPT, 7, 280, NOON, Duration.ZERO)));
        clock.advance(Duration.ofMinutes(10));
        assertThat(messages("flows")).hasSize(2);
    }

    @Test
    void invalidTrafficIsRejected() {
        account.create(account.toGroup("flows"));
        assertThatThrownBy(() -> capture.capture(
                        account.scope, List.of(tcp(Flows.at(account), 443, ACCEPT, 1, 40, NOON, Duration.ofHours(25)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> capture.capture(
                        account.scope,
                        List.of(tcp(Flows.at(account), 443, ACCEPT, 1, 40, Instant.EPOCH, Duration.ZERO))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String flush() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(aws.endpoint().resolve("/_vpclocal/flow-logs/flush"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private FlowLog describe(String id) {
        return account.ec2.describeFlowLogs(r -> r.flowLogIds(id)).flowLogs().get(0);
    }

    private List<FilteredLogEvent> events(String group) {
        return account.logs.filterLogEvents(r -> r.logGroupName(group)).events();
    }

    private List<String> messages(String group) {
        return events(group).stream().map(FilteredLogEvent::message).toList();
    }

    private List<String> ports(String group) {
        return messages(group).stream().map(line -> line.split(" ")[6]).toList();
    }

    private List<String> streams(String group) {
        return account.logs.describeLogStreams(r -> r.logGroupName(group)).logStreams().stream()
                .map(LogStream::logStreamName)
                .toList();
    }
}
