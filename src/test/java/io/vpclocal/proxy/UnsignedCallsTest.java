package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Calls without a signature of services that are not emulated: each is refused by name, in the protocol that it speaks,
 * and logged. Headers are those that SDKs and the AWS CLI send; how a service is told by them is our choice.
 */
@EmulatorTest
class UnsignedCallsTest {

    private static final String BOTO = "User-Agent: Boto3/1.43.11 md/Botocore#1.43.11 ua/2.1 os/linux";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded; charset=utf-8";

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /client/register | Content-Type: application/json | {} | json | sso-oauth:RegisterClient",
                "POST /client/register | Host: oidc.us-east-1.amazonaws.com | {} | json | sso-oauth:RegisterClient",
                "GET /federation/credentials?role_name=a&account_id=1 | BOTO | '' | json | awsssoportal:GetRoleCredentials",
                "GET /2015-03-31/functions | BOTO | '' | json | lambda:ListFunctions",
                "GET /2013-04-01/hostedzone | BOTO | '' | xml | route53:ListHostedZones",
                "GET /nothing | Host: eks.eu-west-1.localhost | '' | json | eks (GET /nothing)",
                "GET /nothing | Host: eks.localhost.localstack.cloud:4566 | '' | json | eks (GET /nothing)",
                "GET /nothing | User-Agent: aws-sdk-js/3.9 ua/2.1 api/sso-oidc#3.9 | '' | json | sso-oauth (GET /nothing)",
                "GET /nothing | User-Agent: aws-sdk-go-v2/1.9 api/ssooidc#1.9 | '' | json | sso-oauth (GET /nothing)",
                "GET /nothing | User-Agent: aws-sdk-rust/1.3 api/ssooidc/1.9 os/linux | '' | json | sso-oauth (GET /nothing)",
                "GET /nothing | User-Agent: aws-cli/2.9 md/command#sso-oidc.create-token | '' | json | sso-oauth (GET /nothing)",
                "POST /nothing | Content-Type: application/json | {} | json | the service of this request (POST /nothing)",
                "GET /schedules | BOTO | '' | json | the service of this request (GET /schedules)",
                "POST / | Content-Type: application/x-amz-json-1.1 | {} | json | the service of this request (POST /)",
                "POST / | X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth | {} | json | cognito-idp:InitiateAuth",
                "POST / | X-Amz-Target: NoSuchService_20200101.Do | {} | json | NoSuchService:Do",
                "POST /service/GraniteServiceVersion20100801/operation/ListMetrics | Smithy-Protocol: rpc-v2-cbor | x | cbor | monitoring:ListMetrics",
                "POST /service/NoSuchService/operation/Do | Content-Type: application/cbor | x | cbor | NoSuchService:Do",
                "POST / | FORM | Action=ListTopics&Version=2010-03-31 | xml | sns:ListTopics",
                "POST / | FORM | Action=DescribeAutoScalingGroups&Version=2011-01-01 | xml | autoscaling:DescribeAutoScalingGroups",
                "POST / | FORM | Action=SendEmail&Version=2010-12-01 | xml | the service of this request (SendEmail)",
                "GET /?Action=ListTopics&Version=2010-03-31 | Accept: */* | '' | xml | sns:ListTopics",
                "GET / | BOTO | '' | s3 | s3:ListBuckets",
                "GET /bucket?list-type=2 | BOTO | '' | s3 | s3:ListObjectsV2",
                "GET /bucket/a/b | amz-sdk-invocation-id: 1 | '' | s3 | s3:GetObject",
                "PATCH /bucket/a/b | amz-sdk-invocation-id: 1 | '' | s3 | s3 (PATCH /bucket/a/b)",
                "PUT /bucket/a/b | x-amz-checksum-crc32: jNwWgw== | x | s3 | s3:PutObject",
                "GET /a/b | Host: s3.localhost | '' | s3 | s3:GetObject",
                "GET /a/b | Host: bucket.s3.us-east-1.amazonaws.com | '' | s3 | s3:GetObject"
            })
    void areRefusedByNameInTheirProtocol(String line, String header, String body, String shape, String named)
            throws Exception {
        RawHttp.Answer answer = send(line, header.replace("BOTO", BOTO).replace("FORM", FORM), body);

        assertThat(answer.status()).isBetween(400, 501);
        assertThat(answer.text()).contains("VPC Local does not emulate " + named + ". ");
        switch (shape) {
            case "json" -> assertThat(answer.text()).contains("{\"__type\":\"UnknownOperationException\"");
            case "cbor" -> assertThat(answer.header("content-type")).isEqualTo("application/cbor");
            case "s3" -> assertThat(answer.text()).contains("<Error><Code>NotImplemented</Code>");
            default -> assertThat(answer.text()).contains("<ErrorResponse><Error><Type>Sender</Type><Code>");
        }
        JsonNode newest = newest();
        String service = newest.path("service").asString();
        String action = newest.path("action").asString();
        assertThat(named)
                .isIn(
                        service + ":" + action,
                        service + " (" + action + ")",
                        "the service of this request (" + action + ")");
        assertThat(newest.path("caller").asString()).isEqualTo("anonymous");
        assertThat(newest.path("account").asString()).isEqualTo("anonymous");
        assertThat(newest.path("error").asString()).isNotEmpty();
    }

    /** EC2's calls are not mistaken for those of a service with the same version. */
    @ParameterizedTest
    @CsvSource({"2011-01-01", "2012-06-01", "2012-12-01", "2016-11-15"})
    void callsOfEc2AreItsOwn(String version) throws Exception {
        RawHttp.Answer answer = send("POST /", FORM, "Action=DescribeTags&Version=" + version);
        assertThat(answer.text()).contains("<Response><Errors><Error><Code>MissingParameter</Code>");
        assertThat(newest().path("service").asString()).isEqualTo("ec2");
    }

    /** Browsers and health checks ask for paths that no API has. */
    @ParameterizedTest
    @CsvSource({"/favicon.ico", "/nothing", "/healthz", "/index.html"})
    void otherPathsDoNotExist(String path) throws Exception {
        RawHttp.Answer answer = send("GET " + path, "User-Agent: curl/8.5.0", "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("GET " + path + " does not exist in this service.");
    }

    /** The key of a refused signature is a claim, so it is not logged as the caller. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lambda | GET /2015-03-31/functions | GET /2015-03-31/functions",
                "s3 | GET /bucket/key | GET /bucket/key",
                "kms | POST / | ListKeys"
            })
    void callsWithARefusedSignatureAreLoggedWithoutACaller(String service, String line, String action)
            throws Exception {
        send(
                line,
                "X-Amz-Target: TrentService.ListKeys\r\nX-Amz-Date: 20260101T000000Z\r\nAuthorization: AWS4-HMAC-SHA256"
                        + " Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/" + service
                        + "/aws4_request, SignedHeaders=host;x-amz-date, Signature=0",
                "{}");
        JsonNode newest = newest();
        assertThat(newest.path("service").asString()).isEqualTo(service);
        assertThat(newest.path("action").asString()).isIn(action, "ListKeys");
        assertThat(newest.path("caller").asString()).isEqualTo("anonymous");
        assertThat(newest.path("error").asString()).isNotEmpty();
        assertThat(newest.toString()).doesNotContain("AKIAIOSFODNN7EXAMPLE/");
    }

    @Test
    void tooLargeAFormIsRefused() throws Exception {
        RawHttp.Answer answer = send("POST /", FORM, "Action=ListTopics&x=" + "y".repeat(5 * 1024 * 1024));
        assertThat(answer.status()).isEqualTo(413);
    }

    private JsonNode newest() throws Exception {
        return new ControlApi(aws.endpoint())
                .get("/_vpclocal/requests?failed=true&account=anonymous&limit=1")
                .json()
                .path(0);
    }

    private RawHttp.Answer send(String line, String header, String body) throws IOException {
        String host = header.startsWith("Host: ") ? "" : "Host: localhost\r\n";
        return RawHttp.send(
                aws.endpoint(),
                line + " HTTP/1.1\r\n" + host + "Connection: close\r\nContent-Length: " + body.length() + "\r\n"
                        + header + "\r\n\r\n" + body);
    }
}
