package io.vpclocal.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Values of the wrong type in the body of a JSON service: every kind of member with every kind of value. Recorded from
 * Amazon Athena (strings, integers, lists, structures, null, fractions, whole bodies), Kinesis (maps), Amazon SES (booleans)
 * and CloudWatch Logs (a string for a Long). UNVERIFIED: the texts about other values for Long and Double.
 */
@EmulatorTest
class MistypedJsonTest {

    private static final String LIST = "Start of list found where not expected";
    private static final String OBJECT = "Start of structure or map found where not expected.";

    private static final Map<String, String> WRONG = Map.of(
            "STRING_VALUE",
            "'maybe'",
            "NUMBER_VALUE",
            "1",
            "TRUE_VALUE",
            "true",
            "FALSE_VALUE",
            "false",
            LIST,
            "[1]",
            OBJECT,
            "{'a':1}");

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a String   | NUMBER_VALUE TRUE_VALUE FALSE_VALUE | DescribeLogGroups | {'nextToken':%s}",
                "a String   | NUMBER_VALUE TRUE_VALUE FALSE_VALUE | DescribeLogGroups | {'logGroupIdentifiers':[%s]}",
                "a String   | NUMBER_VALUE TRUE_VALUE FALSE_VALUE | CreateLogGroup | {'logGroupName':'g','tags':{'k':%s}}",
                "a String   | NUMBER_VALUE TRUE_VALUE FALSE_VALUE | PutLogEvents | {'logEvents':[{'message':%s}]}",
                "an Integer | STRING_VALUE TRUE_VALUE FALSE_VALUE | DescribeLogGroups | {'limit':%s}",
                "a Long     | STRING_VALUE TRUE_VALUE FALSE_VALUE | StartQuery | {'startTime':%s}",
                "a Long     | STRING_VALUE TRUE_VALUE FALSE_VALUE | PutLogEvents | {'logEvents':[{'timestamp':%s}]}",
                "a Double   | STRING_VALUE TRUE_VALUE FALSE_VALUE | PutMetricFilter | {'metricTransformations':[{'defaultValue':%s}]}",
                "an Boolean | STRING_VALUE | GetLogEvents | {'startFromHead':%s}",
                "a Boolean  | NUMBER_VALUE | GetLogEvents | {'startFromHead':%s}"
            })
    void scalars(String type, String values, String action, String body) throws Exception {
        for (String value : values.split(" ")) {
            assertRefused(action, body.formatted(WRONG.get(value)), value + " can not be converted to " + type);
        }
        assertRefused(action, body.formatted(WRONG.get(LIST)), LIST);
        assertRefused(action, body.formatted(WRONG.get(OBJECT)), OBJECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Expected list or null | " + OBJECT + " | {'a':1} | PutLogEvents | {'logEvents':%s}",
                "Expected list or null | " + OBJECT + " | {'a':1} | DescribeLogGroups | {'logGroupIdentifiers':%s}",
                "Expected map or null | " + LIST + " | [1] | CreateLogGroup | {'tags':%s}",
                "Expected null | " + LIST + " | [1] | PutLogEvents | {'logEvents':[%s]}"
            })
    void listsMapsAndStructures(String scalar, String other, String wrong, String action, String body)
            throws Exception {
        for (String value : List.of("'x'", "1", "1.5", "true", "false")) {
            assertRefused(action, body.formatted(value), scalar);
        }
        assertRefused(action, body.formatted(wrong), other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "'x'", "1", "true", "{'limit':1,}", "{'limit':1} {}"})
    void bodiesThatAreNoObjectHaveNoText(String body) throws Exception {
        HttpResponse<String> response = call("DescribeLogGroups", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"__type\":\"SerializationException\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'limit':1.5}",
                "{'limit':1e1}",
                "{'limit':null}",
                "{'logGroupNamePrefix':null,'unknown':{'a':[1]}}",
                "{'includeLinkedAccounts':'false'}",
                "{'includeLinkedAccounts':'N'}"
            })
    void fractionsNullAndWordsAreRead(String body) throws Exception {
        assertThat(call("DescribeLogGroups", body).body()).isEqualTo("{\"logGroups\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DescribeLogGroups | {'limit':99999999999} | less than or equal to 50",
                "DescribeLogGroups | {'limit':-1e999} | greater than or equal to 1",
                "DescribeLogGroups | {'limit':0.9} | greater than or equal to 1",
                "GetLogEvents | {'logGroupName':null} | at 'logStreamName' failed to satisfy constraint: Member must not be null",
                "PutLogEvents | {'logGroupName':'g','logStreamName':'s','logEvents':[null]} | greater than or equal to 1"
            })
    void constraintsComeAfterTheForm(String action, String body, String text) throws Exception {
        HttpResponse<String> response = call(action, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"InvalidParameterException\"", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]"})
    void aListIsNoBody(String body) throws Exception {
        assertRefused("DescribeLogGroups", body, LIST);
    }

    private void assertRefused(String action, String body, String text) throws Exception {
        HttpResponse<String> response = call(action, body);
        assertThat(response.statusCode()).as(body).isEqualTo(400);
        assertThat(response.body())
                .as(body)
                .isEqualTo("{\"__type\":\"SerializationException\",\"Message\":\"" + text + "\"}");
    }

    private HttpResponse<String> call(String action, String body) throws Exception {
        return RawHttp.json(aws.endpoint(), "Logs_20140328." + action, body.replace('\'', '"'));
    }
}
