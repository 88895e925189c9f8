package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.control.StateReset;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The control API that publishes TXT records. */
@EmulatorTest
class DnsControllerTest {

    @Autowired
    private Aws aws;

    private ControlApi control;

    @BeforeEach
    void newControl() {
        control = new ControlApi(aws.endpoint());
    }

    @Test
    void recordsArePublishedListedAndRemoved() throws Exception {
        String path = "/_vpclocal/dns/_x.listed.example.com";
        assertThat(control.get(path).code()).isEqualTo("NotFound");
        assertThat(control.put(path, "{\"values\":[\"one\",\"two\"]}").status()).isEqualTo(200);
        assertThat(control.get(path).json().toString())
                .isEqualTo("{\"name\":\"_x.listed.example.com\",\"type\":\"TXT\",\"values\":[\"one\",\"two\"]}");
        assertThat(control.get("/_vpclocal/dns").text()).contains("_x.listed.example.com");
        assertThat(control.put(path, "{\"type\":\"TXT\",\"values\":[\"three\"]}")
                        .text())
                .contains("three")
                .doesNotContain("one");
        assertThat(control.delete(path).status()).isEqualTo(204);
        assertThat(control.delete(path).status()).isEqualTo(404);
        assertThat(control.get("/_vpclocal/dns").text()).doesNotContain("_x.listed.example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.example.com | {\"values\":[]}              | InvalidParameter",
                "a.example.com | {}                           | InvalidParameter",
                "a.example.com | {\"values\":[null]}          | InvalidParameter",
                "a.example.com | {\"type\":\"A\",\"values\":[\"1\"]} | InvalidParameter",
                "a             | {\"values\":[\"1\"]}         | InvalidParameter",
                "a..com        | {\"values\":[\"1\"]}         | InvalidParameter",
                "a.example.com | {\"value\":\"1\"}            | MalformedBody"
            })
    void whatIsNoRecordIsRefused(String name, String body, String code) throws Exception {
        ControlApi.Answer answer = control.put("/_vpclocal/dns/" + name, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void theControlApiIsDescribed() throws Exception {
        assertThat(control.get("/v3/api-docs").json().path("paths").propertyNames())
                .contains("/_vpclocal/dns", "/_vpclocal/dns/{name}");
    }

    @Test
    void onlyAFullResetRemovesRecords() {
        TxtRecords records = new TxtRecords();
        records.put("a.example.com", List.of("one"));
        records.forget(new StateReset("123456789012", null));
        records.forget(new StateReset(null, "us-east-1"));
        assertThat(records.values("A.example.com.")).containsExactly("one");
        records.forget(new StateReset(null, null));
        assertThat(records.all()).isEmpty();
    }
}
