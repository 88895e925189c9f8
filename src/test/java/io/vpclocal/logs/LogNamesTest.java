package io.vpclocal.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vpclocal.protocol.AwsException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogNamesTest {

    /**
     * The first two texts are recorded from AWS. Users quote "reserved". UNVERIFIED: the length text has the usual
     * form.
     */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a b;     1 validation error detected: Value at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+
            a:b;     1 validation error detected: Value at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+
            '';      1 validation error detected: Value at 'logGroupName' failed to satisfy constraint: Member must have length greater than or equal to 1
            aws/x;   Log groups starting with AWS/ are reserved for AWS.
            """)
    void groupName_rejected(String name, String message) {
        assertThat(catchThrowableOfType(AwsException.class, () -> new LogGroupName(name)))
                .hasMessage(message)
                .extracting(AwsException::code)
                .isEqualTo("InvalidParameterException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/aws/vpc/flow-logs", "a_b.c#1-2", "awsome"})
    void groupName_taken(String name) {
        assertThat(new LogGroupName(name)).hasToString(name);
    }

    /** Recorded from AWS, for groups and streams alike. */
    @Test
    void names_tooLong() {
        String name = "a".repeat(513);
        String message = "Invalid LogGroup or LogStream, both must have length less than or equal to 512.";
        assertThatThrownBy(() -> new LogGroupName(name)).hasMessage(message);
        assertThatThrownBy(() -> new LogStreamName(name)).hasMessage(message);
        assertThat(new LogGroupName(name.substring(1)).value()).hasSize(512);
    }

    /** AWS documentation: no colon and no asterisk. UNVERIFIED: the text has the usual form for patterns. */
    @Test
    void streamName_rules() {
        assertThat(new LogStreamName("eni-1 all [$LATEST]\u00e9")).hasToString("eni-1 all [$LATEST]\u00e9");
        assertThatThrownBy(() -> new LogStreamName("a:b"))
                .hasMessage("1 validation error detected: Value at 'logStreamName' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [^:*]*");
        assertThatThrownBy(() -> new LogStreamName("")).hasMessageContaining("greater than or equal to 1");
    }

    /** AWS documentation: the values. The text is quoted by a test that runs against AWS. */
    @Test
    void retention_onlyListedValues() {
        LogsLimits.RETENTION_DAYS.forEach(
                days -> assertThat(new RetentionDays(days).days()).isEqualTo(days));
        assertThatThrownBy(() -> new RetentionDays(2))
                .hasMessageStartingWith("Invalid retention value. Valid values are: [1, 3, 5, 7, 14, 30,");
        RetentionDays one = new RetentionDays(1);
        assertThat(one.expired(0, 86_400_000)).isFalse();
        assertThat(one.expired(0, 86_400_001)).isTrue();
    }

    /** AWS documentation, TagResource: characters and lengths. UNVERIFIED: the texts have the usual form for maps. */
    @Test
    void tags_rules() {
        assertThatNoException()
                .isThrownBy(() -> LogTags.check(Map.of("K\u00e9y 1_.:/=+-@", "", "b", "x".repeat(256)), 50));
        assertThatThrownBy(() -> LogTags.check(Map.of("a!", "b"), 1))
                .hasMessageStartingWith("1 validation error detected: Value at 'tags' failed to satisfy "
                        + "constraint: Map keys must satisfy constraint: [Member must have length less than");
        assertThatThrownBy(() -> LogTags.check(Map.of("", "b"), 1)).hasMessageContaining("Map keys");
        assertThatThrownBy(() -> LogTags.check(Map.of("a", "x".repeat(257)), 1)).hasMessageContaining("Map value");
        assertThatThrownBy(() -> LogTags.check(Map.of("aws:a", "b"), 1)).hasMessageStartingWith("aws: prefixed");
        assertThatThrownBy(() -> LogTags.check(Map.of("a", "b"), 51))
                .isInstanceOfSatisfying(
                        AwsException.class, e -> assertThat(e.code()).isEqualTo("TooManyTagsException"));
    }

    /** Recorded from AWS for the limit of GetLogEvents. */
    @Test
    void range_words() {
        assertThatThrownBy(() -> Constraints.range("limit", 10_001, 1, 10_000))
                .hasMessage("1 validation error detected: Value at 'limit' failed to satisfy constraint: "
                        + "Member must have value less than or equal to 10000");
        assertThatThrownBy(() -> Constraints.range("limit", 0, 1, 10_000))
                .hasMessageContaining("greater than or equal to 1");
        assertThatNoException().isThrownBy(() -> Constraints.range("limit", 1, 1, 10_000));
    }
}
