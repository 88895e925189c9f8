package io.vpclocal.control.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.control.ControlProperties;
import io.vpclocal.control.StateReset;
import io.vpclocal.protocol.AccessDecision;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.RawHttp;
import io.vpclocal.testing.SampleCalls;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import tools.jackson.databind.JsonNode;

@EmulatorTest
class RequestLogTest {

    private static final Scope SCOPE = new Scope("123456789012", "us-east-1");

    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=test/20261201/us-east-1/ec2/aws4_request,"
            + " SignedHeaders=host, Signature=0";

    @Autowired
    private Aws aws;

    @Test
    void aCallIsFoundWithItsCallerParametersAndOutcome() throws Exception {
        String account = Aws.newAccount();
        Ec2Client ec2 = aws.ec2(account);
        ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16"));
        String requestId = Expect.awsError("InvalidVpcID.NotFound", () -> ec2.deleteVpc(r -> r.vpcId("vpc-01234567")))
                .requestId();

        JsonNode calls = get("requests?account=" + account);
        assertThat(calls).hasSize(2);
        JsonNode newest = calls.path(0);
        assertThat(newest.path("requestId").asString()).isEqualTo(requestId);
        assertThat(newest.path("action").asString()).isEqualTo("DeleteVpc");
        assertThat(newest.path("caller").asString()).isEqualTo("arn:aws:iam::" + account + ":root");
        assertThat(newest.path("parameters").path("VpcId").asString()).isEqualTo("vpc-01234567");
        assertThat(newest.path("error").asString()).isEqualTo("InvalidVpcID.NotFound");
        assertThat(newest.path("durationMicros").asLong()).isPositive();
        assertThat(calls.path(1).path("error").isNull()).isTrue();
        assertThat(get("requests?failed=true&account=" + account)).hasSize(1);
        assertThat(get("requests?action=CreateVpc&account=" + account)).hasSize(1);
        assertThat(get("requests?region=eu-west-1&account=" + account)).isEmpty();
        assertThat(get("requests?limit=1&account=" + account)).hasSize(1);
        assertThat(get("iam/policy?principal=arn:aws:iam::" + account + ":root").toString())
                .contains("\"ec2:CreateVpc\"", ":vpc/*\"", "\"ec2:DeleteVpc\"", ":vpc/vpc-01234567\"");
    }

    /** Our design: the sender is not known, so the entry has no account, and no key that the sender claims. */
    @ParameterizedTest
    @CsvSource({
        "ec2, 2016-11-15, DescribeVpcs, MissingParameter",
        "iam, 2010-05-08, ListUsers, MissingAuthenticationToken",
        "sts, 2011-06-15, GetCallerIdentity, MissingAuthenticationToken",
        "elasticloadbalancing, 2015-12-01, DescribeLoadBalancers, MissingAuthenticationToken",
        "logs, , DescribeLogGroups, MissingAuthenticationTokenException"
    })
    void aCallWithoutASignatureIsLogged(String service, @Nullable String version, String action, String code)
            throws Exception {
        HttpRequest.Builder request = new ControlApi(aws.endpoint()).request("/");
        if (version == null) {
            RawHttp.send(request.header("X-Amz-Target", "Logs_20140328." + action)
                    .header("Content-Type", "application/x-amz-json-1.1")
                    .POST(BodyPublishers.ofString("{\"secretKey\":\"hush\",\"limit\":5}")));
        } else {
            RawHttp.send(request.POST(BodyPublishers.ofString("Action=" + action + "&Version=" + version
                    + "&limit=5&SecretKey=hush&AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE")));
        }
        JsonNode newest = get("requests?account=anonymous&service=" + service).path(0);
        assertThat(newest.path("action").asString()).isEqualTo(action);
        assertThat(newest.path("error").asString()).isEqualTo(code);
        assertThat(newest.path("caller").asString()).isEqualTo("anonymous");
        assertThat(newest.path("region").asString()).isEqualTo("us-east-1");
        assertThat(newest.path("parameters").path("limit").asString()).isEqualTo("5");
        assertThat(newest.toString()).doesNotContain("hush");
    }

    @Test
    void aHealthCheckOfTheRootPathIsNotLogged() throws Exception {
        ControlApi control = new ControlApi(aws.endpoint());
        String requestId = RawHttp.send(control.request("/").GET())
                .headers()
                .firstValue("x-amzn-RequestId")
                .orElseThrow();
        assertThat(get("requests?requestId=" + requestId)).isEmpty();
    }

    @Test
    void aCallWithARefusedSignatureIsLogged() throws Exception {
        AwsCredentials unknown = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret");
        String requestId = Expect.awsError(
                        "InvalidClientTokenId", () -> aws.iam(unknown).listUsers())
                .requestId();
        JsonNode found = get("requests?requestId=" + requestId).path(0);
        assertThat(found.path("action").asString()).isEqualTo("ListUsers");
        assertThat(found.path("error").asString()).isEqualTo("InvalidClientTokenId");
        assertThat(found.path("account").asString()).isEqualTo("anonymous");
        assertThat(found.toString()).doesNotContain("AKIAIOSFODNN7EXAMPLE");
    }

    /** A method that no call has, and a body that is too large. */
    @ParameterizedTest
    @CsvSource({"PUT, 3, InvalidAction", "POST, 80000000, RequestEntityTooLarge"})
    void aCallThatIsNotReadIsLogged(String method, int length, String code) throws Exception {
        HttpResponse<String> answer = RawHttp.send(new ControlApi(aws.endpoint())
                .request("/")
                .header("Authorization", SIGNED)
                .method(method, BodyPublishers.ofByteArray(new byte[length])));
        String requestId = answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
        JsonNode found = get("requests?requestId=" + requestId).path(0);
        assertThat(found.path("error").asString()).as(answer.body()).isEqualTo(code);
        assertThat(found.path("service").asString()).isEqualTo("ec2");
    }

    @Test
    void aFormThatCannotBeReadIsLogged() throws Exception {
        String requestId = RawHttp.form(aws.endpoint(), "Action=ListUsers&Version=2010-05-08&UserName=%zz")
                .headers()
                .firstValue("x-amzn-RequestId")
                .orElseThrow();
        JsonNode found = get("requests?requestId=" + requestId).path(0);
        assertThat(found.path("service").asString()).isEqualTo("iam");
        assertThat(found.path("error").asString()).isEqualTo("MalformedQueryString");
    }

    /** Our design: the target as sent, since it is not of this API. */
    @ParameterizedTest
    @CsvSource({
        "Other_20200101.DescribeLogGroups, Other_20200101.DescribeLogGroups",
        "DescribeLogGroups, DescribeLogGroups",
        "Logs_20140328., Logs_20140328.",
        "Logs_20140328.NoSuchAction, NoSuchAction",
        "'', ''"
    })
    void theTargetOfAnotherApiIsLogged(String target, String action) throws Exception {
        HttpRequest.Builder request = new ControlApi(aws.endpoint())
                .request("/")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/logs/aws4_request, SignedHeaders=host,"
                                + " Signature=0")
                .header("X-Amz-Target", target);
        HttpResponse<String> answer = RawHttp.send(request.POST(BodyPublishers.ofString("{}")));
        assertThat(answer.body()).contains("UnknownOperationException");
        String requestId = answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
        assertThat(get("requests?requestId=" + requestId).path(0).path("action").asString())
                .isEqualTo(action);
    }

    @Test
    void aLongActionIsCut() throws Exception {
        String action = "x".repeat(100_000);
        RawHttp.form(aws.endpoint(), "Action=" + action + "&Version=2016-11-15");
        assertThat(get("requests?error=InvalidAction&service=ec2&limit=1")
                        .path(0)
                        .path("action")
                        .asString())
                .hasSizeLessThan(300);
    }

    @Test
    void aListThatWasSentAsJsonIsAList() throws Exception {
        String account = Aws.newAccount();
        aws.logs(Aws.root(account), Region.US_EAST_1)
                .createLogGroup(r -> r.logGroupName("/a").tags(Map.of("stage", "test")));
        aws.logs(Aws.root(account), Region.US_EAST_1)
                .startQuery(r ->
                        r.logGroupNames("/a").startTime(0L).endTime(4102444800L).queryString("fields @message"));
        JsonNode calls = get("requests?account=" + account);
        assertThat(calls.path(0).path("parameters").path("logGroupNames").toString())
                .isEqualTo("[\"/a\"]");
        assertThat(calls.path(0).path("parameters").path("endTime").isNumber()).isTrue();
        assertThat(calls.path(1).path("parameters").path("tags").path("stage").asString())
                .isEqualTo("test");
    }

    @Test
    void aRepeatedCallIsLoggedOnce() {
        RequestLog log = log(10);
        Call call = SampleCalls.call(AwsService.EC2, "CreateVpc", SCOPE, "user/a");
        AccessDecision first = new AccessDecision("ec2:CreateVpc", "vpc/*", true, "", "p", "s");
        AccessDecision second = new AccessDecision("ec2:CreateTags", "vpc/*", false, "because", null, null);
        log.before(call);
        List.of(first, second, first, second).forEach(decision -> log.decided(call, decision));
        log.after(call, new AwsException("UnauthorizedOperation", "no", 403));
        LoggedCall logged = log.newestFirst().get(0);
        assertThat(logged.decisions()).containsExactly(first, second);
        assertThat(logged.denied()).isTrue();
        assertThat(logged.error()).isEqualTo("UnauthorizedOperation");
    }

    @Test
    void onlyTheLastCallsAreKept() {
        RequestLog log = log(3);
        for (int i = 0; i < 5; i++) {
            Call call = SampleCalls.call(AwsService.EC2, "Action" + i, SCOPE, "user/a");
            log.before(call);
            log.after(call, null);
        }
        assertThat(log.newestFirst()).extracting(LoggedCall::action).containsExactly("Action4", "Action3", "Action2");
    }

    @Test
    void aResetDeletesTheCallsOfItsAccount() {
        RequestLog log = log(3);
        log.after(SampleCalls.call(AwsService.EC2, "A", SCOPE, "user/a"), null);
        log.after(SampleCalls.call(AwsService.EC2, "B", new Scope("210987654321", "us-east-1"), "user/a"), null);
        log.forget(new StateReset(SCOPE.account(), "eu-west-1"));
        assertThat(log.newestFirst()).hasSize(2);
        log.forget(new StateReset(SCOPE.account(), null));
        assertThat(log.newestFirst()).extracting(LoggedCall::action).containsExactly("B");
    }

    @Test
    void aLogOfSizeZeroIsEmpty() {
        RequestLog log = log(0);
        log.after(SampleCalls.call(AwsService.EC2, "A", SCOPE, "user/a"), null);
        assertThat(log.newestFirst()).isEmpty();
    }

    private static RequestLog log(int size) {
        return new RequestLog(new ControlProperties(true, size, List.of(), List.of()), new CallFeed(), "us-east-1");
    }

    private JsonNode get(String path) throws Exception {
        return new ControlApi(aws.endpoint()).get("/_vpclocal/" + path).json();
    }
}
