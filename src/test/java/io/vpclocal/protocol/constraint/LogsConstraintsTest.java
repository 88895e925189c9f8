package io.vpclocal.protocol.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.constraint.ModelShapes.Action;
import io.vpclocal.protocol.constraint.ModelShapes.Shape;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The constraints come from the service's model. Users report the texts. */
@EmulatorTest
class LogsConstraintsTest {

    private static final ModelShapes MODEL = ModelShapes.read(AwsService.LOGS);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry registry;

    /** Users quote the first, the second and the fourth text. UNVERIFIED: the others have the same form. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            DescribeLogGroups | {'logGroupNamePrefix':''} | 2 validation errors detected: Value at 'logGroupNamePrefix' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+; Value at 'logGroupNamePrefix' failed to satisfy constraint: Member must have length greater than or equal to 1
            PutLogEvents | {'logGroupName':'g','logStreamName':'s','logEvents':[{'message':'a'}]} | 1 validation error detected: Value at 'logEvents.1.member.timestamp' failed to satisfy constraint: Member must not be null
            PutLogEvents | {'logGroupName':'g','logStreamName':'s','logEvents':[{'message':'','timestamp':1},{'message':'a','timestamp':-1}]} | 2 validation errors detected: Value at 'logEvents.1.member.message' failed to satisfy constraint: Member must have length greater than or equal to 1; Value at 'logEvents.2.member.timestamp' failed to satisfy constraint: Member must have value greater than or equal to 0
            GetLogEvents | {'logGroupIdentifier':'arn:aws:logs:us-east-1:123456789012:log-group:g:*','logStreamName':'s'} | 1 validation error detected: Value at 'logGroupIdentifier' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w#+=/:,.@-]*
            FilterLogEvents | {'logGroupName':'g','logStreamNames':['a','b:c'],'limit':0} | 2 validation errors detected: Value at 'logStreamNames' failed to satisfy constraint: Member must satisfy constraint: [Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [^:*]*, Member must not be null]; Value at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
            StopQuery | {} | 1 validation error detected: Value at 'queryId' failed to satisfy constraint: Member must not be null
            TagResource | {'resourceArn':'x','tags':{'a!':'b'}} | 1 validation error detected: Value at 'tags' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$, Member must not be null]
            """)
    void messagesAreTheServices(String action, String body, String message) throws Exception {
        JsonNode error = call(action, body.replace('\'', '"'));
        assertThat(error.get("message").stringValue()).isEqualTo(message.replace("\\\\", "\\"));
        assertThat(error.get("__type").stringValue()).isEqualTo("InvalidParameterException");
    }

    @Test
    void atMostTenViolationsAreReported() throws Exception {
        List<Object> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            events.add(Map.of("message", "", "timestamp", 1));
        }
        String body = JSON.writeValueAsString(Map.of("logGroupName", "g", "logStreamName", "s", "logEvents", events));
        assertThat(call("PutLogEvents", body).get("message").stringValue())
                .startsWith("10 validation errors detected: Value at 'logEvents.1.member.message'")
                .contains("'logEvents.10.member.message'")
                .doesNotContain("'logEvents.11.member.message'");
    }

    static Stream<String> actions() {
        return MODEL.actions().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyConstrainedMemberIsChecked(String name) throws Exception {
        Action action = Objects.requireNonNull(MODEL.actions().get(name));
        Shape input = MODEL.shape(action.input());
        if (input == null) {
            return;
        }
        Map<String, String> members = new LinkedHashMap<>(Objects.requireNonNull(input.members()));
        members.keySet().retainAll(knownToTheSdk(name));
        for (Map.Entry<String, String> member : members.entrySet()) {
            @Nullable Shape shape = MODEL.shape(member.getValue());
            for (Map.Entry<Object, String> bad : bad(shape).entrySet()) {
                String body = JSON.writeValueAsString(Map.of(member.getKey(), bad.getKey()));
                assertThat(call(name, body).get("message").stringValue())
                        .as("%s %s", name, member.getKey())
                        .contains(" at '" + member.getKey() + "' failed to satisfy constraint: " + bad.getValue());
            }
            if (input.requires(member.getKey())) {
                assertThat(call(name, "{}").get("message").stringValue())
                        .contains("Value at '" + member.getKey()
                                + "' failed to satisfy constraint: Member must not be null");
            }
        }
    }

    /** Leaves out members that are newer than the SDK. */
    private List<String> knownToTheSdk(String action) throws Exception {
        Class<?> request = registry.find(AwsService.LOGS, action).orElseThrow().requestType();
        return ((SdkPojo) request.getMethod("builder").invoke(null))
                .sdkFields().stream().map(SdkField::memberName).toList();
    }

    /** Values that break each bound of a shape, with the service's error for them. */
    private static Map<Object, String> bad(@Nullable Shape shape) {
        Map<Object, String> bad = new LinkedHashMap<>();
        if (shape == null) {
            return bad;
        }
        BigDecimal max = shape.max();
        BigDecimal min = shape.min();
        boolean number = shape.type().equals("integer") || shape.type().equals("long");
        if (max != null && (number || shape.type().equals("string"))) {
            bad.put(
                    number ? max.add(BigDecimal.ONE) : "a".repeat(max.intValue() + 1),
                    "Member must have " + (number ? "value" : "length") + " less than or equal to " + max);
        }
        if (min != null && min.signum() > 0 && shape.type().equals("string")) {
            bad.put("", "Member must have length greater than or equal to " + min);
        }
        if (min != null && number) {
            bad.put(min.subtract(BigDecimal.ONE), "Member must have value greater than or equal to " + min);
        }
        if (min != null && min.signum() > 0 && shape.type().equals("list")) {
            bad.put(List.of(), "Member must have length greater than or equal to " + min);
        }
        return bad;
    }

    @Test
    void everyActionIsKnown() {
        assertThat(registry.all(AwsService.LOGS))
                .extracting(ActionDefinition::name)
                .containsExactlyInAnyOrderElementsOf(MODEL.actions().keySet());
    }

    private JsonNode call(String action, String body) throws Exception {
        return JSON.readTree(
                RawHttp.json(aws.endpoint(), "Logs_20140328." + action, body).body());
    }
}
