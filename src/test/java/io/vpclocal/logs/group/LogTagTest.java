package io.vpclocal.logs.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.protocol.ResourceAttributes;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Recorded from AWS: the older and the newer actions share one set of tags. */
@EmulatorTest
class LogTagTest extends LogsTestBase {

    @Autowired
    private List<ResourceAttributes> attributes;

    @Autowired
    private TransactionTemplate transactions;

    private String arn = "";

    @BeforeEach
    void taggedGroup() {
        logs.createLogGroup(r -> r.logGroupName("g").tags(Map.of("env", "test")));
        arn = account.scope.arn("logs", "log-group:g");
    }

    @Test
    void bothFamiliesOfActionsSeeTheSameTags() {
        logs.tagResource(r -> r.resourceArn(arn).tags(Map.of("a", "1")));
        logs.tagLogGroup(r -> r.logGroupName("g").tags(Map.of("b", "2", "env", "prod")));
        Map<String, String> expected = Map.of("a", "1", "b", "2", "env", "prod");
        assertThat(logs.listTagsForResource(r -> r.resourceArn(arn)).tags()).isEqualTo(expected);
        assertThat(logs.listTagsLogGroup(r -> r.logGroupName("g")).tags()).isEqualTo(expected);
        logs.untagResource(r -> r.resourceArn(arn).tagKeys("b", "unknown"));
        logs.untagLogGroup(r -> r.logGroupName("g").tags("a"));
        assertThat(logs.listTagsForResource(r -> r.resourceArn(arn)).tags()).isEqualTo(Map.of("env", "prod"));
    }

    @Test
    void policiesSeeTheTags() {
        ResourceAttributes groups = attributes.stream()
                .filter(a -> a.resourceType().equals("log-group"))
                .findFirst()
                .orElseThrow();
        logs.tagLogGroup(r -> r.logGroupName("g").tags(Map.of("team", "net")));
        // Policies are evaluated within the transaction of the call.
        transactions.executeWithoutResult(status -> {
            assertThat(groups.attributes(account.scope, "g").orElseThrow().tags())
                    .isEqualTo(Map.of("env", "test", "team", "net"));
            assertThat(groups.attributes(account.scope, "other")).isEmpty();
        });
    }

    /** The codes are documented. UNVERIFIED: the texts, except the one for missing groups. */
    @Test
    void errors() {
        Map<String, String> many =
                IntStream.range(0, 50).boxed().collect(Collectors.toMap(i -> "k" + i, String::valueOf));
        Expect.awsError(
                "TooManyTagsException",
                () -> logs.tagResource(r -> r.resourceArn(arn).tags(many)));
        Expect.awsError(
                "InvalidParameterException",
                () -> logs.tagResource(r -> r.resourceArn(arn).tags(Map.of("aws:x", "1"))));
        Expect.awsError(
                "InvalidParameterException",
                () -> logs.tagResource(r -> r.resourceArn(arn).tags(Map.of("a*", "1"))));
        Expect.awsError(
                "ValidationException",
                "Invalid resourceArn",
                () -> logs.tagResource(r -> r.resourceArn(arn + ":*").tags(Map.of("a", "1"))));
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified log group does not exist.",
                () -> logs.listTagsForResource(r -> r.resourceArn(arn + "2")));
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified log group does not exist.",
                () -> logs.tagLogGroup(r -> r.logGroupName("other").tags(Map.of("a", "1"))));
    }
}
