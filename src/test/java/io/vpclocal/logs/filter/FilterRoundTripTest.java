package io.vpclocal.logs.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.vpclocal.logs.LogAccount;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.StandardUnit;

/** Every stored member is described as it was put, so that tools that compare both find no difference. */
@EmulatorTest
class FilterRoundTripTest {

    private static final List<StandardUnit> UNITS = List.copyOf(StandardUnit.knownValues());

    @Autowired
    private Aws aws;

    @Test
    void metricFiltersAreDescribedAsPut() {
        CloudWatchLogsClient logs = account();
        qt().withExamples(150).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            MetricTransformation.Builder given = MetricTransformation.builder()
                    .metricName("m" + random.nextInt(9))
                    .metricNamespace(random.nextBoolean() ? "ns" : "a/b:c d")
                    .metricValue(List.of("1", "$bytes", "-2.5", "1e3").get(random.nextInt(4)));
            if (random.nextBoolean()) {
                given.unit(UNITS.get(random.nextInt(UNITS.size())));
            }
            if (random.nextBoolean()) {
                given.defaultValue(random.nextInt(5) / 2.0);
            } else if (random.nextBoolean()) {
                Map<String, String> dimensions = new TreeMap<>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    dimensions.put("D" + i, i == 0 ? "$eni" : "$action");
                }
                given.dimensions(dimensions);
            }
            String pattern = "[eni, bytes" + (random.nextBoolean() ? ">" : "=") + random.nextInt(9) + ", action]";
            logs.putMetricFilter(r ->
                    r.logGroupName("g").filterName("f").filterPattern(pattern).metricTransformations(given.build()));
            assertThat(logs.describeMetricFilters(r -> r.logGroupName("g")).metricFilters())
                    .singleElement()
                    .satisfies(filter -> {
                        assertThat(filter.filterPattern()).isEqualTo(pattern);
                        assertThat(filter.metricTransformations()).containsExactly(given.build());
                    });
        });
    }

    @Test
    void queryDefinitionsAreDescribedAsPut() {
        CloudWatchLogsClient logs = account();
        String id = logs.putQueryDefinition(r -> r.name("q").queryString("fields @message"))
                .queryDefinitionId();
        qt().withExamples(100).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            String name = "folder" + random.nextInt(9) + "/q \u00e9" + random.nextInt(9);
            String query = "fields @timestamp | limit " + random.nextInt(100) + "\n# " + random.nextLong();
            List<String> groups = random.nextBoolean() ? List.of("g") : List.of();
            logs.putQueryDefinition(
                    r -> r.queryDefinitionId(id).name(name).queryString(query).logGroupNames(groups));
            assertThat(logs.describeQueryDefinitions(r -> {}).queryDefinitions())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.queryDefinitionId()).isEqualTo(id);
                        assertThat(found.name()).isEqualTo(name);
                        assertThat(found.queryString()).isEqualTo(query);
                        assertThat(found.logGroupNames()).isEqualTo(groups);
                    });
        });
    }

    private CloudWatchLogsClient account() {
        LogAccount account = new LogAccount(aws);
        account.group("g");
        return account.logs;
    }
}
