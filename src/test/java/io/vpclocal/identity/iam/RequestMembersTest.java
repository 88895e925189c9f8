package io.vpclocal.identity.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.RequiredMembers;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.NamedCalls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;

/**
 * Members that break IAM's model. Recorded from AWS: texts do not quote the value, and do not list the values of an enum;
 * path prefixes of ListUsers and other lists, and enums of service-specific credentials. UNVERIFIED for other members.
 */
@EmulatorTest
class RequestMembersTest extends IamTestBase {

    private static final String CONSTRAINT =
            "ValidationError 1 validation error detected: Value at '%s' failed to" + " satisfy constraint: %s";

    /** Values that the reader takes for members that are not plain texts. */
    private static final Map<String, String> VALUES = Map.of(
            "Encoding", "SSH",
            "Status", "Active");

    @Autowired
    private ActionRegistry registry;

    /** Every required member of every action is missed, whatever else the request names. */
    @Test
    void requiredMembers() throws Exception {
        int checked = 0;
        for (ActionDefinition action : registry.all(AwsService.IAM)) {
            List<String> required = RequiredMembers.of("iam", action.name());
            for (String missing : required) {
                String form = form(action, required, missing);
                assertThat(error(form))
                        .as(form)
                        .isEqualTo(CONSTRAINT.formatted(camel(missing), "Member must not be null"));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(150);
    }

    /** UNVERIFIED: an empty list counts as absent. */
    @Test
    void anEmptyList() {
        Expect.awsError(
                "ValidationError",
                "1 validation error detected: Value at 'policyInputList' failed to satisfy constraint: Member must not"
                        + " be null",
                () -> iam.getContextKeysForCustomPolicy(r -> r.policyInputList(List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "UpdateAccessKey, UserName=ana&AccessKeyId=AKIAIOSFODNN7EXAMPLE",
        "UpdateSSHPublicKey, UserName=ana&SSHPublicKeyId=APKAIOSFODNN7EXAMPLE1234",
        "UpdateSigningCertificate, UserName=ana&CertificateId=ABCDEFGHIJKLMNOPQRSTUVWX1234",
        "UpdateServiceSpecificCredential, UserName=ana&ServiceSpecificCredentialId=ACCAIOSFODNN7EXAMPLE1234"
    })
    void aStatusThatDoesNotExist(String action, String members) throws Exception {
        iam.createUser(r -> r.userName("ana"));
        assertThat(error("Action=" + action + "&" + members + "&Status=Maybe"))
                .isEqualTo(CONSTRAINT.formatted("status", "Member must satisfy enum value set"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ListUsers",
                "ListRoles",
                "ListGroups",
                "ListInstanceProfiles",
                "ListServerCertificates",
                "ListPolicies",
                "ListEntitiesForPolicy&PolicyArn=arn:aws:iam::aws:policy/ReadOnlyAccess",
                "ListAttachedUserPolicies&UserName=ana"
            })
    void pathPrefixes(String action) throws Exception {
        iam.createUser(r -> r.userName("ana"));
        for (String prefix : List.of("", "team", "/bad%20path/")) {
            assertThat(error("Action=" + action + "&PathPrefix=" + prefix))
                    .as(prefix)
                    .isEqualTo("ValidationError The specified value for pathPrefix is invalid. It must begin with the /"
                            + " character and contain only alphanumeric characters and/or / characters.");
        }
        String tooLong = "/" + "a".repeat(511) + "/";
        assertThat(error("Action=" + action + "&PathPrefix=" + tooLong))
                .isEqualTo(CONSTRAINT.formatted("pathPrefix", "Member must have length less than or equal to 512"));
        assertThat(error("Action=" + action + "&PathPrefix=" + tooLong.substring(1)))
                .contains("pathPrefix is invalid");
    }

    /** Paths of policies end with a slash, so their prefix does. */
    @Test
    void thePathPrefixOfPolicies() {
        Expect.awsError("ValidationError", () -> iam.listPolicies(r -> r.pathPrefix("/" + "a".repeat(512))));
        assertThat(iam.listUsers(r -> r.pathPrefix("/" + "a".repeat(511))).users())
                .isEmpty();
        assertThat(iam.listUsers(r -> r.pathPrefix("/~/")).users()).isEmpty();
    }

    private String form(ActionDefinition action, List<String> required, String missing) {
        StringBuilder form = new StringBuilder("Action=" + action.name());
        for (SdkField<?> field : fields(action)) {
            String name = field.memberName();
            if (required.contains(name) && !name.equals(missing)) {
                String path = field.marshallingType() != MarshallingType.LIST
                        ? name
                        : name + ".member.1" + (name.equals("Tags") ? ".Key" : "");
                form.append('&').append(path).append('=').append(VALUES.getOrDefault(name, "value"));
            }
        }
        return form.toString();
    }

    private static List<SdkField<?>> fields(ActionDefinition action) {
        try {
            return ((SdkPojo) action.requestType().getMethod("builder").invoke(null)).sdkFields();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(action.name(), e);
        }
    }

    private static String camel(String member) {
        return Character.toLowerCase(member.charAt(0)) + member.substring(1);
    }

    private String error(String form) throws Exception {
        return new NamedCalls(aws, account).error(form + "&Version=2010-05-08");
    }
}
