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
    void everyImplementedActionHasAGroupAndASummary() throws Exception {
        JsonNode api = document();
        for (AwsService service : AwsService.values()) {
            for (ActionDefinition action : registry.all(service)) {
                JsonNode post = api.path("paths")
                        .path("/" + service.signingName() + "/" + action.name())
                        .path("post");
                assertThat(post.path("tags").path(0).asString())
                        .as("%s has no line in actions.txt", action.name())
                        .doesNotEndWith(": more");
                assertThat(post.path("summary").asString())
                        .as(action.name())
                        .endsWith(".")
                        .hasSizeBetween(10, 110);
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
    void onlyImplementedActionsAreDescribed() {
        assertThat(ApiGroups.read().described()).allSatisfy(action -> {
            AwsService service =
                    AwsService.bySigningName(action.replaceFirst("/.*", "")).orElseThrow();
            assertThat(registry.find(service, action.replaceFirst(".*/", "")))
                    .as(action)
                    .isPresent();
        });
    }

    @Test
    void theControlApiComesFirstAndHasNoOtherGroup() throws Exception {
        JsonNode api = document();
        assertThat(api.path("tags").path(0).path("name").asString()).isEqualTo("Control: start here");
        assertThat(api.path("paths").has("/_vpclocal/charges")).isTrue();
        assertThat(api.path("paths").properties())
                .filteredOn(path -> path.getKey().startsWith("/_"))
                .allSatisfy(path -> assertThat(path.getValue().toString())
                        .as("%s has no line in actions.txt", path.getKey())
                        .doesNotContain("Control: more")
                        .contains("\"tags\":[\"Control: "));
    }

    @Test
    void everyGroupHasASentence() throws Exception {
        assertThat(document().path("tags"))
                .allSatisfy(
                        tag -> assertThat(tag.path("description").asString()).endsWith("."));
    }

    @Test
    void requiredMembersAreMarkedAndNoExampleIsADryRun() throws Exception {
        JsonNode api = document();
        assertThat(api.path("components")
                        .path("schemas")
                        .path("ec2.CreateSubnetRequest")
                        .path("required")
                        .toString())
                .isEqualTo("[\"VpcId\"]");
        assertThat(api.path("paths").toString()).doesNotContain("\"DryRun\"");
    }

    @Test
    void thePageIsAuthorizedAndHasASearchBox() throws Exception {
        assertThat(RawHttp.send(RawHttp.request(aws.endpoint(), "/swagger-ui/swagger-initializer.js"))
                        .body())
                .contains("preauthorizeBasic(\"accessKey\", \"test\", \"test\")", "\"filter\" : \"true\"", "opsFilter");
    }

    private JsonNode document() throws Exception {
        return new JsonMapper()
                .readTree(RawHttp.send(RawHttp.request(aws.endpoint(), "/v3/api-docs"))
                        .body());
    }

    @Test
    void swaggerUiIsServed() throws Exception {
        assertThat(RawHttp.send(RawHttp.request(aws.endpoint(), "/swagger-ui/index.html"))
                        .body())
                .contains("swagger-ui");
    }
}
