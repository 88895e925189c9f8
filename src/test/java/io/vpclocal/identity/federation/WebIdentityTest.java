package io.vpclocal.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/** Workflows of GitHub Actions assume roles. Texts: reported by AWS's users, unless a test says otherwise. */
@EmulatorTest
class WebIdentityTest extends IamTestBase {

    private static final String GITHUB = "https://token.actions.githubusercontent.com";
    private static final String SUBJECT = "repo:acme/shop:ref:refs/heads/main";

    private ControlApi control;
    private StsClient sts;
    private String provider;
    private String role;

    @BeforeEach
    void trustGitHub() {
        control = new ControlApi(aws.endpoint());
        sts = aws.anonymousSts();
        provider = iam.createOpenIDConnectProvider(r -> r.url(GITHUB).clientIDList("sts.amazonaws.com"))
                .openIDConnectProviderArn();
        role = role(
                "deployer",
                "\"StringEquals\":{\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\"},"
                        + "\"StringLike\":{\"token.actions.githubusercontent.com:sub\":\"repo:acme/shop:*\"}");
    }

    @Test
    void aWorkflowAssumesItsRole() throws Exception {
        AssumeRoleWithWebIdentityResponse assumed = assume(role, token(SUBJECT, ""));
        assertThat(assumed.subjectFromWebIdentityToken()).isEqualTo(SUBJECT);
        assertThat(assumed.audience()).isEqualTo("sts.amazonaws.com");
        assertThat(assumed.provider()).isEqualTo(provider);
        assertThat(assumed.packedPolicySize()).isNull();
        assertThat(assumed.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::" + account + ":assumed-role/deployer/run-1");
        AwsCredentials session = People.session(assumed.credentials());
        assertThat(aws.sts(session).getCallerIdentity().arn())
                .isEqualTo(assumed.assumedRoleUser().arn());
        assertThat(aws.ec2(session, Region.US_EAST_1).describeVpcs().vpcs()).isNotEmpty();
        Expect.awsError("AccessDenied", () -> aws.iam(session).listUsers());
    }

    @Test
    void theTrustPolicyDecides() throws Exception {
        String denied = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
        String foreign = token("repo:evil/shop:ref:refs/heads/main", "");
        assertThat(Expect.awsError("AccessDenied", denied, () -> assume(role, foreign))
                        .statusCode())
                .isEqualTo(403);
        String token = token(SUBJECT, "");
        Expect.awsError("AccessDenied", denied, () -> assume(role + "-missing", token));
        String other = people.role(account, "other", account, People.allowing("ec2:*"));
        Expect.awsError("AccessDenied", denied, () -> assume(other, token));
    }

    @ParameterizedTest
    @CsvSource({
        "token.actions.githubusercontent.com:repository_id, 4711, true",
        "token.actions.githubusercontent.com:environment, prod, true",
        "token.actions.githubusercontent.com:environment, test, false",
        "token.actions.githubusercontent.com:unknown, x, false",
        "token.actions.githubusercontent.com:amr, pwd, true",
        "sts:RoleSessionName, run-1, true",
        "sts:RoleSessionName, run-2, false",
        "aws:FederatedProvider, PROVIDER, true"
    })
    void trustPoliciesTestClaims(String key, String value, boolean trusted) throws Exception {
        String named =
                role("named", "\"StringEquals\":{\"" + key + "\":\"" + value.replace("PROVIDER", provider) + "\"}");
        String token = token(
                SUBJECT, "\"repository_id\":\"4711\",\"environment\":\"prod\",\"unknown\":\"x\",\"amr\":[\"pwd\"]");
        if (trusted) {
            assertThat(assume(named, token).credentials().accessKeyId()).startsWith("ASIA");
        } else {
            Expect.awsError("AccessDenied", () -> assume(named, token));
        }
    }

    @Test
    void invalidTokensAreRefused() throws Exception {
        Expect.awsError(
                "InvalidIdentityToken",
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)",
                () -> assume(role, "no-token"));
        Expect.awsError(
                "InvalidIdentityToken",
                "Incorrect token audience",
                () -> assume(role, token(SUBJECT, "\"aud\":\"other\"")));
        Expect.awsError(
                "InvalidIdentityToken",
                "Incorrect token audience",
                () -> assume(role, token(SUBJECT, "\"azp\":\"other\"")));
        Expect.awsError(
                "InvalidIdentityToken",
                "No OpenIDConnect provider found in your account for https://other.example.com",
                () -> assume(role, token(SUBJECT, "\"iss\":\"https://other.example.com\"")));
        String token = token(SUBJECT, "");
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String forged = parts[0] + "." + encoded(claims.replace("acme", "evil")) + "." + parts[2];
        // Our guess.
        Expect.awsError("InvalidIdentityToken", "Token signature is not valid", () -> assume(role, forged));
        String unsigned = encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        Expect.awsError("InvalidIdentityToken", () -> assume(role, unsigned));
    }

    @Test
    void tokensAreValidForATime() throws Exception {
        long past = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
        assertThat(Expect.awsError("ExpiredTokenException", () -> assume(role, token(SUBJECT, "\"exp\":" + past)))
                        .awsErrorDetails()
                        .errorMessage())
                .matches("Token expired: current date/time \\d+ must be before the expiration date/time " + past);
        long future = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
        // Our guess.
        Expect.awsError("IDPRejectedClaim", () -> assume(role, token(SUBJECT, "\"nbf\":" + future)));
    }

    /** IAM User Guide, "Pass session tags with AssumeRoleWithWebIdentity". */
    @Test
    void tokensSetSessionTagsAndTheSourceIdentity() throws Exception {
        String claims = "\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"team\":[\"red\"]},"
                + "\"transitive_tag_keys\":[\"team\"]},\"https://aws.amazon.com/source_identity\":\"ana\"";
        String token = token(SUBJECT, claims);
        Expect.awsError("AccessDenied", () -> assume(role, token));
        iam.updateAssumeRolePolicy(r -> r.roleName("deployer")
                .policyDocument(trust(
                        "[\"sts:AssumeRoleWithWebIdentity\",\"sts:TagSession\",\"sts:SetSourceIdentity\"]",
                        "\"StringEquals\":{\"aws:RequestTag/team\":\"red\"}")));
        AssumeRoleWithWebIdentityResponse assumed = assume(role, token);
        assertThat(assumed.sourceIdentity()).isEqualTo("ana");
        assertThat(assumed.packedPolicySize()).isPositive();
        AwsCredentials session = People.session(assumed.credentials());
        iam.putRolePolicy(r -> r.roleName("deployer")
                .policyName("inline")
                .policyDocument(People.document(
                        "{\"Effect\":\"Allow\",\"Action\":\"iam:ListUsers\",\"Resource\":\"*\",\"Condition\":{"
                                + "\"StringEquals\":{\"aws:PrincipalTag/team\":\"red\",\"aws:SourceIdentity\":\"ana\","
                                + "\"aws:FederatedProvider\":\"" + provider + "\","
                                + "\"token.actions.githubusercontent.com:sub\":\"" + SUBJECT + "\"}}}")));
        assertThat(aws.iam(session).listUsers().users()).isEmpty();
    }

    /** Tokens made elsewhere are verified with the keys that were registered for their issuer. */
    @Test
    void registeredKeysVerifyTokensMadeElsewhere() throws Exception {
        String issuer = "https://" + account + ".example.com/id/a";
        String arn = iam.createOpenIDConnectProvider(r -> r.url(issuer).clientIDList("app"))
                .openIDConnectProviderArn();
        iam.createRole(r -> r.roleName("pod")
                .assumeRolePolicyDocument(People.document("{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\"" + arn
                        + "\"},\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Condition\":{\"StringEquals\":{\""
                        + account + ".example.com/id/a:sub\":\"pod\"}}}")));
        String pod = "arn:aws:iam::" + account + ":role/pod";
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        String token = signed(pair, issuer);
        Expect.awsError(
                "InvalidIdentityToken",
                "Couldn't retrieve verification key from your identity provider,  please reference"
                        + " AssumeRoleWithWebIdentity documentation for requirements",
                () -> assume(pod, token));
        assertThat(register(issuer, pair).status()).isEqualTo(200);
        assertThat(assume(pod, token).audience()).isEqualTo("app");
        assertThat(register(issuer, generator.generateKeyPair()).status()).isEqualTo(200);
        Expect.awsError("InvalidIdentityToken", () -> assume(pod, token));
        assertThat(control.delete("/_vpclocal/oidc/issuers?issuer=" + issuer).status())
                .isEqualTo(204);
        assertThat(control.delete("/_vpclocal/oidc/issuers?issuer=" + issuer).status())
                .isEqualTo(404);
    }

    @Test
    void theKeySetOfTheLocalIssuerIsPublic() throws Exception {
        token(SUBJECT, "");
        ControlApi.Answer jwks = control.get("/_vpclocal/oidc/jwks?issuer=" + GITHUB);
        assertThat(jwks.json().path("keys").path(0).path("alg").asString()).isEqualTo("RS256");
        assertThat(jwks.text()).doesNotContain("\"d\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tokens | POST | {\"subject\":\"s\"} | issuer is missing.",
                "/tokens | POST | {\"issuer\":\"https://a.example\"} | subject is missing.",
                "/issuers | PUT | {\"issuer\":\"https://a.example\"} | jwks is missing. Give the JSON object that the"
                        + " issuer's jwks_uri returns.",
                "/issuers | PUT | {\"issuer\":\"https://a.example\",\"jwks\":{\"keys\":[{\"kty\":\"oct\"}]}} | Key 1 of"
                        + " jwks cannot be used. Its kty must be RSA or EC."
            })
    void controlRequestsAreChecked(String path, String method, String body, String message) throws Exception {
        ControlApi.Answer answer = method.equals("PUT")
                ? control.put("/_vpclocal/oidc" + path, body)
                : control.post("/_vpclocal/oidc" + path, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asString()).isEqualTo(message);
    }

    private ControlApi.Answer register(String issuer, KeyPair pair) throws Exception {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return control.put(
                "/_vpclocal/oidc/issuers",
                "{\"issuer\":\"" + issuer + "\",\"jwks\":{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"one\","
                        + "\"x\":\"" + coordinate(key.getW().getAffineX().toByteArray()) + "\",\"y\":\""
                        + coordinate(key.getW().getAffineY().toByteArray()) + "\"}]}}");
    }

    private static String signed(KeyPair pair, String issuer) {
        String text = encoded("{\"alg\":\"ES256\",\"kid\":\"one\"}") + "."
                + encoded("{\"iss\":\"" + issuer + "\",\"sub\":\"pod\",\"aud\":[\"app\"],\"exp\":4102444800}");
        byte[] signature = JwsAlgorithm.ES256.sign(pair.getPrivate(), text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String coordinate(byte[] number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String role(String name, String conditions) {
        String arn = iam.createRole(r -> r.roleName(name)
                        .assumeRolePolicyDocument(trust("\"sts:AssumeRoleWithWebIdentity\"", conditions)))
                .role()
                .arn();
        iam.putRolePolicy(r -> r.roleName(name).policyName("inline").policyDocument(People.allowing("ec2:Describe*")));
        return arn;
    }

    /** AWS requires a condition on the subject of GitHub's tokens. */
    private String trust(String actions, String conditions) {
        String subject = "\"StringEqualsIgnoreCase\":{\"token.actions.githubusercontent.com:sub\":\"" + SUBJECT + "\"},";
        return People.document("{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\"" + provider + "\"},\"Action\":"
                + actions + ",\"Condition\":{" + subject + conditions + "}}");
    }

    private AssumeRoleWithWebIdentityResponse assume(String arn, String token) {
        return sts.assumeRoleWithWebIdentity(
                r -> r.roleArn(arn).roleSessionName("run-1").webIdentityToken(token));
    }

    /** A token of the local issuer. */
    private String token(String subject, String claims) throws Exception {
        ControlApi.Answer answer = control.post(
                "/_vpclocal/oidc/tokens",
                "{\"issuer\":\"" + GITHUB + "\",\"subject\":\"" + subject + "\",\"claims\":{" + claims + "}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("token").asString();
    }
}
