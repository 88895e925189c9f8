package io.vpclocal.protocol.apidocument;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EmulatorTest
class ApiDocumentTest {

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry registry;

    @Test
    void everyImplementedActionIsDocumentedUnderItsRoom() throws Exception {
        JsonNode api = new JsonMapper()
                .readTree(RawHttp.send(RawHttp.request(aws.endpoint(), "/v3/api-docs"))
                        .body());
        for (AwsService service : AwsService.values()) {
            for (ActionDefinition action : registry.all(service)) {
                JsonNode post = api.path("paths")
                        .path("/" + service.signingName() + "/" + action.name())
                        .path("post");
                assertThat(post.path("tags").path(0).asString())
                        .as(action.name())
                        .isEqualTo(action.module());
                assertThat(post.path("requestBody").toString()).contains("application/json");
            }
        }
        JsonNode vpc = api.path("components")
                .path("schemas")
                .path("ec2.CreateVpcRequest")
                .path("properties");
        assertThat(vpc.path("CidrBlock").path("type").asString()).isEqualTo("string");
        assertThat(vpc.path("InstanceTenancy").path("enum").toString()).contains("dedicated");
    }

    @Test
    void theControlApiIsDocumented() throws Exception {
        JsonNode paths = new JsonMapper()
                .readTree(RawHttp.send(RawHttp.request(aws.endpoint(), "/v3/api-docs"))
                        .body())
                .path("paths");
        assertThat(paths.has("/_vpclocal/charges")).isTrue();
    }

    @Test
    void swaggerUiIsServed() throws Exception {
        assertThat(RawHttp.send(RawHttp.request(aws.endpoint(), "/swagger-ui/index.html"))
                        .body())
                .contains("swagger-ui");
    }
}
