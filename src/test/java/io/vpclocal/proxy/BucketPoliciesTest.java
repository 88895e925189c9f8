package io.vpclocal.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.People;
import io.vpclocal.testkit.VpcLocalControl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Bucket policies stay here, because an upstream that evaluates them does not know the condition keys of endpoints
 * (Amazon S3 API Reference, "PutBucketPolicy" and the related operations; texts recorded from Amazon S3).
 */
class BucketPoliciesTest extends ProxyTest {

    private static final String NO_POLICY = "The bucket policy does not exist";

    private final String account = Aws.newAccount();
    private final String bucket = "policy-" + account;

    @Test
    void aPolicyThatNamesAnEndpoint_worksWithAnUpstreamThatEvaluatesPolicies() {
        FlowLogAccount lan = new FlowLogAccount(aws);
        String endpoint = new LanEndpoints(lan).gateway(lan.vpc, "s3");
        AwsCredentials user = people.user(lan.scope.account(), "app", People.allowing("s3:*"));
        S3Client owner = s3(Aws.root(lan.scope.account()));
        owner.createBucket(r -> r.bucket(bucket));
        owner.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromString("hello"));
        URI inside = VpcLocalControl.at(aws.endpoint())
                .in(lan.scope.account(), "us-east-1")
                .from(lan.networkInterface);

        owner.putBucketPolicy(r -> r.bucket(bucket)
                .policy(People.document("{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":[\"s3:GetObject\"],"
                        + "\"Resource\":\"arn:aws:s3:::" + bucket
                        + "/*\",\"Condition\":{\"StringNotEquals\":{\"aws:SourceVpce\":\"" + endpoint + "\"}}}")));

        assertThat(read(s3(user, inside))).isEqualTo("hello");
        refused(() -> read(s3(user)), "AccessDenied", 403, "with an explicit deny in a resource-based policy");
        assertThat(UPSTREAM.received())
                .noneMatch(r -> r.method().equals("PUT") && r.uri().toString().equals("/" + bucket + "?policy"));
        assertThat(owner.getBucketPolicy(r -> r.bucket(bucket)).policy())
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\","
                        + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::" + bucket
                        + "/*\",\"Condition\":{\"StringNotEquals\":{\"aws:SourceVpce\":\"" + endpoint + "\"}}}]}");
    }

    /** Texts and codes are those of recordings, of AWS's documentation and of users' reports (see BucketPolicyRules). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | Policies must be valid JSON and the first byte must be '{'",
                "invalid | Policies must be valid JSON and the first byte must be '{'",
                "[] | Policies must be valid JSON and the first byte must be '{'",
                "{'Statement':[ | Policies must be valid JSON and the first byte must be '{'",
                "~ {'Statement':[]}~ | Policies must be valid JSON and the first byte must be '{'",
                "{} | Missing required field Statement",
                "{'Statement':[]} | Could not parse the policy: Statement is empty!",
                "{'statement':[]} | Unknown field statement",
                "{'Version':'2020-01-01','Statement':S} | The policy must contain a valid version string",
                "{'Statement':[{}]} | Missing required field Effect",
                "{'Statement':{'Effect':'allow',P,A,R}} | Invalid effect: allow",
                "{'Statement':{'Effect':'Allow',A,R}} | Missing required field Principal",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':{}}} | Missing required field Principal cannot be empty!",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':{'AWS':[]}}}"
                        + " | Missing required field Principal cannot be empty!",
                "{'Statement':{'Effect':'Allow',P,R}} | Statement is missing required element",
                "{'Statement':{'Effect':'Allow',P,A}} | Statement is missing required element",
                "{'Statement':{'Effect':'Allow',P,R,'Action':null}} | Invalid policy syntax.",
                "{'Statement':{'Effect':'Allow',P,A,R,'condition':{}}} | Unknown field condition",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':'arn:aws:iam::111122223333:root'}}"
                        + " | Invalid policy syntax.",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':{'AWS':'arn:aws:iam::111122223333:group/g'}}}"
                        + " | Invalid principal in policy",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':{'AWS':'arn:aws:iam::111122223333:role/nobody'}}}"
                        + " | Invalid principal in policy",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':{'AWS':['111122223333',"
                        + "'arn:aws:iam::111122223333:user/nobody']}}} | Invalid principal in policy",
                "{'Statement':{'Effect':'Deny',A,R,'NotPrincipal':{'AWS':'arn:aws:iam::111122223333:role/a/nobody'}}}"
                        + " | Invalid principal in policy",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':{'AWS':'AROADELETEDROLE000001'}}}"
                        + " | Invalid principal in policy",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':{'AWS':['*','AIDADELETEDUSER000001']}}}"
                        + " | Invalid principal in policy",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':{'AWS':'arn:aws-cn:iam::111122223333:root'}}}"
                        + " | Invalid principal in policy",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':{'AWS':'arn:aws-us-gov:sts::111122223333:assumed-role/r/s'}}}"
                        + " | Invalid principal in policy",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':{'CanonicalUser':'abc'}}} | Invalid principal in policy",
                "{'Statement':{'Effect':'Allow',A,R,'Principal':{'Federated':'cognito-identity.amazonaws.com'}}}"
                        + " | Invalid principal in policy",
                "{'Statement':{'Effect':'Allow',P,A,'Resource':'arn:aws-cn:s3:::BUCKET/*'}} | Policy has invalid resource",
                "{'Statement':{'Effect':'Allow',P,R,'Action':'s3:HeadObject'}} | Policy has invalid action",
                "{'Statement':{'Effect':'Allow',P,R,'Action':'ec2:*'}} | Policy has invalid action",
                "{'Statement':{'Effect':'Allow',P,A,'Resource':'*'}} | Policy has invalid resource",
                "{'Statement':{'Effect':'Allow',P,A,'Resource':'arn:aws:s3:::*'}} | Policy has invalid resource",
                "{'Statement':{'Effect':'Allow',P,A,'Resource':'arn:aws:s3:::other/*'}} | Policy has invalid resource",
                "{'Statement':{'Effect':'Deny',P,A,'NotResource':'arn:aws:s3:::other'}} | Policy has invalid resource",
                "{'Statement':{'Effect':'Allow',P,A,'Resource':'arn:aws:s3:::BUCKET'}}"
                        + " | Action does not apply to any resource(s) in statement",
                "{'Statement':{'Effect':'Allow',P,R,'Action':['s3:GetObject','s3:ListBucket']}}"
                        + " | Action does not apply to any resource(s) in statement",
                "{'Statement':{'Effect':'Allow',P,A,R,'Condition':{'StringEquals':{'s3:VersionStatus':'x'}}}}"
                        + " | Policy has an invalid condition key",
                "{'Statement':{'Effect':'Allow',P,A,R,'Condition':{'StringEquals':{'s3:prefix':'x'}}}}"
                        + " | Conditions do not apply to combination of actions and resources in statement",
                "{'Statement':[S,{'Effect':'Allow',P,A,R,'Sid':'LONG'}]}"
                        + " | Normalized policy document exceeds the maximum allowed size of 20480 bytes"
            })
    void anInvalidPolicyIsRefused(String policy, String text) {
        refused(() -> put(policy), "MalformedPolicy", 400, text);
        refused(() -> get(), "NoSuchBucketPolicy", 404, NO_POLICY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S | true",
                "{'Effect':'Deny',P,A,R} | false",
                "{'Effect':'Allow','Principal':{'AWS':'111122223333'},A,R} | false",
                "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E2QWRUHAPOMQZL'},A,R} | false",
                "{'Effect':'Allow','Principal':{'Service':'billingreports.amazonaws.com'},A,R} | false",
                "{'Effect':'Allow','Principal':{'AWS':['111122223333','*']},A,R} | true",
                "{'Effect':'Allow',P,A,R,'Condition':{'StringEquals':{'aws:SourceVpce':'vpce-1'}}} | false",
                "{'Effect':'Allow',P,A,R,'Condition':{'StringLike':{'aws:SourceVpc':'vpc-*'}}} | true",
                "{'Effect':'Allow',P,A,R,'Condition':{'StringNotEquals':{'aws:SourceVpce':'vpce-1'}}} | true",
                "{'Effect':'Allow',P,A,R,'Condition':{'StringEqualsIfExists':{'aws:SourceVpce':'vpce-1'}}} | true",
                "{'Effect':'Allow',P,A,R,'Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/16'}}} | false",
                "{'Effect':'Allow',P,A,R,'Condition':{'IpAddress':{'aws:SourceIp':['10.0.0.0/16','0.0.0.0/1']}}} | true",
                "{'Effect':'Allow',P,A,R,'Condition':{'Bool':{'aws:SecureTransport':'true'}}} | true"
            })
    void thePolicyStatusSaysWhatIsPublic(String statement, boolean isPublic) {
        put("{'Statement':[" + statement + "]}");
        assertThat(s3(Aws.root(account))
                        .getBucketPolicyStatus(r -> r.bucket(bucket))
                        .policyStatus()
                        .isPublic())
                .isEqualTo(isPublic);
    }

    @Test
    void aBucketThatTheUpstreamDoesNotHave_hasNoPolicy() {
        List<Consumer<S3Client>> calls = List.of(
                s3 -> s3.getBucketPolicy(r -> r.bucket("missing-" + account)),
                s3 -> s3.getBucketPolicyStatus(r -> r.bucket("missing-" + account)),
                s3 -> s3.deleteBucketPolicy(r -> r.bucket("missing-" + account)),
                s3 -> s3.putBucketPolicy(r -> r.bucket("missing-" + account).policy("{}")));
        for (Consumer<S3Client> call : calls) {
            refused(
                    () -> call.accept(s3(Aws.root(account))),
                    "NoSuchBucket",
                    404,
                    "The specified bucket does not exist");
        }
    }

    @Test
    void theUpstreamsOwnPolicyIsShownUntilItIsReplaced() throws Exception {
        S3Client owner = s3(Aws.root(account));
        owner.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromString("hello"));
        atUpstream("PUT", "/" + bucket + "?policy", json("{'Version':'2012-10-17','Statement':[S]}"));
        assertThat(get()).contains("s3:GetObject");
        refused(() -> read(owner), "AccessDenied", 403, "Upstream");

        put("{'Statement':[S]}");
        assertThat(read(owner)).isEqualTo("hello");

        atUpstream("PUT", "/" + bucket + "?policy", json("{'Version':'2012-10-17','Statement':[S]}"));
        owner.deleteBucketPolicy(r -> r.bucket(bucket));
        owner.deleteBucketPolicy(r -> r.bucket(bucket));
        refused(() -> get(), "NoSuchBucketPolicy", 404, NO_POLICY);
        assertThat(read(owner)).isEqualTo("hello");
    }

    @Test
    void aPolicyEndsWithItsBucketAndWithTheAccountsState() throws Exception {
        S3Client owner = s3(Aws.root(account));
        put("{'Statement':[S]}");
        owner.deleteBucket(r -> r.bucket(bucket));
        owner.createBucket(r -> r.bucket(bucket));
        refused(() -> get(), "NoSuchBucketPolicy", 404, NO_POLICY);

        put("{'Statement':[S]}");
        atUpstream("DELETE", "/" + bucket, "");
        owner.createBucket(r -> r.bucket(bucket));
        refused(() -> get(), "NoSuchBucketPolicy", 404, NO_POLICY);

        put("{'Statement':[S]}");
        owner.createBucket(r -> r.bucket(bucket));
        assertThat(get()).contains("s3:GetObject");

        new ControlApi(aws.endpoint()).post("/_vpclocal/reset?account=" + account);
        refused(() -> get(), "NoSuchBucketPolicy", 404, NO_POLICY);
    }

    @Test
    void onlyTheOwnersAccountHandlesThePolicy() {
        s3(Aws.root(account)).createBucket(r -> r.bucket(bucket));
        String other = Aws.newAccount();
        put("{'Statement':{'Effect':'Allow','Principal':{'AWS':'" + other
                + "'},'Action':'s3:*','Resource':'arn:aws:s3:::BUCKET'}}");
        refused(
                () -> s3(Aws.root(other)).getBucketPolicy(r -> r.bucket(bucket)),
                "MethodNotAllowed",
                405,
                "The specified method is not allowed against this resource.");
        refused(
                () -> s3(Aws.root(account))
                        .getBucketPolicy(r -> r.bucket(bucket).expectedBucketOwner(other)),
                "AccessDenied",
                403,
                "Access Denied");
        refused(
                () -> s3(Aws.root(account))
                        .getBucketPolicy(r -> r.bucket(bucket).expectedBucketOwner("0000")),
                "InvalidBucketOwnerAWSAccountID",
                400,
                "The value of the expected bucket owner parameter must be an AWS Account ID... [0000]");
    }

    @ParameterizedTest
    @CsvSource({"Content-MD5, Content-MD5", "x-amz-checksum-sha1, SHA1"})
    void aPolicyWithAWrongChecksumIsRefused(String header, String algorithm) {
        refused(
                () -> s3(Aws.root(account)).putBucketPolicy(r -> r.bucket(bucket)
                        .policy(json("{'Statement':[S]}"))
                        .overrideConfiguration(c -> c.putHeader(header, "AAAA"))),
                "BadDigest",
                400,
                "The " + algorithm + " you specified did not match the calculated checksum.");
    }

    private void put(String policy) {
        s3(Aws.root(account)).putBucketPolicy(r -> r.bucket(bucket).policy(json(policy)));
    }

    private String get() {
        return s3(Aws.root(account)).getBucketPolicy(r -> r.bucket(bucket)).policy();
    }

    private String json(String text) {
        return text.replaceAll("\\bS\\b", "{'Effect':'Allow',P,A,R}")
                .replaceAll("\\bP\\b", "'Principal':'*'")
                .replaceAll("\\bA\\b", "'Action':'s3:GetObject'")
                .replaceAll("\\bR\\b", "'Resource':'arn:aws:s3:::BUCKET/*'")
                .replace("BUCKET", bucket)
                .replace("LONG", "x".repeat(20_480))
                .replace('\'', '"');
    }

    private String read(S3Client s3) {
        return s3.getObjectAsBytes(r -> r.bucket(bucket).key("k")).asUtf8String();
    }

    private static void atUpstream(String method, String path, String body) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(UPSTREAM.url() + path))
                                .method(method, HttpRequest.BodyPublishers.ofString(body, UTF_8))
                                .build(),
                        BodyHandlers.discarding());
    }

    private static void refused(ThrowingCallable call, String code, int status, String text) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.statusCode()).isEqualTo(status);
            assertThat(e.awsErrorDetails().errorMessage()).endsWith(text);
        });
    }
}
