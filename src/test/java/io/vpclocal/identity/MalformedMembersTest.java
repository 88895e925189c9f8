package io.vpclocal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.codec.Models;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.People;
import io.vpclocal.testing.RawHttp;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.iam.IamClient;

/** Requests of IAM and STS in which a member is missing, empty or of the wrong type. */
@EmulatorTest
class MalformedMembersTest {

    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry actions;

    /** A malformed request is answered with a client error, never with a server error. */
    @ParameterizedTest
    @EnumSource(
            value = AwsService.class,
            names = {"IAM", "STS"})
    void noMemberBreaksAnAction(AwsService service) throws Exception {
        List<String> broken = new ArrayList<>();
        for (ActionDefinition action : actions.all(service)) {
            String account = newAccount();
            Map<String, String> sound = sound(action, account);
            for (Map<String, String> request : variants(action, sound)) {
                request.put("Action", action.name());
                request.put("Version", service.apiVersion());
                HttpResponse<String> answer = RawHttp.form(aws.endpoint(), account, form(request));
                if (answer.statusCode() >= 500) {
                    broken.add(request + " -> " + answer.body());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /** Recorded from AWS: it is a client error. UNVERIFIED: its text. */
    @ParameterizedTest
    @CsvSource({
        "PolicyArns.member.1=",
        "PolicyArns.member.1.other=x",
        "PolicyArns.member.1.x.y=z&PolicyArns.member.2.arn=arn:aws:iam::aws:policy/ReadOnlyAccess",
    })
    void policiesOfSessionsNeedAnArn(String members) throws Exception {
        String account = newAccount();
        for (String action : List.of(
                "GetFederationToken&Name=guest",
                "AssumeRole&RoleSessionName=me&RoleArn=arn:aws:iam::" + account + ":role/r")) {
            HttpResponse<String> answer =
                    RawHttp.form(aws.endpoint(), account, "Version=2011-06-15&Action=" + action + "&" + members);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("<Code>ValidationError</Code>", "policyArns.1.member.arn");
        }
    }

    private String newAccount() {
        String account = Aws.newAccount();
        IamClient iam = aws.iam(Aws.root(account));
        iam.createUser(r -> r.userName("u"));
        iam.createGroup(r -> r.groupName("g"));
        iam.createRole(r -> r.roleName("r").assumeRolePolicyDocument(People.trust(account)));
        iam.createInstanceProfile(r -> r.instanceProfileName("p"));
        return account;
    }

    /** A request with valid values for all top-level scalar members. */
    private static Map<String, String> sound(ActionDefinition action, String account) {
        Map<String, String> request = new LinkedHashMap<>();
        for (SdkField<?> field : Models.newBuilder(action.requestType()).sdkFields()) {
            String value = sample(field.memberName(), account);
            if (field.marshallingType() == MarshallingType.STRING && value != null) {
                request.put(field.locationName(), value);
            }
        }
        return request;
    }

    private static @Nullable String sample(String member, String account) {
        return switch (member) {
            case "UserName" -> "u";
            case "GroupName" -> "g";
            case "RoleName" -> "r";
            case "InstanceProfileName" -> "p";
            case "PolicyName", "NewUserName", "NewGroupName" -> "new";
            case "PolicyArn", "PermissionsBoundary" -> READ_ONLY;
            case "VersionId" -> "v1";
            case "PolicyDocument" -> People.allowing("ec2:*");
            case "AssumeRolePolicyDocument" -> People.trust(account);
            case "RoleArn", "PolicySourceArn" -> "arn:aws:iam::" + account + ":role/r";
            case "RoleSessionName", "Name" -> "session";
            case "AWSServiceName" -> "ecs.amazonaws.com";
            case "AccessKeyId" -> "AKIARZPUZDIKGB2VALC4";
            case "AccountAlias" -> "alias";
            default -> null;
        };
    }

    /** The valid request, and the malformed variants for each member. */
    private static List<Map<String, String>> variants(ActionDefinition action, Map<String, String> sound) {
        List<Map<String, String>> all = new ArrayList<>();
        all.add(new LinkedHashMap<>(sound));
        for (SdkField<?> field : Models.newBuilder(action.requestType()).sdkFields()) {
            String name = field.locationName();
            Map<String, String> without = new LinkedHashMap<>(sound);
            without.remove(name);
            all.add(new LinkedHashMap<>(without));
            wrong(name, field).forEach(pairs -> {
                Map<String, String> request = new LinkedHashMap<>(without);
                for (String pair : pairs.split("&", -1)) {
                    request.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
                }
                all.add(request);
            });
        }
        return all;
    }

    private static Stream<String> wrong(String name, SdkField<?> field) {
        Stream<String> here = Stream.of(
                name + "=",
                name + "=x",
                name + "=\u00e9\u4e2d",
                name + "= ",
                name + "=2147483648",
                name + ".x=y",
                name + ".member=x",
                name + ".member.1=",
                name + ".member.1=x",
                name + ".member.x=y",
                name + ".member.0=x&" + name + ".member.7=y",
                name + ".member.1.member.1=x",
                name + ".1=x",
                name + ".entry.1=x");
        if (field.marshallingType() == MarshallingType.LIST) {
            SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
            return Stream.concat(here, inside(name + ".member.1", element));
        }
        return Stream.concat(here, inside(name, field));
    }

    private static Stream<String> inside(String name, SdkField<?> field) {
        if (field.marshallingType() != MarshallingType.SDK_POJO) {
            return Stream.of();
        }
        SdkPojo structure = field.constructor().get();
        return structure.sdkFields().stream().flatMap(member -> wrong(name + "." + member.locationName(), member));
    }

    private static String form(Map<String, String> request) {
        List<String> pairs = new ArrayList<>();
        request.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }
}
