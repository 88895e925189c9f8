package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.testing.Expect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.LogDestinationType;
import software.amazon.awssdk.services.ec2.model.TrafficType;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The typed client of the control API. Expectations come from that API's documentation. */
@VpcLocalTest(fresh = VpcLocalTest.Fresh.PER_METHOD)
class ControlTest {

    private static final String TRUST = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
             "Principal": {"Service": "vpc-flow-logs.amazonaws.com"}}]}
            """;

    @Test
    void healthNamesTheServices(VpcLocalControl control, StsClient sts) {
        sts.getCallerIdentity();
        assertThat(control.health().services()).containsEntry("sts", "running").containsKeys("ec2", "iam", "logs");
    }

    @Test
    void theClockIsFrozenAndAdvanced(VpcLocalControl control) {
        VpcLocalClock clock = control.clock();
        clock.freeze();
        Instant noon = Instant.parse("2030-01-02T12:00:00Z");
        assertThat(clock.set(noon)).isEqualTo(noon);
        assertThat(clock.advance(Duration.ofMinutes(10))).isEqualTo(noon.plusSeconds(600));
        assertThat(clock.now()).isEqualTo(noon.plusSeconds(600));
        assertThat(clock.read().frozen()).isTrue();
        clock.thaw();
        assertThat(clock.read().shift()).isPositive();

        control.undo();

        assertThat(clock.read()).satisfies(reading -> {
            assertThat(reading.frozen()).isFalse();
            assertThat(reading.shift().abs()).isLessThan(Duration.ofDays(1));
        });
    }

    @Test
    void trafficIsEvaluatedAndItsRecordsAreDelivered(
            VpcLocalControl control, IamClient iam, Ec2Client ec2, CloudWatchLogsClient logs) {
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
        String from = ec2.createNetworkInterface(r -> r.subnetId(subnet).privateIpAddress("10.0.1.10"))
                .networkInterface()
                .networkInterfaceId();
        String closed = ec2.createSecurityGroup(r ->
                        r.groupName("closed").description("no inbound rules").vpcId(vpc))
                .groupId();
        ec2.createNetworkInterface(
                r -> r.subnetId(subnet).privateIpAddress("10.0.1.20").groups(closed));
        String role = iam.createRole(r -> r.roleName("flow-logs").assumeRolePolicyDocument(TRUST))
                .role()
                .arn();
        logs.createLogGroup(r -> r.logGroupName("flows"));
        ec2.createFlowLogs(r -> r.resourceIds(vpc)
                .resourceType(FlowLogsResourceType.VPC)
                .trafficType(TrafficType.ALL)
                .logDestinationType(LogDestinationType.CLOUD_WATCH_LOGS)
                .logGroupName("flows")
                .deliverLogsPermissionArn(role));

        FlowVerdict verdict = control.traffic(
                Flow.from(from).to("10.0.1.20").tcp(443).packets(3, 180).lasting(Duration.ofSeconds(2)));

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.stoppedAt()).isNotNull();
        assertThat(verdict.stoppedAt().stage()).isEqualTo("SECURITY_GROUP_INGRESS");
        assertThat(verdict.stoppedAt().component()).isEqualTo(closed);
        assertThat(verdict.hops()).contains(verdict.stoppedAt());
        assertThat(verdict.request().packets()).isEqualTo(3);
        assertThat(verdict.records()).extracting(FlowVerdict.Seen::action).contains("REJECT");
        assertThat(control.flushFlowLogs().flowLogs()).isPositive();
    }

    @Test
    void flowLogsLoseDataUntilTheCapacityIsRemoved(VpcLocalControl control, VpcLocal emulator) {
        assertThat(control.captureCapacity()).isNull();

        control.setCaptureCapacity(3);

        assertThat(control.captureCapacity()).isEqualTo(3);
        assertThat(emulator.newAccount().control().captureCapacity()).isNull();
        control.undo();
        assertThat(control.captureCapacity()).isNull();
        assertThatThrownBy(() -> control.setCaptureCapacity(-1))
                .isInstanceOfSatisfying(VpcLocalException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("InvalidParameter"));
    }

    @Test
    void faultsApplyToTheAccountAndAreRemoved(VpcLocalControl control, Ec2Client ec2, VpcLocal emulator) {
        VpcLocalFaults.Rule rule =
                control.faults().add(Fault.on("ec2", "DescribeVpc*").error("InternalError", "Out of order.", 500));

        Expect.awsError("InternalError", ec2::describeVpcs);
        assertThat(emulator.newAccount().client(Ec2Client.class).describeVpcs().vpcs())
                .hasSize(1);
        assertThat(control.faults().get(rule.id()).hits()).isPositive();
        control.undo();
        assertThat(ec2.describeVpcs().vpcs()).hasSize(1);
        assertThat(control.faults().list()).isEmpty();
    }

    @Test
    void theSdkRetriesThrottledCalls(VpcLocalControl control, Ec2Client ec2) {
        VpcLocalFaults.Rule rule = control.faults()
                .add(Fault.on("ec2", "DescribeVpcs").throttling().times(1));
        assertThat(ec2.describeVpcs().vpcs()).hasSize(1);
        assertThat(control.faults().get(rule.id()).remaining()).isZero();
    }

    @Test
    void requestsListCallsAndDenials(VpcLocalControl control, @AsUser(name = "ana") Ec2Client ana) {
        Expect.awsError("UnauthorizedOperation", ana::describeVpcs);

        List<LoggedRequest> denied = control.requests(Map.of("denied", "true"));

        assertThat(denied).singleElement().satisfies(request -> {
            assertThat(request.action()).isEqualTo("DescribeVpcs");
            assertThat(request.error()).isEqualTo("UnauthorizedOperation");
            assertThat(request.denied()).isTrue();
            assertThat(request.decisions())
                    .extracting(LoggedRequest.Decision::action)
                    .contains("ec2:DescribeVpcs");
        });
        assertThat(control.requests()).hasSizeGreaterThan(1);
        assertThat(control.policyFor(denied.get(0).caller())).contains("ec2:DescribeVpcs");
    }

    @Test
    void aResetDeletesOnlyTheAccount(VpcLocalControl control, Ec2Client ec2, VpcLocal emulator) {
        Ec2Client neighbour = emulator.newAccount().client(Ec2Client.class);
        neighbour.createVpc(r -> r.cidrBlock("10.0.0.0/16"));
        ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16"));

        assertThat(control.reset()).isPositive();

        assertThat(ec2.describeVpcs().vpcs()).hasSize(1);
        assertThat(neighbour.describeVpcs().vpcs()).hasSize(2);
    }

    @Test
    void aSnapshotIsSavedAndRestored(VpcLocalControl control, CloudWatchLogsClient logs) {
        logs.createLogGroup(r -> r.logGroupName("kept"));
        VpcLocalSnapshots snapshots = control.snapshots();
        assertThat(snapshots.save("one").rows()).isPositive();
        logs.deleteLogGroup(r -> r.logGroupName("kept"));

        snapshots.restore("one");

        assertThat(logs.describeLogGroups().logGroups()).hasSize(1);
        assertThat(snapshots.list())
                .extracting(VpcLocalSnapshots.Snapshot::name)
                .contains("one");
        snapshots.delete("one");
        assertThatThrownBy(() -> snapshots.restore("one"))
                .isInstanceOfSatisfying(VpcLocalException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("NotFound"));
    }

    @Test
    void otherControlRequestsCanBeSent(VpcLocalControl control) {
        assertThat(control.call("GET", "/_vpclocal/info", null)).contains("\"mode\": \"memory\"");
        assertThatThrownBy(() -> control.call("PUT", "/_vpclocal/clock", "{"))
                .isInstanceOfSatisfying(VpcLocalException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("MalformedBody");
                    assertThat(refusal.status()).isEqualTo(400);
                });
    }
}
