package io.vpclocal.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;

/** Expected: IAM User Guide, "Troubleshoot SAML federation with IAM", and the STS API Reference. */
@EmulatorTest
class SamlTest extends IamTestBase {

    private static final Path EXAMPLE = Path.of("examples/terraform/iam");

    private String provider;
    private String role;

    @BeforeEach
    void trustTheCompany() throws Exception {
        String metadata = Files.readString(EXAMPLE.resolve("saml-metadata.xml"));
        provider = iam.createSAMLProvider(r -> r.name("company").samlMetadataDocument(metadata))
                .samlProviderArn();
        role = role("\"StringEquals\":{\"saml:aud\":\"https://signin.aws.amazon.com/saml\","
                + "\"saml:iss\":\"https://idp.example.com/saml\",\"saml:sub\":\"ana\","
                + "\"saml:sub_type\":\"persistent\",\"saml:doc\":\"" + account + "/company\"}");
    }

    @Test
    void aUserOfTheCompanyAssumesItsRole() throws Exception {
        AssumeRoleWithSamlResponse assumed = assume(response());
        assertThat(assumed.subject()).isEqualTo("ana");
        assertThat(assumed.subjectType()).isEqualTo("persistent");
        assertThat(assumed.issuer()).isEqualTo("https://idp.example.com/saml");
        assertThat(assumed.audience()).isEqualTo("https://signin.aws.amazon.com/saml");
        assertThat(assumed.nameQualifier()).hasSize(28);
        assertThat(assumed.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::" + account + ":assumed-role/employee/ana@example.com");
        AwsCredentials session = People.session(assumed.credentials());
        assertThat(aws.sts(session).getCallerIdentity().arn())
                .isEqualTo(assumed.assumedRoleUser().arn());
        iam.putRolePolicy(r -> r.roleName("employee")
                .policyName("inline")
                .policyDocument(People.document("{\"Effect\":\"Allow\",\"Action\":\"iam:ListUsers\",\"Resource\":\"*\","
                        + "\"Condition\":{\"StringEquals\":{\"saml:sub\":\"ana\",\"aws:FederatedProvider\":\""
                        + provider + "\"}}}")));
        assertThat(aws.iam(session).listUsers().users()).isEmpty();
    }

    /** A response, an attribute that is replaced, and the error. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://idp.example.com/saml</saml:Issuer> | https://other/</saml:Issuer> | InvalidIdentityToken |"
                        + " Issuer not present in specified provider",
                "Attributes/RoleSessionName | Attributes/Name | InvalidIdentityToken |"
                        + " RoleSessionName is required in AuthnResponse",
                "ana@example.com | a b | InvalidIdentityToken |"
                        + " RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
                "signin.aws.amazon.com/saml | example.com/saml | InvalidIdentityToken |"
                        + " Response does not contain the required audience.",
                "role/employee | role/other | AccessDenied | Not authorized to perform sts:AssumeRoleWithSAML",
                ">ana< | >bob< | AccessDenied | Not authorized to perform sts:AssumeRoleWithSAML",
                "2100-01-01 | 2020-01-01 | ExpiredTokenException | "
            })
    void responsesAreChecked(String found, String replacement, String code, String message) throws Exception {
        String changed = document().replace(found, replacement);
        assertThat(changed).isNotEqualTo(document());
        Expect.awsError(code, message, () -> assume(SamlSigner.signed(changed, EXAMPLE)));
    }

    @Test
    void onlySignedResponsesCount() throws Exception {
        Expect.awsError("InvalidIdentityToken", "Response signature invalid", () -> assume(encoded(document())));
        String signed = new String(Base64.getDecoder().decode(response()), StandardCharsets.UTF_8);
        Expect.awsError(
                "InvalidIdentityToken",
                "Response signature invalid",
                () -> assume(encoded(signed.replace(">ana<", ">eve<"))));
        // A forged assertion beside the signed one.
        String forged = document()
                .replaceAll("(?s).*(<saml:Assertion.*</saml:Assertion>).*", "$1")
                .replace("_a", "_f");
        Expect.awsError(
                "InvalidIdentityToken",
                () -> assume(encoded(signed.replace("</samlp:Response>", forged + "</samlp:Response>"))));
        String external = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>" + signed;
        Expect.awsError("InvalidIdentityToken", () -> assume(encoded(external)));
        Expect.awsError("InvalidIdentityToken", () -> assume("no-xml"));
    }

    @Test
    void providersMustExist() throws Exception {
        String response = response();
        iam.deleteSAMLProvider(r -> r.samlProviderArn(provider));
        Expect.awsError("InvalidIdentityToken", "Specified provider doesn't exist", () -> assume(response));
    }

    /** Reported by users of AWS who gave the ARNs in the wrong order. */
    @Test
    void onlyRolesCanBeAssumed() throws Exception {
        String response = response();
        Expect.awsError("ValidationError", "Request ARN is invalid", () -> aws.anonymousSts()
                .assumeRoleWithSAML(r -> r.roleArn(provider).principalArn(role).samlAssertion(response)));
    }

    private String role(String conditions) {
        return iam.createRole(r -> r.roleName("employee")
                        .assumeRolePolicyDocument(
                                People.document("{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\""
                                        + provider + "\"},\"Action\":\"sts:AssumeRoleWithSAML\",\"Condition\":{"
                                        + conditions
                                        + "}}")))
                .role()
                .arn();
    }

    private AssumeRoleWithSamlResponse assume(String response) {
        return aws.anonymousSts()
                .assumeRoleWithSAML(r -> r.roleArn(role).principalArn(provider).samlAssertion(response));
    }

    private String response() throws Exception {
        return SamlSigner.signed(document(), EXAMPLE);
    }

    private String document() {
        return SamlSigner.DOCUMENT.replace("ROLE", role).replace("PROVIDER", provider);
    }

    private static String encoded(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }
}
