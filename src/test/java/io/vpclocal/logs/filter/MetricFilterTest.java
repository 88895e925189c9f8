package io.vpclocal.logs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StandardUnit;

/** Expected answers: recorded from AWS unless a test says otherwise. */
@EmulatorTest
class MetricFilterTest extends LogsTestBase {

    @BeforeEach
    void newGroup() {
        account.group("g");
        account.group("h");
    }

    @Test
    void aFilterIsDescribedWithItsDefaults() {
        put("g", "f", r -> r.metricTransformations(one().defaultValue(0.0).build()));
        MetricFilter filter =
                logs.describeMetricFilters(r -> {}).metricFilters().get(0);
        assertThat(filter.filterName()).isEqualTo("f");
        assertThat(filter.filterPattern()).isEqualTo("REJECT");
        assertThat(filter.logGroupName()).isEqualTo("g");
        assertThat(filter.applyOnTransformedLogs()).isFalse();
        assertThat(filter.creationTime()).isPositive();
        assertThat(filter.metricTransformations())
                .containsExactly(one().defaultValue(0.0).build());
        assertThat(logs.describeLogGroups(r -> r.logGroupNamePrefix("g"))
                        .logGroups()
                        .get(0)
                        .metricFilterCount())
                .isEqualTo(1);
    }

    @Test
    void puttingAgainReplaces() {
        put("g", "f", r -> {});
        put("g", "f", r -> r.filterPattern("[eni, action=ACCEPT]")
                .metricTransformations(one().dimensions(Map.of("Eni", "$eni")).build()));
        assertThat(logs.describeMetricFilters(r -> r.logGroupName("g")).metricFilters())
                .singleElement()
                .satisfies(filter -> {
                    assertThat(filter.filterPattern()).isEqualTo("[eni, action=ACCEPT]");
                    assertThat(filter.metricTransformations().get(0).dimensions())
                            .containsExactly(Map.entry("Eni", "$eni"));
                });
    }

    @Test
    void describe_selects() {
        for (String name : List.of("b2", "a", "b1")) {
            put("g", name, r -> {});
        }
        put("h", "b1", r -> r.metricTransformations(one().metricName("other").build()));
        assertThat(logs.describeMetricFiltersPaginator(r -> r.limit(2)).metricFilters())
                .extracting(f -> f.logGroupName() + "/" + f.filterName())
                .containsExactly("g/a", "g/b1", "h/b1", "g/b2");
        assertThat(logs.describeMetricFilters(r -> r.logGroupName("g").filterNamePrefix("b"))
                        .metricFilters())
                .extracting(MetricFilter::filterName)
                .containsExactly("b1", "b2");
        assertThat(logs.describeMetricFilters(r -> r.metricName("other").metricNamespace("ns"))
                        .metricFilters())
                .extracting(MetricFilter::logGroupName)
                .containsExactly("h");
        // Documented: name and namespace go together. UNVERIFIED: the text.
        Expect.awsError("InvalidParameterException", () -> logs.describeMetricFilters(r -> r.metricName("other")));
    }

    @Test
    void delete() {
        put("g", "f", r -> {});
        logs.deleteMetricFilter(r -> r.logGroupName("g").filterName("f"));
        assertThat(logs.describeMetricFilters(r -> r.logGroupName("g")).metricFilters())
                .isEmpty();
        // UNVERIFIED: the text.
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified metric filter does not exist.",
                () -> logs.deleteMetricFilter(r -> r.logGroupName("g").filterName("f")));
    }

    @Test
    void moreThanOneTransformationIsRejected() {
        Expect.awsError(
                "InvalidParameterException",
                "1 validation error detected: Value at 'metricTransformations' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 1",
                () -> put("g", "f", r -> r.metricTransformations(one().build(), one().build())));
    }

    /** UNVERIFIED: the texts have the recorded form. */
    @Test
    void lengths() {
        rejected("filterName", 512, () -> put("g", "f".repeat(513), r -> {}));
        rejected("filterPattern", 1024, () -> put("g", "f", r -> r.filterPattern("x".repeat(1025))));
        rejected(
                "metricTransformations.1.member.metricName",
                255,
                () -> put(
                        "g",
                        "f",
                        r -> r.metricTransformations(
                                one().metricName("x".repeat(256)).build())));
        Expect.awsError(
                "InvalidParameterException",
                "Invalid LogGroup or LogStream, both must have length less than or equal to 512.",
                () -> put("g".repeat(513), "f", r -> {}));
    }

    /** AWS documentation, API reference, MetricTransformation. Users report that names without a dollar sign are refused. */
    @ParameterizedTest
    @CsvSource({
        "1, true",
        "-2.5e3, true",
        "$.latency, true",
        "$size, true",
        "size, false",
        "$.a[0].b, true",
        "'a b', false",
        "1x, false",
        "'', false"
    })
    void metricValues(String value, boolean allowed) {
        Runnable put = () -> put(
                "g", "f", r -> r.metricTransformations(one().metricValue(value).build()));
        if (allowed) {
            put.run();
        } else {
            Expect.awsError("InvalidParameterException", put::run);
        }
    }

    /** Users report the last two texts. UNVERIFIED: the first one. */
    @Test
    void dimensions() {
        Map<String, String> four =
                List.of("a", "b", "c", "d").stream().collect(Collectors.toMap(name -> name, name -> "$" + name));
        Expect.awsError(
                "InvalidParameterException",
                () -> put(
                        "g",
                        "f",
                        r -> r.metricTransformations(one().dimensions(four).build())));
        Expect.awsError(
                "InvalidParameterException",
                "Invalid metric transformation: dimensions and default value are mutually exclusive properties",
                () -> put(
                        "g",
                        "f",
                        r -> r.metricTransformations(one().dimensions(Map.of("a", "$a"))
                                .defaultValue(1.0)
                                .build())));
        Expect.awsError(
                "InvalidParameterException",
                "Invalid metric transformation: dimension value must be valid selector",
                () -> put(
                        "g",
                        "f",
                        r -> r.metricTransformations(
                                one().dimensions(Map.of("a", "a")).build())));
    }

    /** Recorded: the first text. UNVERIFIED: the text for an invalid term or regular expression. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[a, b; If a filter pattern starts with '[' it must end with ']'",
                "{ $.a = 1; Invalid metric filter pattern",
                "{ $.a }; Invalid metric filter pattern",
                "a:b; Invalid character(s) in term ':'"
            })
    void malformedPatternsAreRejected(String pattern, String message) {
        Expect.awsError("InvalidParameterException", message, () -> put("g", "f", r -> r.filterPattern(pattern)));
        Expect.awsError("InvalidParameterException", () -> put("g", "f", r -> r.filterPattern("%(%")));
    }

    /** AWS documentation: quotas of 100 filters and of five patterns with regular expressions in a group. */
    @Test
    void quotas() {
        for (int i = 0; i < 5; i++) {
            put("g", "r" + i, r -> r.filterPattern("%a+%"));
        }
        Expect.awsError(
                "LimitExceededException",
                "Resource limit exceeded.",
                () -> put("g", "r5", r -> r.filterPattern("%a+%")));
        put("g", "r0", r -> r.filterPattern("%b+%"));
        for (int i = 5; i < 100; i++) {
            put("g", "f" + i, r -> {});
        }
        Expect.awsError("LimitExceededException", "Resource limit exceeded.", () -> put("g", "f100", r -> {}));
    }

    /** Users report the refusal; that a regular expression is refused as well is our guess. */
    @ParameterizedTest
    @ValueSource(strings = {"", "ERROR", "?a ?b", "%a+%"})
    void dimensionsNeedAPatternWithFields(String pattern) {
        Expect.awsError(
                "InvalidParameterException",
                "The specified filter pattern does not support dimensions",
                () -> put("g", "f", r -> r.filterPattern(pattern)
                        .metricTransformations(
                                one().dimensions(Map.of("a", "$.a")).build())));
        put("g", "f", r -> r.filterPattern("{ $.a = 1 }")
                .metricTransformations(one().dimensions(Map.of("a", "$.a")).build()));
    }

    /** Recorded: a namespace with a colon. Terraform's acceptance test: the unit None is described. */
    @Test
    void filterIsDescribedAsPut() {
        for (StandardUnit unit : StandardUnit.knownValues()) {
            MetricTransformation sent = one().metricNamespace("a:b").unit(unit).build();
            put("g", "f", r -> r.metricTransformations(sent));
            assertThat(logs.describeMetricFilters(r -> r.metricName("m").metricNamespace("a:b"))
                            .metricFilters())
                    .singleElement()
                    .satisfies(
                            filter -> assertThat(filter.metricTransformations()).containsExactly(sent));
        }
    }

    /** Recorded: the values, in the model's order. UNVERIFIED: the path to a nested member has the recorded form. */
    @Test
    void enums() {
        assertThat(Expect.awsError(
                                "InvalidParameterException",
                                () -> put(
                                        "g",
                                        "f",
                                        r -> r.metricTransformations(
                                                one().unit("Miles").build())))
                        .awsErrorDetails()
                        .errorMessage())
                .startsWith("1 validation error detected: Value at 'metricTransformations.1.member.unit' failed"
                        + " to satisfy constraint: Member must satisfy enum value set: [Seconds, Microseconds,");
        Expect.awsError(
                "InvalidParameterException",
                "1 validation error detected: Value at 'orderBy' failed to satisfy constraint: Member must satisfy"
                        + " enum value set: [LogStreamName, LastEventTime]",
                () -> logs.describeLogStreams(r -> r.logGroupName("g").orderBy("x")));
    }

    private void put(String group, String name, Consumer<PutMetricFilterRequest.Builder> change) {
        logs.putMetricFilter(r -> r.logGroupName(group)
                .filterName(name)
                .filterPattern("REJECT")
                .metricTransformations(one().build())
                .applyMutation(change));
    }

    private static MetricTransformation.Builder one() {
        return MetricTransformation.builder()
                .metricName("m")
                .metricNamespace("ns")
                .metricValue("1");
    }

    private static void rejected(String member, int most, Runnable call) {
        assertThat(Expect.awsError("InvalidParameterException", call::run)
                        .awsErrorDetails()
                        .errorMessage())
                .contains("Value at '" + member + "' failed to satisfy constraint: Member must have length less than or"
                        + " equal to " + most);
    }
}
