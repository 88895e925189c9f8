package io.vpclocal.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.People;
import io.vpclocal.testkit.VpcLocalControl;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/**
 * Condition keys of calls through interface endpoints, by private DNS and by the endpoint's own name (IAM User Guide, "AWS
 * global condition context keys"), and private APIs (API Gateway Developer Guide, "Private REST APIs").
 */
class EndpointKeysTest extends ProxyTest {

    private static final String API = "abc123.execute-api.us-east-1.amazonaws.com";

    private FlowLogAccount lan;
    private String account;
    private String group;
    private URI inside;

    @BeforeEach
    void network() {
        lan = new FlowLogAccount(aws);
        account = lan.scope.account();
        lan.ec2.modifyVpcAttribute(r -> r.vpcId(lan.vpc).enableDnsHostnames(b -> b.value(true)));
        group = lan.ec2
                .createSecurityGroup(
                        r -> r.groupName("open").description("open").vpcId(lan.vpc))
                .groupId();
        lan.ec2.authorizeSecurityGroupIngress(r ->
                r.groupId(group).ipProtocol("tcp").fromPort(443).toPort(443).cidrIp("10.0.0.0/16"));
        inside = VpcLocalControl.at(aws.endpoint()).in(account, "us-east-1").from(lan.networkInterface);
        UPSTREAM.answer("TrentService.DescribeKey", body -> "");
        UPSTREAM.answer("TrentService.GetKeyPolicy", body -> "");
    }

    /** The last column tells the keys that only part of the services have. */
    @ParameterizedTest
    @CsvSource({
        "s3, s3, GET, /keys, , true",
        "dynamodb, dynamodb, POST, /, DynamoDB_20120810.ListTables, false",
        "kms, kms, POST, /, TrentService.ListKeys, true",
        "sqs, sqs, POST, /, AmazonSQS.ListQueues, false",
        "sns, sns, POST, /?Action=ListTopics, , false",
        "secretsmanager, secretsmanager, POST, /, secretsmanager.ListSecrets, false",
        "ssm, ssm, POST, /, AmazonSSM.DescribeParameters, false",
        "kinesis-streams, kinesis, POST, /, Kinesis_20131202.ListStreams, false",
        "lambda, lambda, GET, /2015-03-31/functions/, , true",
        "execute-api, execute-api, GET, /prod/hi, , false"
    })
    void everyServiceKnowsTheEndpoint(
            String name, String service, String method, String path, @Nullable String target, boolean more)
            throws IOException {
        VpcEndpoint endpoint = endpoint(name);
        String expected =
                "\"aws:SourceVpce\":\"" + endpoint.vpcEndpointId() + "\",\"aws:SourceVpc\":\"" + lan.vpc + "\"";
        String vpc = "\"aws:SourceVpcArn\":\"arn:aws:ec2:us-east-1:" + account + ":vpc/" + lan.vpc + "\"";
        AwsCredentials user = allowedIf("user", expected);
        AwsCredentials exact = allowedIf("exact", vpc);
        String host = (service.equals("execute-api") ? "abc123." : "") + service + ".us-east-1.amazonaws.com";
        boolean gateway = service.equals("s3") || service.equals("dynamodb");
        String named = gateway ? endpoint.dnsEntries().get(0).dnsName().replace("*", "bucket") : host;

        assertThat(denied(inside, user, service, target, named, method, path)).isFalse();
        assertThat(denied(inside, exact, service, target, named, method, path)).isNotEqualTo(more);
        assertThat(denied(aws.endpoint(), user, service, target, host, method, path))
                .isTrue();
    }

    /** Without a signature, as to methods with the authorization NONE. The text is from users' reports. */
    @Test
    void aPrivateApiUnderTheEndpointsPolicy() throws IOException {
        VpcEndpoint endpoint = endpoint("execute-api");

        assertThat(get(inside, API, "Authorization: Bearer abc\r\n").status()).isNotEqualTo(403);
        assertThat(UPSTREAM.last().header("x-apigw-api-id")).isEqualTo("abc123");
        assertThat(UPSTREAM.last().header("authorization")).isEqualTo("Bearer abc");
        assertThat(UPSTREAM.last().uri().getRawPath()).isEqualTo("/prod/hi/you");
        String both = "abc123-" + endpoint.vpcEndpointId() + ".execute-api.us-east-1.amazonaws.com";
        assertThat(get(inside, both, "").status()).isNotEqualTo(403);

        lan.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(endpoint.vpcEndpointId())
                .policyDocument(People.document("{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":"
                        + "\"execute-api:Invoke\",\"Resource\":\"arn:aws:execute-api:us-east-1:" + account
                        + ":abc123/prod/GET/other\"}")));
        for (String host : new String[] {API, both, endpoint.dnsEntries().get(0).dnsName()}) {
            RawHttp.Answer denied = get(inside, host, "x-apigw-api-id: abc123\r\n");
            assertThat(denied.status()).as(host).isEqualTo(403);
            assertThat(denied.text())
                    .contains("User: anonymous is not authorized to perform: execute-api:Invoke on resource:"
                            + " arn:aws:execute-api:us-east-1:********" + account.substring(8)
                            + ":abc123/prod/GET/hi/you because no VPC endpoint policy allows the execute-api:Invoke"
                            + " action");
        }
        assertThat(get(aws.endpoint(), API, "").status()).isNotEqualTo(403);
    }

    /** The policy is the usual one of a private API. */
    @Test
    void theResourcePolicyOfAnApiIsLearnt() throws IOException {
        VpcEndpoint endpoint = endpoint("execute-api");
        UPSTREAM.answerPath("/restapis", "{\"id\":\"mine1\"}");
        String policy = People.document(
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"execute-api:Invoke\",\"Resource\":\"execute-api:/*\"}",
                "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"execute-api:Invoke\",\"Resource\":\"execute-api:/*\","
                        + "\"Condition\":{\"StringNotEquals\":{\"aws:SourceVpce\":\"" + endpoint.vpcEndpointId()
                        + "\"}}}");
        String body = "{\"name\":\"a\",\"policy\":"
                + tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(policy) + "}";
        RawHttp.call(
                aws.endpoint(),
                people.user(account, "maker", People.allowing("apigateway:*")),
                "apigateway",
                "",
                "apigateway.us-east-1.amazonaws.com",
                "POST",
                "/restapis",
                body);

        String host = "mine1.execute-api.us-east-1.amazonaws.com";
        assertThat(get(inside, host, "").status()).isNotEqualTo(403);
        RawHttp.Answer denied = get(aws.endpoint(), host, "");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.header("x-amzn-errortype")).isEqualTo("AccessDeniedException");
    }

    private AwsCredentials allowedIf(String name, String condition) {
        return people.user(
                account,
                name,
                People.document(
                        "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{"
                                + condition + "}}}"));
    }

    private static boolean denied(
            URI to,
            AwsCredentials who,
            String service,
            @Nullable String target,
            String host,
            String method,
            String path)
            throws IOException {
        RawHttp.Answer answer = service.equals("s3")
                ? RawHttp.signed(to, who, method, host, path, service)
                : RawHttp.call(to, who, service, target, host, method, path, target == null ? "" : "{}");
        assertThat(answer.status()).as(answer.text()).isNotZero();
        boolean denied = answer.text().contains("is not authorized to perform: ");
        assertThat(answer.text()).as("authenticated").doesNotContain("Signature");
        return denied;
    }

    private static RawHttp.Answer get(URI to, String host, String headers) throws IOException {
        return RawHttp.send(
                to,
                ("GET /prod/hi/you HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n")
                        .getBytes(ISO_8859_1));
    }

    private VpcEndpoint endpoint(String service) {
        return lan.ec2
                .createVpcEndpoint(r -> r.vpcId(lan.vpc)
                        .vpcEndpointType(VpcEndpointType.INTERFACE)
                        .serviceName("com.amazonaws.us-east-1." + service)
                        .privateDnsEnabled(!service.equals("s3") && !service.equals("dynamodb"))
                        .subnetIds(lan.subnet)
                        .securityGroupIds(group))
                .vpcEndpoint();
    }
}
