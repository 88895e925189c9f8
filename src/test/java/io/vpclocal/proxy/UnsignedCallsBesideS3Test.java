package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Calls without a signature, with an upstream for Amazon S3 only. Objects can be public, so that upstream gets what names no
 * other service. Headers and paths are those of the service models, and of the documentation of AWS IoT.
 */
@EmulatorTest
class UnsignedCallsBesideS3Test {

    private static final RecordingUpstream UPSTREAM = new RecordingUpstream();

    private static final String JSON = "Content-Type: application/json";

    @Autowired
    private Aws aws;

    @DynamicPropertySource
    static void upstream(DynamicPropertyRegistry settings) {
        settings.add("vpclocal.upstream.s3", UPSTREAM::url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /federation/credentials?role_name=a&account_id=1 | x-amz-sso_bearer_token: t | awsssoportal:GetRoleCredentials",
                "GET /assignment/accounts?max_result=5 | X-Amz-Sso_Bearer_Token: t | awsssoportal:ListAccounts",
                "POST /logout | x-amz-sso_bearer_token: t | awsssoportal:Logout",
                "GET /role-aliases/a/credentials | x-amzn-iot-thingname: t | iot (GET /role-aliases/a/credentials)",
                "POST /2015-03-31/functions/f/invocations | X-Amz-Invocation-Type: Event | lambda:Invoke",
                "POST /client/register | JSON | sso-oauth:RegisterClient",
                "POST /token | JSON | sso-oauth:CreateToken",
                "POST /device_authorization | JSON | sso-oauth:StartDeviceAuthorization",
                "POST /v1/token | JSON | signin:CreateOAuth2Token",
                "POST /clusters/c/assume-role-for-pod-identity | JSON | eks-auth:AssumeRoleForPodIdentity",
                "POST /nothing/at/all | JSON | the service of this request (POST /nothing/at/all)",
                "POST / | X-Amz-Target: AWSCognitoIdentityService.GetId | cognito-identity:GetId"
            })
    void callsOfOtherServicesAreRefusedByName(String line, String header, String named) throws Exception {
        int before = UPSTREAM.received().size();
        RawHttp.Answer answer = send(line, header.replace("JSON", JSON), "{}");
        assertThat(answer.text())
                .contains("{\"__type\":\"UnknownOperationException\"", "VPC Local does not emulate " + named + ". ");
        assertThat(answer.header("content-type")).contains("json");
        assertThat(UPSTREAM.received()).hasSize(before);
        JsonNode newest = new ControlApi(aws.endpoint())
                .get("/_vpclocal/requests?failed=true&account=anonymous&limit=1")
                .json()
                .path(0);
        assertThat(named).startsWith(newest.path("service").asString().replace("unknown", "the service"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /federation/credentials | Accept: */*",
                "GET /role-aliases/a/credentials | Accept: application/json",
                "PUT /bucket/data.json | JSON",
                "POST /bucket/data.json?uploads | JSON",
                "POST /bucket/data.json?uploadId=1 | JSON",
                "GET /bucket/key | x-amz-meta-a: b",
                "GET /bucket/key | x-amzn-trace-id: Root=1-5759e988-bd862e3fe1be46a994272793"
            })
    void callsOfPublicObjectsReachTheUpstream(String line, String header) throws Exception {
        int before = UPSTREAM.received().size();
        send(line, header.replace("JSON", JSON), "");
        JsonNode newest = new ControlApi(aws.endpoint())
                .get("/_vpclocal/requests?service=s3&limit=1")
                .json()
                .path(0);
        assertThat(newest.path("service").asString()).isEqualTo("s3");
        assertThat(UPSTREAM.received().size()
                        - before
                        + newest.path("error").asString("").length())
                .isPositive();
    }

    private RawHttp.Answer send(String line, String header, String body) throws IOException {
        return RawHttp.send(
                aws.endpoint(),
                line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n"
                        + header + "\r\n\r\n" + body);
    }
}
