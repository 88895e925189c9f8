package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.iam.IamClient;
import tools.jackson.databind.JsonNode;

/**
 * The question flow logs are for: why does the traffic not arrive? (AWS documentation, VPC User Guide: "Logging IP traffic
 * using VPC Flow Logs", and the record examples for accepted and rejected traffic.)
 */
@EmulatorTest
class TrafficStoryTest {

    private static final String REJECTED_HTTPS =
            "[version, account, eni, source, destination, srcport, destport=\"443\", protocol=\"6\", packets, bytes,"
                    + " windowstart, windowend, action=\"REJECT\", flowlogstatus]";

    @Autowired
    private Aws aws;

    private Lan lan;

    @BeforeEach
    void newLan() {
        lan = new Lan(aws);
    }

    @Test
    void aGroupThatForgetsPort443IsFoundNamedAndMended() throws Exception {
        CloudWatchLogsClient logs = aws.logs(Aws.root(lan.account), Region.US_EAST_1);
        logs.createLogGroup(r -> r.logGroupName("flows"));
        lan.ec2.createFlowLogs(r -> r.resourceType("VPC")
                .resourceIds(lan.vpc)
                .trafficType("ALL")
                .maxAggregationInterval(60)
                .logGroupName("flows")
                .deliverLogsPermissionArn(role()));

        JsonNode refused = lan.traffic.tcp(lan.client, lan.server, 443);
        assertThat(refused.get("allowed").booleanValue()).isFalse();
        assertThat(refused.get("code").stringValue()).isEqualTo("ENI_SG_RULES_MISMATCH");
        assertThat(refused.get("reason").stringValue())
                .isEqualTo("no inbound rule of " + lan.serverGroup + " allows tcp 443 from 10.0.1.5");
        assertThat(TrafficApi.records(refused))
                .containsExactly(lan.client + " egress ACCEPT", lan.server + " ingress REJECT");
        assertThat(found(logs, REJECTED_HTTPS)).singleElement().satisfies(event -> assertThat(event.message())
                .startsWith("2 " + lan.account + " " + lan.server + " 10.0.1.5 10.0.2.5 49152 443 6 1 60 ")
                .endsWith(" REJECT OK"));

        lan.allow(lan.serverGroup, 443, "10.0.1.0/24");
        JsonNode mended = lan.traffic.tcp(lan.client, lan.server, 443);
        assertThat(mended.get("allowed").booleanValue()).isTrue();
        assertThat(TrafficApi.stages(mended.get("request")))
                .contains("SECURITY_GROUP_EGRESS", "NETWORK_ACL_EGRESS", "ROUTE", "NETWORK_ACL_INGRESS")
                .endsWith("SECURITY_GROUP_INGRESS");
        assertThat(found(logs, "REJECT")).hasSize(1);
        assertThat(found(logs, "ACCEPT")).hasSize(5);
    }

    private List<FilteredLogEvent> found(CloudWatchLogsClient logs, String pattern) throws Exception {
        assertThat(RawHttp.send(RawHttp.request(aws.endpoint(), "/_vpclocal/flow-logs/flush")
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        return logs.filterLogEvents(r -> r.logGroupName("flows").filterPattern(pattern))
                .events();
    }

    private String role() {
        IamClient iam = aws.iam(Aws.root(lan.account));
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
}
