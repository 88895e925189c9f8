package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.OwnEmulator;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/**
 * Without an upstream a call is refused by name, in the protocol that it speaks, and logged. The shapes are those of the
 * protocols (Smithy specifications); which code stands for what is not there is our choice.
 */
@EmulatorTest
class NoUpstreamTest {

    private static final String JSON_0 = "application/x-amz-json-1.0";
    private static final String JSON_1 = "application/x-amz-json-1.1";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String ROOT = "arn:aws:iam::000000000000:root";

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource({
        "kms, TrentService.ListKeys, " + JSON_1 + ", ListKeys",
        "dynamodb, DynamoDB_20120810.ListTables, " + JSON_0 + ", ListTables",
        "ecs, AmazonEC2ContainerServiceV20141113.ListClusters, " + JSON_1 + ", ListClusters",
        "sqs, AmazonSQS.ListQueues, " + JSON_0 + ", ListQueues",
        "no-such-service, NoSuchService.Do, " + JSON_1 + ", Do"
    })
    void jsonServices(String service, String target, String type, String action) throws Exception {
        RawHttp.Answer answer = post(service, "/", "X-Amz-Target: " + target + "\r\nContent-Type: " + type, "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).startsWith(type);
        assertThat(answer.text())
                .endsWith("{\"__type\":\"UnknownOperationException\",\"message\":\"" + text(service, ":" + action)
                        + "\"}");
        logged(service, action, "UnknownOperationException");
    }

    /** Amazon SQS is called so by older SDKs. */
    @ParameterizedTest
    @CsvSource({
        "sns, ListTopics",
        "rds, DescribeDBInstances",
        "cloudformation, ListStacks",
        "autoscaling, X",
        "sqs, ListQueues",
        "no-such-service, Do"
    })
    void queryServices(String service, String action) throws Exception {
        RawHttp.Answer answer = post(service, "/", "Content-Type: " + FORM, "Action=" + action + "&Version=2010-03-31");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).startsWith("text/xml");
        assertThat(answer.text())
                .contains("<ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>"
                        + text(service, ":" + action) + "</Message></Error><RequestId>");
        logged(service, action, "InvalidAction");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, lambda, /2015-03-31/functions/, ListFunctions",
        "POST, eks, /clusters, CreateCluster",
        "PUT, apigateway, /restapis/x, PutRestApi",
        "DELETE, lambda, /2015-03-31/functions/f, DeleteFunction",
        "PATCH, apigateway, /restapis/x, UpdateRestApi",
        "GET, execute-api, /,",
        "GET, eks, /nothing,",
        "GET, no-such-service, /things,"
    })
    void servicesThatAreCalledByPaths(String method, String service, String path, @Nullable String operation)
            throws Exception {
        String named = operation == null ? " (" + method + " " + path + ")" : ":" + operation;
        RawHttp.Answer answer = send(method, service, path, "Content-Type: application/json", "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).startsWith("application/json");
        assertThat(answer.text()).contains("\"__type\":\"UnknownOperationException\"", text(service, named));
        logged(service, operation == null ? method + " " + path : operation, "UnknownOperationException");
    }

    @Test
    void servicesThatAreCalledByPathsAndAnswerInXml() throws Exception {
        RawHttp.Answer answer = send("GET", "route53", "/2013-04-01/hostedzone", "Accept: */*", "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .contains("<ErrorResponse><Error><Type>Sender</Type><Code>UnknownOperationException</Code>");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, ListBuckets",
        "PUT, /bucket, CreateBucket",
        "GET, /bucket/key, GetObject",
        "DELETE, /bucket/a/b, DeleteObject",
        "PUT, /service/a/operation/b, PutObject"
    })
    void s3(String method, String path, String action) throws Exception {
        RawHttp.Answer answer = send(method, "s3", path, "Content-Type: application/cbor", "x");

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.text())
                .contains("<Error><Code>NotImplemented</Code><Message>" + text("s3", ":" + action) + "</Message>");
        logged("s3", action, "NotImplemented");
    }

    @Test
    void servicesThatSpeakCbor() throws Exception {
        RawHttp.Answer answer = post(
                "monitoring",
                "/service/GraniteServiceVersion20100801/operation/ListMetrics",
                "Smithy-Protocol: rpc-v2-cbor\r\nContent-Type: application/cbor",
                "\u0000");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).startsWith("application/cbor");
        assertThat(answer.text()).contains("UnknownOperationException", text("monitoring", ":ListMetrics"));
        logged("monitoring", "ListMetrics", "UnknownOperationException");
    }

    /** As Amazon Cognito is called by people who are not signed in yet. */
    @Test
    void callsWithoutASignature() throws Exception {
        RawHttp.Answer answer = RawHttp.send(
                aws.endpoint(),
                "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\nContent-Type: "
                        + JSON_1 + "\r\nX-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth\r\n\r\n{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("VPC Local does not emulate cognito-idp:InitiateAuth. Only signed calls"
                        + " are sent to an upstream.");
        logged("cognito-idp", "InitiateAuth", "UnknownOperationException");
    }

    /** The proxy filter alone refuses; what else is switched on does not matter. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void withoutControlApiAndConsole_andInTheLogOfCalls(CapturedOutput output) throws Exception {
        Map<String, String> settings = Map.of(
                "vpclocal.control.enabled", "false",
                "vpclocal.console.enabled", "false",
                "vpclocal.protocol.log-calls", "true",
                "vpclocal.protocol.body-timeout", "500ms");
        try (OwnEmulator emulator = OwnEmulator.start(settings)) {
            URI endpoint = emulator.aws().endpoint();
            assertThat(RawHttp.send(endpoint, request("GET", "s3", "/", "Accept: */*", ""))
                            .text())
                    .contains("<Code>NotImplemented</Code>", text("s3", ":ListBuckets"));
            assertThat(RawHttp.send(endpoint, request("GET", "lambda", "/2015-03-31/functions", "Accept: */*", ""))
                            .text())
                    .contains("UnknownOperationException", text("lambda", ":ListFunctions"));
            assertThat(output)
                    .contains(
                            "s3 ListBuckets by " + ROOT + ": 501 NotImplemented, ",
                            "lambda ListFunctions by " + ROOT + ": 404 UnknownOperationException, ");
            slowBodiesAreRefusedInTheShapeOfTheService(endpoint);
        }
    }

    /** Its length is longer than what is sent. */
    private static void slowBodiesAreRefusedInTheShapeOfTheService(URI endpoint) throws IOException {
        String half = request(
                        "POST", "kms", "/", "X-Amz-Target: TrentService.ListKeys\r\nContent-Type: " + JSON_1, "{}")
                .replace("Content-Length: 2", "Content-Length: 9");
        RawHttp.Answer answer = RawHttp.send(endpoint, half);
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.header("content-type")).startsWith(JSON_1);
        assertThat(answer.text())
                .isEqualTo("{\"__type\":\"RequestTimeout\",\"message\":\"The request body did not arrive within 500"
                        + " milliseconds\"}");
    }

    private static String text(String service, String what) {
        return "VPC Local does not emulate " + service + what + ". Set VPCLOCAL_UPSTREAM_"
                + service.toUpperCase(Locale.ROOT).replace('-', '_')
                + " or VPCLOCAL_UPSTREAM to the URL of a server that does.";
    }

    private void logged(String service, String action, String error) throws Exception {
        JsonNode newest = new ControlApi(aws.endpoint())
                .get("/_vpclocal/requests?failed=true&service=" + service)
                .json()
                .path(0);
        assertThat(newest.path("action").asString()).isEqualTo(action);
        assertThat(newest.path("error").asString()).isEqualTo(error);
    }

    private RawHttp.Answer post(String service, String path, String headers, String body) throws IOException {
        return send("POST", service, path, headers, body);
    }

    private RawHttp.Answer send(String method, String service, String path, String headers, String body)
            throws IOException {
        return RawHttp.send(aws.endpoint(), request(method, service, path, headers, body));
    }

    private static String request(String method, String service, String path, String headers, String body) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n" + headers
                + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/" + service
                + "/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n" + body;
    }
}
