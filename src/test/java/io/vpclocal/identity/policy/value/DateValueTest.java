package io.vpclocal.identity.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateValueTest {

    /** Forms: W3C's profile of ISO 8601, which AWS's documentation names; the last three were recorded as accepted. */
    @ParameterizedTest
    @CsvSource({
        "0,                             1970-01-01T00:00:00Z",
        "1704067200,                    2024-01-01T00:00:00Z",
        "2024-02,                       2024-02-01T00:00:00Z",
        "2024-02-03,                    2024-02-03T00:00:00Z",
        "2024-02-03T04:05Z,             2024-02-03T04:05:00Z",
        "2024-02-03T04:05:06Z,          2024-02-03T04:05:06Z",
        "2024-02-03T04:05:06.5Z,        2024-02-03T04:05:06.5Z",
        "2024-02-03T04:05:06+02:00,     2024-02-03T02:05:06Z",
        "2024-02-03T04:05:06-02:30,     2024-02-03T06:35:06Z",
        "2020-05-06t7:00:00.123456+23,  2020-05-05T08:00:00.123456Z",
        "02T,                           0002-01-01T00:00:00Z",
        "2017-02-31,                    2017-03-03T00:00:00Z",
    })
    void readable(String text, Instant instant) {
        assertThat(DateValue.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-292275054", "9223372036854775807", "2020-05-06T07:08:09.123456+00:00"})
    void accepted_by_aws(String text) {
        assertThat(DateValue.parse(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "someday",
                "",
                "-",
                "2024-13",
                "2020-05-06t7:00:00.123456+1",
                "2020-05-06t7:00:00.1234567891+10:59",
                "9223372036854775808",
                "-292275055",
                "2024-01-01T24:00",
                "2024-01-01T00:60",
                "2024-01-01T00:00:60",
                "2024-01-01T00:00:00Zx",
                "1-2-3-4"
            })
    void refused(String text) {
        assertThat(DateValue.parse(text)).isNull();
    }
}
