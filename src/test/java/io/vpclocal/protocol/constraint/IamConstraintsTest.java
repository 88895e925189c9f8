package io.vpclocal.protocol.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.codec.Models;
import io.vpclocal.protocol.constraint.ModelShapes.Action;
import io.vpclocal.protocol.constraint.ModelShapes.Shape;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * IAM and STS check a request against their model before they look for anything. IAM does not quote values and names a
 * text's length before its pattern; STS does the opposite.
 */
@EmulatorTest
class IamConstraintsTest {

    private static final Pattern MESSAGE = Pattern.compile("<Message>(.*)</Message>", Pattern.DOTALL);

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry registry;

    /**
     * Recorded from AWS by several projects: all rows. N, L and P stand for the texts about a missing member, its length
     * and its pattern.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            IAM | TagUser&UserName=u&Tags.member.1.Key=k | 1 at 'tags.1.member.value' N
            IAM | TagUser&UserName=u&Tags.member.1.Key=a&Tags.member.1.Value=&Tags.member.2.Value=v | 1 at 'tags.2.member.key' N
            IAM | TagUser&UserName=u&Tags.member.1.Key=a%23&Tags.member.1.Value=v | 1 at 'tags.1.member.key' P[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+
            IAM | TagUser&UserName=u&Tags.member.1.Key=a&Tags.member.1.Value=v%23 | 1 at 'tags.1.member.value' P[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*
            IAM | TagUser&UserName=u&Tags.member.1.Key=&Tags.member.1.Value=v | 2 at 'tags.1.member.key' L greater than or equal to 1; at 'tags.1.member.key' P[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+
            IAM | UntagUser&UserName=u&TagKeys.member.1=a%23&TagKeys.member.2=b%23 | 1 at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+, Member must not be null]
            IAM | GetPolicy&PolicyArn=arn:aws:iam::aws:x | 1 at 'policyArn' L greater than or equal to 20
            IAM | UpdateOpenIDConnectProviderThumbprint&OpenIDConnectProviderArn=arn:aws:iam::123456789012:oidc-provider/x&ThumbprintList= | 1 at 'thumbprintList' N
            IAM | CreateRole&RoleName=r&AssumeRolePolicyDocument={}&Description=%E2%80%94 | 1 at 'description' P[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*
            IAM | ListUsers&PathPrefix=LONG | 1 at 'pathPrefix' L less than or equal to 512
            STS | GetAccessKeyInfo&AccessKeyId=AKIA0123 | 1 'AKIA0123' at 'accessKeyId' L greater than or equal to 16
            STS | GetAccessKeyInfo&AccessKeyId=AKIA-0123456789ABCD | 1 'AKIA-0123456789ABCD' at 'accessKeyId' P[\\w]*
            STS | GetAccessKeyInfo&AccessKeyId=AKIA-012 | 2 'AKIA-012' at 'accessKeyId' P[\\w]*; 'AKIA-012' at 'accessKeyId' L greater than or equal to 16
            STS | AssumeRole&RoleArn=&RoleSessionName=me | 2 '' at 'roleArn' P[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+; '' at 'roleArn' L greater than or equal to 20
            STS | AssumeRole&RoleArn=arn:aws:iam::123456789012:role/r&RoleSessionName=me&DurationSeconds=43201 | 1 '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200
            """)
    void messagesAreTheServices(AwsService service, String call, String expected) throws Exception {
        String form = "Action=" + call.replace("LONG", "/" + "a".repeat(511) + "/");
        int count = expected.charAt(0) - '0';
        String text = expected.substring(2)
                .replace("' N", "' failed to satisfy constraint: Member must not be null")
                .replace("' L ", "' failed to satisfy constraint: Member must have length ")
                .replace("' P", "' failed to satisfy constraint: Member must satisfy regular expression pattern: ")
                .replace("\\\\", "\\");
        HttpResponse<String> answer = call(service, form);
        assertThat(answer.body()).contains("<Code>ValidationError</Code>");
        assertThat(message(answer))
                .isEqualTo(count + (count == 1 ? " validation error" : " validation errors") + " detected: Value "
                        + text.replace("; ", "; Value "));
    }

    /** IAM has texts of its own for these. Recorded from AWS. */
    @Test
    void namesAndPathsHaveTextsOfTheirOwn() throws Exception {
        assertThat(message(call(AwsService.IAM, "Action=CreateUser&UserName=bad/name")))
                .isEqualTo("The specified value for userName is invalid. It must contain only alphanumeric characters"
                        + " and/or the following: +=,.@_-");
        assertThat(message(call(AwsService.IAM, "Action=CreateUser&UserName=ana&Path=bad")))
                .isEqualTo("The specified value for path is invalid. It must begin and end with / and contain only"
                        + " alphanumeric characters and/or / characters.");
    }

    @Test
    void idsOfUnknownAccessKeysAreNotValid() throws Exception {
        assertThat(message(call(AwsService.STS, "Action=GetAccessKeyInfo&AccessKeyId=AROANOTAREALKEY00000")))
                .isEqualTo("Access key ID is not valid.");
    }

    /** Actions without parameters have no constraints. */
    @ParameterizedTest
    @EnumSource(names = {"IAM", "STS"})
    void everyActionIsKnown(AwsService service) {
        Set<String> known = ModelShapes.read(service).actions().keySet();
        assertThat(registry.all(service))
                .filteredOn(action ->
                        !Models.newBuilder(action.requestType()).sdkFields().isEmpty())
                .extracting(ActionDefinition::name)
                .isSubsetOf(known);
    }

    static Stream<Arguments> actions() {
        return Stream.of(AwsService.IAM, AwsService.STS)
                .flatMap(service -> ModelShapes.read(service).actions().keySet().stream()
                        .sorted()
                        .map(action -> Arguments.of(service, action)));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyConstrainedMemberIsChecked(AwsService service, String name) throws Exception {
        ModelShapes model = ModelShapes.read(service);
        Action action = Objects.requireNonNull(model.actions().get(name));
        Shape input = model.shape(action.input());
        if (input == null) {
            return;
        }
        ConstraintStyle style = ConstraintStyle.of(service);
        for (Map.Entry<String, String> member :
                Objects.requireNonNull(input.members()).entrySet()) {
            for (Map.Entry<String, String> bad :
                    bad(model.shape(member.getValue())).entrySet()) {
                String value = URLEncoder.encode(bad.getKey(), StandardCharsets.UTF_8);
                assertThat(message(call(service, "Action=" + name + "&" + member.getKey() + "=" + value)))
                        .as("%s %s", name, member.getKey())
                        .contains("at '" + style.name(member.getKey()) + "' failed to satisfy constraint: "
                                + bad.getValue());
            }
            if (input.requires(member.getKey())) {
                assertThat(message(call(service, "Action=" + name)))
                        .contains("at '" + style.name(member.getKey())
                                + "' failed to satisfy constraint: Member must not be null");
            }
        }
    }

    /** Texts and numbers that break each bound of a shape, with the service's error for them. */
    private static Map<String, String> bad(@Nullable Shape shape) {
        Map<String, String> bad = new LinkedHashMap<>();
        if (shape == null) {
            return bad;
        }
        boolean number = shape.type().equals("integer");
        BigDecimal max = shape.max();
        BigDecimal min = shape.min();
        if (max != null && number) {
            bad.put(max.add(BigDecimal.ONE).toString(), "Member must have value less than or equal to " + max);
        }
        if (min != null && number) {
            bad.put(min.subtract(BigDecimal.ONE).toString(), "Member must have value greater than or equal to " + min);
        }
        if (max != null && shape.type().equals("string") && max.intValue() < 200_000) {
            bad.put("a".repeat(max.intValue() + 1), "Member must have length less than or equal to " + max);
        }
        if (min != null && min.signum() > 0 && shape.type().equals("string")) {
            bad.put("", "Member must have length greater than or equal to " + min);
        }
        Pattern pattern = shape.pattern();
        if (pattern != null) {
            Stream.of("\u20AC\u20AC", "")
                    .filter(text -> !pattern.matcher(text).matches())
                    .findFirst()
                    .ifPresent(text -> bad.put(text, "Member must satisfy regular expression pattern: " + pattern));
        }
        return bad;
    }

    private HttpResponse<String> call(AwsService service, String form) throws Exception {
        return RawHttp.form(aws.endpoint(), "test", form + "&Version=" + service.apiVersion());
    }

    private static String message(HttpResponse<String> answer) {
        Matcher message = MESSAGE.matcher(answer.body());
        return message.find() ? message.group(1) : answer.body();
    }
}
