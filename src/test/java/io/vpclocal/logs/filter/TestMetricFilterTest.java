package io.vpclocal.logs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilterMatchRecord;

/** TestMetricFilter. Expected answers: recorded from AWS unless a test says otherwise. */
@EmulatorTest
class TestMetricFilterTest extends LogsTestBase {

    private static final String ACCESS_LOG =
            "127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 1534";

    /** The samples of the API reference of TestMetricFilter. */
    @Test
    void test_samples() {
        List<MetricFilterMatchRecord> matches = logs.testMetricFilter(
                        r -> r.filterPattern("[..., status_code=200, size]")
                                .logEventMessages(ACCESS_LOG.replace(" 200 ", " 404 "), ACCESS_LOG))
                .matches();
        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.eventNumber()).isEqualTo(2);
            assertThat(match.eventMessage()).isEqualTo(ACCESS_LOG);
            assertThat(match.extractedValues())
                    .isEqualTo(Map.of(
                            "$1",
                            "127.0.0.1",
                            "$2",
                            "-",
                            "$3",
                            "frank",
                            "$4",
                            "10/Oct/2000:13:25:15 -0700",
                            "$5",
                            "GET /apache_pb.gif HTTP/1.0",
                            "$status_code",
                            "200",
                            "$size",
                            "1534"));
        });
        assertThat(logs.testMetricFilter(r -> r.filterPattern("127").logEventMessages(ACCESS_LOG))
                        .matches()
                        .get(0)
                        .extractedValues())
                .isEmpty();
        Expect.awsError(
                "InvalidParameterException",
                () -> logs.testMetricFilter(r -> r.filterPattern("").logEventMessages(Collections.nCopies(51, "x"))));
    }

    /** Recorded. */
    @Test
    void jsonPatternsExtractNothing() {
        assertThat(logs.testMetricFilter(r -> r.filterPattern("{ $.a = 1 }").logEventMessages("{\"a\":1}"))
                        .matches())
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.eventNumber()).isEqualTo(1);
                    assertThat(match.hasExtractedValues()).isTrue();
                    assertThat(match.extractedValues()).isEmpty();
                });
    }
}
