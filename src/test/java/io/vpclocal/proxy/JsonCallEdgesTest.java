package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.People;
import io.vpclocal.testkit.VpcLocalControl;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hostile calls of a JSON service through its endpoint end in an error of its protocol. */
class JsonCallEdgesTest extends ProxyTest {

    private AwsCredentials user;
    private URI inside;

    @BeforeEach
    void network() {
        FlowLogAccount lan = new FlowLogAccount(aws);
        user = people.user(lan.scope.account(), "app", People.allowing("dynamodb:*"));
        new LanEndpoints(lan).gateway(lan.vpc, "dynamodb");
        inside = VpcLocalControl.at(aws.endpoint())
                .in(lan.scope.account(), "us-east-1")
                .from(lan.networkInterface);
    }

    /** KEY is the user's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "AWS4-HMAC-SHA256 | IncompleteSignatureException",
                "AWS4-HMAC-SHA256 Credential=KEY | IncompleteSignatureException",
                "AWS4-HMAC-SHA256 Credential=KEY/20260101/us-east-1/dynamodb/aws4_request | IncompleteSignatureException",
                "AWS4-HMAC-SHA256 Credential=KEY/x/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0"
                        + " | IncompleteSignatureException",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/dynamodb/aws4_request,"
                        + " SignedHeaders=host, Signature=0 | IncompleteSignatureException",
                "Bearer x | UnknownOperationException",
                "~~ | UnknownOperationException"
            })
    void aMalformedSignatureIsRefused(String authorization, String code) throws IOException {
        int before = UPSTREAM.received().size();
        RawHttp.Answer answer = RawHttp.send(
                inside,
                "POST / HTTP/1.1\r\nHost: dynamodb.us-east-1.amazonaws.com\r\nX-Amz-Target:"
                        + " DynamoDB_20120810.ListTables\r\nAuthorization: "
                        + authorization.replace("KEY", user.accessKeyId())
                        + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        JsonNode error = JsonMapper.shared().readTree(answer.body());
        assertThat(error.get("__type").asString()).isEqualTo(code);
        assertThat(error.get("message").asString()).isNotEmpty();
        assertThat(UPSTREAM.received()).hasSize(before);
    }
}
