package io.vpclocal.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.protocol.MarshallingType;

/** Recorded from AWS for integers of IAM and STS; booleans and the text on times from other services of the protocol. */
class QueryScalarsTest {

    @ParameterizedTest
    @ValueSource(strings = {" 1", "1 ", "1.0", "1e0", "", "-", "+", "1L", "0x10", "99999999999999999999"})
    void integersAreDigits(String text) {
        assertRefused(text, MarshallingType.INTEGER);
        assertRefused(text, MarshallingType.LONG);
        assertRefused(text, MarshallingType.SHORT);
    }

    @Test
    void integersFitTheirType() {
        assertThat(QueryScalars.parse("2147483647", MarshallingType.INTEGER)).isEqualTo(2_147_483_647);
        assertThat(QueryScalars.parse("-2147483648", MarshallingType.INTEGER)).isEqualTo(-2_147_483_648);
        assertThat(QueryScalars.parse("2147483648", MarshallingType.LONG)).isEqualTo(2_147_483_648L);
        assertRefused("2147483648", MarshallingType.INTEGER);
        assertRefused("-2147483649", MarshallingType.INTEGER);
        assertRefused("9223372036854775808", MarshallingType.LONG);
        assertRefused("32768", MarshallingType.SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "True", "yes", "", " true", "01"})
    void booleansAreWrittenInLowerCase(String text) {
        assertRefused(text, MarshallingType.BOOLEAN);
    }

    /** UNVERIFIED: the forms of times. */
    @ParameterizedTest
    @ValueSource(strings = {"", "2024-01-01", "1704067200", " 2024-01-01T00:00:00Z", "2024-01-01 00:00:00Z", "now"})
    void timesFollowIso8601(String text) {
        assertThatThrownBy(() -> QueryScalars.parse(text, MarshallingType.INSTANT))
                .isInstanceOf(RuntimeException.class);
        assertThat(QueryScalars.expected(MarshallingType.INSTANT)).isEqualTo("timestamp must follow ISO8601");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01T00:00:00Z", "2024-01-01T00:00:00.000Z", "2024-01-01T01:00:00+01:00"})
    void timesHaveZones(String text) {
        assertThat(QueryScalars.parse(text, MarshallingType.INSTANT)).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    }

    private static void assertRefused(String text, MarshallingType<?> type) {
        assertThatThrownBy(() -> QueryScalars.parse(text, type)).isInstanceOf(IllegalArgumentException.class);
    }
}
