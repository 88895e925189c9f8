package io.vpclocal.identity.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.NamedCalls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Members that break IAM's model. Recorded from AWS: texts do not quote the value, and do not list the values of an enum;
 * path prefixes of ListUsers and other lists, and enums of service-specific credentials. UNVERIFIED for other members.
 */
@EmulatorTest
class RequestMembersTest extends IamTestBase {

    private static final String CONSTRAINT =
            "ValidationError 1 validation error detected: Value at '%s' failed to" + " satisfy constraint: %s";

    /** Recorded from AWS for thumbprints: an empty list counts as absent. */
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

    private String error(String form) throws Exception {
        return new NamedCalls(aws, account).error(form + "&Version=2010-05-08");
    }
}
