package io.vpclocal.lattice;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The control API that registers VPC Lattice resources. */
@EmulatorTest
class LatticeControlTest {

    private static final String PATH = "/_vpclocal/lattice";
    private static final String RESOURCE = "resourceconfiguration/rcfg-0123456789abcdef0";

    @Autowired
    private Aws aws;

    private ControlApi control() {
        return new ControlApi(aws.endpoint());
    }

    @Test
    void putReplacesAndGetLists() throws Exception {
        String arn = "arn:aws:vpc-lattice:eu-west-1:" + Aws.newAccount() + ":" + RESOURCE;
        control().put(PATH, "{\"arn\":\"" + arn + "\",\"sharedWith\":[\"111111111111\",\"222222222222\"]}");
        JsonNode again = control()
                .put(PATH, "{\"arn\":\"" + arn + "\",\"name\":\"db\",\"sharedWith\":[\"222222222222\"]}")
                .json();

        assertThat(again.path("name").asString()).isEqualTo("db");
        assertThat(again.path("sharedWith").toString()).isEqualTo("[\"222222222222\"]");
        assertThat(control().get(PATH).json().findValuesAsString("arn")).containsOnlyOnce(arn);
        String thief = "arn:aws:vpc-lattice:eu-west-1:" + Aws.newAccount() + ":" + RESOURCE;
        assertThat(control().put(PATH, "{\"arn\":\"" + thief + "\"}").status()).isEqualTo(409);
        assertThat(control().delete(PATH + "?arn=" + arn).status()).isEqualTo(204);
        assertThat(control().get(PATH).json().findValuesAsString("arn")).doesNotContain(arn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'arn':'junk'}",
                "{'arn':'arn:aws:vpc-lattice:us-east-1:123456789012:service/svc-0123456789abcdef1'}",
                "{'arn':'arn:aws:vpc-lattice:us-east-1:123456789012:servicenetwork/rcfg-0123456789abcdef1'}",
                "{'arn':'arn:aws:vpc-lattice:mars-1:123456789012:servicenetwork/sn-0123456789abcdef1'}",
                "{'arn':'arn:aws:vpc-lattice:us-east-1:123456789012:servicenetwork/sn-0123456789abcdef1','name':''}",
                "{'arn':'arn:aws:vpc-lattice:us-east-1:123456789012:servicenetwork/sn-0123456789abcdef1',"
                        + "'sharedWith':['me']}",
                "{'arn':'arn:aws:vpc-lattice:us-east-1:123456789012:servicenetwork/sn-0123456789abcdef1',"
                        + "'sharedWith':[null]}",
                "{'arn':'arn:aws:vpc-lattice:us-east-1:123456789012:servicenetwork/sn-0123456789abcdef1',"
                        + "'resources':['junk']}",
                "{'arn':'arn:aws:vpc-lattice:us-east-1:123456789012:resourceconfiguration/rcfg-0123456789abcdef1',"
                        + "'resources':"
                        + "['arn:aws:vpc-lattice:us-east-1:123456789012:resourceconfiguration/rcfg-0123456789abcdef2']}"
            })
    void whatIsNotValidIsRefused(String body) throws Exception {
        ControlApi.Answer answer = control().put(PATH, body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(control().get(PATH).text()).doesNotContain("0123456789abcdef1");
    }

    @Test
    void theOpenApiDocumentHasBothPaths() throws Exception {
        JsonNode paths = control().get("/v3/api-docs").json().path("paths");
        assertThat(paths.propertyNames()).contains(PATH, "/_vpclocal/notifications");
    }
}
