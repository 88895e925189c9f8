package io.vpclocal.logs.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogAccount;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryDefinition;

/** AWS documentation, API reference. UNVERIFIED: the texts of errors. */
@EmulatorTest
class QueryDefinitionTest {

    @Autowired
    private Aws aws;

    @Test
    void putDescribeChangeDelete() {
        CloudWatchLogsClient logs = new LogAccount(aws).logs;
        String id = logs.putQueryDefinition(r -> r.name("vpc/rejects")
                        .queryString("filter action = 'REJECT'")
                        .logGroupNames("a", "b"))
                .queryDefinitionId();
        logs.putQueryDefinition(r -> r.name("vpc/all").queryString("fields @message"));
        logs.putQueryDefinition(r -> r.name("other").queryString("fields @message"));
        String token = logs.describeQueryDefinitions(
                        r -> r.queryDefinitionNamePrefix("vpc/").maxResults(1))
                .nextToken();
        assertThat(logs.describeQueryDefinitions(
                                r -> r.queryDefinitionNamePrefix("vpc/").nextToken(token))
                        .queryDefinitions())
                .singleElement()
                .satisfies(definition -> {
                    assertThat(definition.queryDefinitionId()).isEqualTo(id);
                    assertThat(definition.queryString()).isEqualTo("filter action = 'REJECT'");
                    assertThat(definition.logGroupNames()).containsExactly("a", "b");
                    assertThat(definition.lastModified()).isPositive();
                });
        logs.putQueryDefinition(r -> r.queryDefinitionId(id).name("renamed").queryString("limit 1"));
        assertThat(logs.describeQueryDefinitions(r -> {}).queryDefinitions())
                .extracting(QueryDefinition::name)
                .containsExactly("other", "renamed", "vpc/all");
        assertThat(logs.describeQueryDefinitions(r -> r.queryLanguage("CWLI")).queryDefinitions())
                .hasSize(3);
        assertThat(logs.describeQueryDefinitions(r -> r.queryLanguage("SQL")).queryDefinitions())
                .isEmpty();
        assertThat(logs.deleteQueryDefinition(r -> r.queryDefinitionId(id)).success())
                .isTrue();
        Expect.awsError("ResourceNotFoundException", () -> logs.deleteQueryDefinition(r -> r.queryDefinitionId(id)));
    }
}
