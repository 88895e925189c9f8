package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@EmulatorTest
class HealthTest {

    @Autowired
    private Aws aws;

    /** LocalStack's documentation: services with their states, edition and version. Scripts search them with grep. */
    @Test
    void healthHasTheFormatOfLocalStack() throws Exception {
        aws.ec2().describeVpcs();
        ControlApi.Answer answer = new ControlApi(aws.endpoint()).get("/_localstack/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"ec2\": \"running\"").contains("\"edition\": \"community\"");
        assertThat(answer.json().path("services").propertyNames()).contains("ec2", "iam", "logs", "sts");
    }

    @Test
    void infoHasStorageModeAndRowCounts() throws Exception {
        aws.ec2().createVpc(r -> r.cidrBlock("10.0.0.0/16"));
        JsonNode info = new ControlApi(aws.endpoint()).get("/_vpclocal/info").json();
        assertThat(info.path("mode").asString()).isEqualTo("memory");
        assertThat(info.path("database").asString()).isEqualTo("H2");
        assertThat(info.path("counts").path("vpc").asInt()).isPositive();
        assertThat(info.path("actions").path("ec2").asInt()).isPositive();
        assertThat(info.path("features").path("identity.open-root-keys").asString())
                .isEqualTo("true");
    }

    @Test
    void everyOperationIsDocumented() throws Exception {
        JsonNode paths =
                new ControlApi(aws.endpoint()).get("/v3/api-docs").json().path("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/_vpclocal/health",
                        "/_localstack/health",
                        "/_vpclocal/info",
                        "/_vpclocal/reset",
                        "/_vpclocal/clock",
                        "/_vpclocal/snapshots/{name}/restore",
                        "/_vpclocal/faults/{id}",
                        "/_vpclocal/requests",
                        "/_vpclocal/iam/policy",
                        "/_vpclocal/init");
        assertThat(paths.path("/_vpclocal/reset")
                        .path("post")
                        .path("tags")
                        .path(0)
                        .asString())
                .isEqualTo("Control: state");
    }
}
