package io.vpclocal.identity.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Expected errors: recorded from AWS by others, and the common errors pages of the four services. */
@EmulatorTest
class AuthenticationTest {

    private static final String INVALID = "The security token included in the request is invalid.";
    private static final String EC2_INVALID = "AWS was not able to validate the provided access credentials";

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    @Autowired
    private EmulatorClock clock;

    private final String account = Aws.newAccount();

    @ParameterizedTest(name = "{0} is root of {1}")
    @CsvSource({
        "test, 000000000000",
        "dummy, 000000000000",
        "LKIAQAAAAAAAGMKEM7X5, 000000000000",
        "424242424242, 424242424242"
    })
    void openKeysAreRootWithAnySecret(String key, String owner) {
        GetCallerIdentityResponse me =
                aws.sts(AwsBasicCredentials.create(key, "whatever")).getCallerIdentity();
        assertThat(me.account()).isEqualTo(owner);
        assertThat(me.arn()).isEqualTo("arn:aws:iam::" + owner + ":root");
        assertThat(me.userId()).isEqualTo(owner);
    }

    @Test
    void usersAreFoundByTheirKey() {
        AwsCredentials ana = people.user(account, "ana");
        GetCallerIdentityResponse me = aws.sts(ana).getCallerIdentity();
        assertThat(me.arn()).isEqualTo("arn:aws:iam::" + account + ":user/ana");
        assertThat(me.userId()).matches("AIDA[A-Z2-7]{17}");
        assertThat(me.account()).isEqualTo(account);
    }

    @Test
    void unknownKeysAreRefused() {
        refused(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
    }

    @Test
    void inactiveAndDeletedKeysAreRefusedAtOnce() {
        AwsCredentials ana = people.user(account, "ana");
        aws.sts(ana).getCallerIdentity();
        IamClient iam = aws.iam(Aws.root(account));
        iam.updateAccessKey(
                r -> r.userName("ana").accessKeyId(ana.accessKeyId()).status("Inactive"));
        refused(ana);
        iam.updateAccessKey(
                r -> r.userName("ana").accessKeyId(ana.accessKeyId()).status("Active"));
        aws.sts(ana).getCallerIdentity();
        iam.deleteAccessKey(r -> r.userName("ana").accessKeyId(ana.accessKeyId()));
        refused(ana);
    }

    @Test
    void allServicesExceptEc2DistinguishWrongSecretsFromUnknownKeys() {
        AwsCredentials ana = people.user(account, "ana");
        AwsCredentials forged = AwsBasicCredentials.create(
                ana.accessKeyId(), "x" + ana.secretAccessKey().substring(1));
        String text = "The request signature we calculated does not match the signature you provided. Check your AWS"
                + " Secret Access Key and signing method. Consult the service documentation for details.";
        Expect.awsError("SignatureDoesNotMatch", text, () -> aws.sts(forged).getCallerIdentity());
        Expect.awsError("SignatureDoesNotMatch", text, () -> aws.iam(forged).listUsers());
        Expect.awsError("AuthFailure", EC2_INVALID, () -> ec2(forged).describeVpcs());
    }

    @Test
    void sessionTokensMustBeUnalteredAndMatchTheirKey() {
        String role = people.role(account, "reader", account, People.allowing("ec2:*"));
        Credentials one = assume(role);
        Credentials other = assume(role);
        AwsCredentials mixed =
                AwsSessionCredentials.create(one.accessKeyId(), one.secretAccessKey(), other.sessionToken());
        AwsCredentials broken = AwsSessionCredentials.create(
                one.accessKeyId(),
                one.secretAccessKey(),
                other.sessionToken().substring(0, 40) + one.sessionToken().substring(40));
        String text = "The security token included in the request is invalid";
        for (AwsCredentials bad : List.of(mixed, broken)) {
            Expect.awsError("InvalidClientTokenId", text, () -> aws.sts(bad).getCallerIdentity());
            Expect.awsError("AuthFailure", EC2_INVALID, () -> ec2(bad).describeVpcs());
        }
        refused(AwsBasicCredentials.create(one.accessKeyId(), one.secretAccessKey()));
    }

    @Test
    void sessionsExpire() {
        Credentials session = assume(people.role(account, "reader", account, People.allowing("ec2:*")));
        AwsCredentials credentials = People.session(session);
        ec2(credentials).describeVpcs();
        clock.advance(Duration.ofSeconds(3_601));
        try {
            Expect.awsError(
                    "ExpiredToken", "The security token included in the request is expired", () -> aws.sts(credentials)
                            .getCallerIdentity());
            Expect.awsError("RequestExpired", "Request has expired.", () -> ec2(credentials)
                    .describeVpcs());
        } finally {
            clock.real();
        }
    }

    @Test
    void sessionsEndWithTheirRole() {
        AwsCredentials session =
                People.session(assume(people.role(account, "reader", account, People.allowing("ec2:*"))));
        ec2(session).describeVpcs();
        IamClient iam = aws.iam(Aws.root(account));
        iam.deleteRolePolicy(r -> r.roleName("reader").policyName("inline"));
        iam.deleteRole(r -> r.roleName("reader"));
        people.role(account, "reader", account, People.allowing("ec2:*"));
        Expect.awsError("InvalidClientTokenId", INVALID, () -> aws.sts(session).getCallerIdentity());
    }

    @Test
    void theRootUserCanHaveAnAccessKey() {
        AccessKey key = aws.iam(Aws.root(account)).createAccessKey().accessKey();
        AwsCredentials root = AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
        assertThat(aws.sts(root).getCallerIdentity().arn()).isEqualTo("arn:aws:iam::" + account + ":root");
        assertThat(aws.sts(root)
                        .getAccessKeyInfo(r -> r.accessKeyId(key.accessKeyId()))
                        .account())
                .isEqualTo(account);
    }

    @Test
    void basicCredentialsHaveTheSamePermissions() throws Exception {
        AwsCredentials ana = people.user(account, "ana");
        assertThat(basic(ana.accessKeyId(), ana.secretAccessKey())).contains("user/ana");
        assertThat(basic(ana.accessKeyId(), "wrong")).contains("SignatureDoesNotMatch");
        assertThat(basic("test", "test")).contains("arn:aws:iam::000000000000:root");
    }

    @Test
    void requestsWithoutCredentialsAreRefused() throws Exception {
        assertThat(post("Action=GetCallerIdentity&Version=2011-06-15", null))
                .contains("MissingAuthenticationToken", "Request is missing Authentication Token");
        assertThat(post("Action=DescribeVpcs&Version=2016-11-15", null))
                .contains("MissingParameter", "The request must contain the parameter AWSAccessKeyId");
        assertThat(post("Action=AssumeRoleWithWebIdentity&Version=2011-06-15", null))
                .contains("ValidationError", "roleArn");
    }

    @Test
    void theLastUseOfAKeyIsReturned() {
        AwsCredentials ana = people.user(account, "ana");
        IamClient iam = aws.iam(Aws.root(account));
        assertThat(iam.getAccessKeyLastUsed(r -> r.accessKeyId(ana.accessKeyId()))
                        .accessKeyLastUsed()
                        .serviceName())
                .isEqualTo("N/A");
        aws.sts(ana).getCallerIdentity();
        GetAccessKeyLastUsedResponse used = iam.getAccessKeyLastUsed(r -> r.accessKeyId(ana.accessKeyId()));
        assertThat(used.userName()).isEqualTo("ana");
        assertThat(used.accessKeyLastUsed().serviceName()).isEqualTo("sts");
        assertThat(used.accessKeyLastUsed().region()).isEqualTo("us-east-1");
        assertThat(used.accessKeyLastUsed().lastUsedDate()).isNotNull();
    }

    private void refused(AwsCredentials credentials) {
        Expect.awsError(
                "InvalidClientTokenId", INVALID, () -> aws.sts(credentials).getCallerIdentity());
        Expect.awsError(
                "InvalidClientTokenId", INVALID, () -> aws.iam(credentials).listUsers());
        assertThat(Expect.awsError("AuthFailure", () -> ec2(credentials).describeVpcs())
                        .statusCode())
                .isEqualTo(401);
        assertThat(Expect.awsError("UnrecognizedClientException", () -> aws.logs(credentials, Region.US_EAST_1)
                                .describeLogGroups())
                        .statusCode())
                .isEqualTo(400);
    }

    /** Only the action that is executed can be one that needs no signature. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action=AssumeRoleWithWebIdentity&Action=GetSessionToken",
                "Action=AssumeRoleWithSAML&Action=GetCallerIdentity",
                "Action=AssumeRoleWithSAML&%41ction=GetSessionToken",
                "Action=GetSessionToken&x=&Action=AssumeRoleWithSAML&Action=GetSessionToken"
            })
    void anActionThatIsNamedTwiceNeedsASignature(String form) throws Exception {
        String role = "&RoleArn=arn:aws:iam::" + account + ":role/r";
        assertThat(post(form + role + "&Version=2011-06-15", null)).contains("<Code>MissingAuthenticationToken</Code>");
        assertThat(RawHttp.send(HttpRequest.newBuilder(aws.endpoint().resolve("/sts/GetSessionToken"))
                                .POST(HttpRequest.BodyPublishers.ofString(form + role)))
                        .body())
                .contains("<Code>MissingAuthenticationToken</Code>");
    }

    private Credentials assume(String role) {
        return aws.sts(Aws.root(account))
                .assumeRole(r -> r.roleArn(role).roleSessionName("session"))
                .credentials();
    }

    private Ec2Client ec2(AwsCredentials credentials) {
        return aws.ec2(credentials, Region.US_EAST_1);
    }

    private String basic(String key, String secret) throws Exception {
        String pair = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return post("Action=GetCallerIdentity&Version=2011-06-15", "Basic " + pair);
    }

    private String post(String form, @Nullable String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(aws.endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
