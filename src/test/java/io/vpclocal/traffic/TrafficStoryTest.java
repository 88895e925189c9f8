package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatus;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;
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
    void aMissingRuleForPort443IsFoundAndFixed() throws Exception {
        CloudWatchLogsClient logs = aws.logs(Aws.root(lan.account), Region.US_EAST_1);
        logs.createLogGroup(r -> r.logGroupName("flows"));
        lan.ec2.createFlowLogs(r -> r.resourceType("VPC")
                .resourceIds(lan.vpc)
                .trafficType("ALL")
                .maxAggregationInterval(60)
                .logGroupName("flows")
                .deliverLogsPermissionArn(lan.flowLogRole(aws)));

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

        assertThat(answer(logs, """
                        filter action = "REJECT" and dstPort = 443
                        | stats sum(packets) as packets by srcAddr, dstAddr, interfaceId""")).containsExactly("10.0.1.5 10.0.2.5 " + lan.server + " 1");

        lan.allow(lan.serverGroup, 443, "10.0.1.0/24");
        JsonNode mended = lan.traffic.tcp(lan.client, lan.server, 443);
        assertThat(mended.get("allowed").booleanValue()).isTrue();
        assertThat(TrafficApi.stages(mended.get("request")))
                .contains("SECURITY_GROUP_EGRESS", "NETWORK_ACL_EGRESS", "ROUTE", "NETWORK_ACL_INGRESS")
                .endsWith("SECURITY_GROUP_INGRESS");
        assertThat(found(logs, "REJECT")).hasSize(1);
        assertThat(found(logs, "ACCEPT")).hasSize(5);
        assertThat(answer(logs, "stats count(*) as records by action | sort action"))
                .containsExactly("ACCEPT 5", "REJECT 1");
    }

    /** The rows of a query over the last and the coming hour, as texts. */
    /** Our design: a dry run leaves no trace in flow logs. */
    @Test
    void aDryRunAnswersTheSameAndLeavesNoRecord() throws Exception {
        CloudWatchLogsClient logs = aws.logs(Aws.root(lan.account), Region.US_EAST_1);
        logs.createLogGroup(r -> r.logGroupName("flows"));
        lan.ec2.createFlowLogs(r -> r.resourceType("VPC")
                .resourceIds(lan.vpc)
                .trafficType("ALL")
                .maxAggregationInterval(60)
                .logGroupName("flows")
                .deliverLogsPermissionArn(lan.flowLogRole(aws)));
        String flow = "{'source':'%s','destination':'%s','destinationPort':443,'start':'%s'}"
                .formatted(lan.client, lan.server, Instant.now());

        JsonNode judged = TrafficApi.json(RawHttp.send(
                        RawHttp.request(aws.endpoint(), "/_vpclocal/traffic?dryRun=true&account=" + lan.account)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(flow.replace('\'', '"')))))
                .path("flows")
                .path(0);
        assertThat(found(logs, REJECTED_HTTPS)).isEmpty();

        assertThat(lan.traffic.send(flow)).isEqualTo(judged);
        assertThat(found(logs, REJECTED_HTTPS)).hasSize(1);
    }

    private static List<String> answer(CloudWatchLogsClient logs, String query) {
        long now = System.currentTimeMillis() / 1000;
        String id = logs.startQuery(r -> r.logGroupName("flows")
                        .startTime(now - 3600)
                        .endTime(now + 3600)
                        .queryString(query))
                .queryId();
        GetQueryResultsResponse results = logs.getQueryResults(r -> r.queryId(id));
        while (results.status() == QueryStatus.SCHEDULED || results.status() == QueryStatus.RUNNING) {
            results = logs.getQueryResults(r -> r.queryId(id));
        }
        assertThat(results.status()).isEqualTo(QueryStatus.COMPLETE);
        return results.results().stream()
                .map(row -> row.stream().map(ResultField::value).collect(Collectors.joining(" ")))
                .toList();
    }

    private List<FilteredLogEvent> found(CloudWatchLogsClient logs, String pattern) throws Exception {
        assertThat(RawHttp.send(RawHttp.request(aws.endpoint(), "/_vpclocal/flow-logs/flush")
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        return logs.filterLogEvents(r -> r.logGroupName("flows").filterPattern(pattern))
                .events();
    }
}
