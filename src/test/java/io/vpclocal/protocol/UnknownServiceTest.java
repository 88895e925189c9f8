package io.vpclocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Calls of services and actions that are not emulated are answered in their protocol and logged. Shapes: Smithy
 * protocol specifications. The error codes are our choice.
 */
@EmulatorTest
class UnknownServiceTest {

    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=AKIA/20261130/eu-west-1/%s/aws4_request,"
            + " SignedHeaders=host, Signature=00";

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kms | TrentService.ListKeys | application/x-amz-json-1.1 | kms:ListKeys",
                "dynamodb | DynamoDB_20120810.ListTables | application/x-amz-json-1.0 | dynamodb:ListTables",
                "ecs | AmazonEC2ContainerServiceV20141113.ListClusters | application/x-amz-json-1.1 | ecs:ListClusters"
            })
    void jsonServices(String service, String target, String type, String action) throws Exception {
        HttpResponse<String> answer = RawHttp.send(signed(service, "/")
                .header("X-Amz-Target", target)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.body())
                .isEqualTo("{\"__type\":\"UnknownOperationException\",\"message\":\"VPC Local does not emulate "
                        + action + ".\"}");
        logged(service, target.substring(target.indexOf('.') + 1), "UnknownOperationException");
    }

    @ParameterizedTest
    @CsvSource({"sns, ListTopics", "rds, DescribeDBInstances", "cloudformation, ListStacks", "autoscaling, X"})
    void queryServices(String service, String action) throws Exception {
        HttpResponse<String> answer = RawHttp.send(signed(service, "/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("Action=" + action + "&Version=2010-03-31")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>VPC Local does not"
                                + " emulate " + service + ":" + action + ".</Message></Error><RequestId>");
        logged(service, action, "InvalidAction");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, lambda, /2015-03-31/functions/",
        "POST, eks, /clusters",
        "PUT, apigateway, /restapis/x",
        "DELETE, lambda, /2015-03-31/functions/f",
        "PATCH, apigateway, /restapis/x",
        "GET, execute-api, /"
    })
    void servicesThatAreCalledByPaths(String method, String service, String path) throws Exception {
        HttpResponse<String> answer = RawHttp.send(signed(service, path).method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .contains(
                        "\"__type\":\"UnknownOperationException\"",
                        "does not emulate " + service + " (" + method + " " + path);
        logged(service, method + " " + path, "UnknownOperationException");
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "PUT, /bucket", "GET, /bucket/key", "DELETE, /bucket/a/b", "POST, /bucket"})
    void s3(String method, String path) throws Exception {
        HttpResponse<String> answer = RawHttp.send(signed("s3", path).method(method, BodyPublishers.ofString("x")));
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body())
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>NotImplemented</Code><Message>VPC Local"
                                + " does not emulate s3 (" + method + " " + path + ").</Message><RequestId>");
        logged("s3", method + " " + path, "NotImplemented");
    }

    @Test
    void route53() throws Exception {
        HttpResponse<String> answer =
                RawHttp.send(signed("route53", "/2013-04-01/hostedzone").GET());
        assertThat(answer.body())
                .contains("<ErrorResponse><Error><Type>Sender</Type><Code>UnknownOperationException</Code>");
    }

    @Test
    void servicesThatSpeakCbor() throws Exception {
        HttpResponse<String> answer =
                RawHttp.send(signed("monitoring", "/service/GraniteServiceVersion20100801/operation/ListMetrics")
                        .header("Smithy-Protocol", "rpc-v2-cbor")
                        .header("Content-Type", "application/cbor")
                        .POST(BodyPublishers.ofString("\u0000")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/cbor");
        assertThat(answer.body())
                .contains("UnknownOperationException", "VPC Local does not emulate monitoring:ListMetrics.");
        logged("monitoring", "ListMetrics", "UnknownOperationException");
    }

    /** Actions that only AWS has, and actions that do not exist. */
    @ParameterizedTest
    @CsvSource({
        "ec2, Action=RunScheduledInstances&Version=2016-11-15, RunScheduledInstances, UnsupportedOperation",
        "ec2, Action=Nonsense&Version=2016-11-15, Nonsense, InvalidAction",
        "iam, Action=CreateSAMLProvider&Version=2010-05-08, CreateSAMLProvider, UnsupportedOperation",
        "sts, Action=Nonsense&Version=2011-06-15, Nonsense, InvalidAction"
    })
    void unknownActionsOfServicesAreLogged(String service, String form, String action, String error) throws Exception {
        HttpResponse<String> answer = RawHttp.form(aws.endpoint(), form);
        assertThat(answer.body()).contains("<Code>" + error + "</Code>", action);
        logged(service, action, error);
    }

    @Test
    void unknownActionsOfLogsAreLogged() throws Exception {
        RawHttp.json(aws.endpoint(), "Logs_20140328.Nonsense", "{}");
        logged("logs", "Nonsense", "UnknownOperationException");
    }

    private void logged(String service, String action, String error) throws Exception {
        JsonNode newest = new ControlApi(aws.endpoint())
                .get("/_vpclocal/requests?failed=true&service=" + service)
                .json()
                .path(0);
        assertThat(newest.path("action").asString()).isEqualTo(action);
        assertThat(newest.path("error").asString()).isEqualTo(error);
    }

    private HttpRequest.Builder signed(String service, String path) {
        return HttpRequest.newBuilder(aws.endpoint().resolve(path)).header("Authorization", SIGNED.formatted(service));
    }
}
