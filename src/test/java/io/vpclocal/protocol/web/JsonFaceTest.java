package io.vpclocal.protocol.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /{service}/{Action}}, the alias paths with JSON. They are the emulator's own; AWS has none. */
@EmulatorTest
class JsonFaceTest {

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource({
        "/ec2/DescribeVpcs, '{\"VpcIds\":[\"vpc-01234567\"]}', InvalidVpcID.NotFound",
        "/iam/GetUser, '{\"UserName\":\"nobody\"}', NoSuchEntity",
        "/logs/DeleteLogGroup, '{\"logGroupName\":\"/nothing\"}', ResourceNotFoundException",
        "/elasticloadbalancing/DescribeLoadBalancers, '{\"Names\":[\"nothing\"]}', LoadBalancerNotFound",
        "/ec2/NoSuchAction, '{}', InvalidAction"
    })
    void errorsHaveOneJsonForm(String path, String body, String code) throws Exception {
        HttpResponse<String> answer = post(path, body, "application/json");
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode error = new JsonMapper().readTree(answer.body());
        assertThat(error.path("Code").asString()).isEqualTo(code);
        assertThat(error.path("Message").asString()).isNotEmpty();
        assertThat(answer.headers().firstValue("x-amzn-RequestId"))
                .hasValue(error.path("RequestId").asString());
    }

    @Test
    void jsonRequestsThatAcceptAnythingGetJson() throws Exception {
        assertThat(post("/ec2/DescribeRegions", "{}", "*/*").body()).startsWith("{");
    }

    @Test
    void requestsThatAcceptXmlGetXml() throws Exception {
        assertThat(post("/ec2/DescribeRegions", "{}", "text/xml").body()).startsWith("<");
        assertThat(post("/ec2/NoSuchAction", "{}", "text/xml").body()).startsWith("<");
    }

    private HttpResponse<String> post(String path, String body, String accept) throws Exception {
        return RawHttp.send(RawHttp.request(aws.endpoint(), path)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body)));
    }
}
