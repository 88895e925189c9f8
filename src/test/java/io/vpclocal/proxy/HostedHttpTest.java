package io.vpclocal.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testkit.VpcLocalControl;
import io.vpclocal.traffic.BalancedService;
import io.vpclocal.traffic.Lan;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How HTTP passes between a client in a consumer's VPC and a target (RFC 9112), and which addresses targets may have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostedHttpTest extends ProxyTest {

    private final RealTarget target = new RealTarget();
    private BalancedService hosted;
    private String name;
    private URI caller;
    private ControlApi api;
    private VpcLocalControl provider;

    @BeforeAll
    void twoAccounts() {
        api = new ControlApi(aws.endpoint());
        Lan lan = new Lan(aws);
        lan.allow(lan.serverGroup, 443, "10.0.0.0/16");
        hosted = new BalancedService(aws, new Provider(aws), lan.account);
        hosted.allow(hosted.targetGroup, 8443, "10.9.0.0/16");
        name = lan.endpoint(hosted, lan.clientSubnet).dnsEntries().get(0).dnsName();
        VpcLocalControl control = VpcLocalControl.at(aws.endpoint());
        provider = control.in(hosted.provider.account, "us-east-1");
        provider.setTarget(hosted.targetGroupArn, target.url());
        caller = control.in(lan.account, "us-east-1").from(lan.client);
    }

    @BeforeEach
    void forget() {
        target.heads().clear();
    }

    @AfterAll
    void end() throws IOException {
        target.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /length, 201, hello",
        "GET, /chunks, 200, hello",
        "GET, /close, 200, hello",
        "GET, /interim, 200, hello",
        "GET, /empty, 204, ''",
        "HEAD, /length, 201, ''",
        "DELETE, /echo, 200, ''"
    })
    void answersOfEachFraming(String method, String path, int status, String body) throws Exception {
        RawHttp.Answer answer = RawHttp.send(
                caller, method + " " + path + " HTTP/1.1\r\nHost: " + name + ":443\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).as(answer.head()).isEqualTo(status);
        assertThat(dechunked(answer)).isEqualTo(body);
        if (path.equals("/length")) {
            assertThat(answer.head()).contains("X-Own: 1\r\nX-Own: 2\r\n", "Content-Length: 5");
        }
    }

    @Test
    void aConnectionCarriesSeveralRequests_chunkedToo() throws Exception {
        String request = "PUT /echo HTTP/1.1\r\nHost: " + name
                + ":443\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        try (Socket socket = new Socket(caller.getHost(), caller.getPort())) {
            socket.setSoTimeout(10_000);
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                assertThat(until(socket.getInputStream(), "abc"))
                        .startsWith("HTTP/1.1 200")
                        .endsWith("\r\n\r\nabc");
            }
        }
        assertThat(target.heads()).hasSize(3).allSatisfy(head -> assertThat(head)
                .contains("Transfer-Encoding: chunked\r\n"));
    }

    @Test
    void aTargetThatAnswersBeforeItHasReadTheRequest() throws Exception {
        RawHttp.Answer answer = RawHttp.send(
                caller,
                "POST /early HTTP/1.1\r\nHost: " + name
                        + ":443\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).isEqualTo("no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/ssh"})
    void aTargetThatDoesNotAnswerInHttpClosesTheConnection(String path) throws Exception {
        assertThat(HostedCallsTest.send(caller, request(path))).isEmpty();
        JsonNode logged = requests();
        assertThat(logged.path("error").asString()).isEqualTo("TargetUnreachable");
    }

    @Test
    void aPartOfAnAnswerDoesNotLookLikeAllOfIt() throws Exception {
        String answer = HostedCallsTest.send(caller, request("/part"));
        assertThat(answer).satisfiesAnyOf(text -> assertThat(text).isEmpty(), text -> assertThat(text)
                .contains("Content-Length: 1000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'url':'http://127.0.0.1:80'}                                   | Use 'targetGroup'",
                "{'target':'10.0.0.1','url':'http://127.0.0.1:80'}               | Use 'targetGroup'",
                "{'target':'10.0.0.1','port':0,'url':'http://127.0.0.1:80'}      | Use 'targetGroup'",
                "{'target':'x','port':80,'url':'http://127.0.0.1:80'}            | The target 'x' is neither",
                "{'target':'i-0','port':80,'url':'http://127.0.0.1:80'}          | The instance ID 'i-0' does not exist",
                "{'targetGroup':'arn:x','url':'http://127.0.0.1:80'}             | Target groups 'arn:x' not found",
                "{'target':'10.0.0.1','port':80}                                 | The url '' is not a port",
                "{'target':'10.0.0.1','port':80,'url':'http://10.0.0.1:80'}      | The url 'http://10.0.0.1:80' is not",
                "{'target':'10.0.0.1','port':80,'url':'http://example.com:80'}   | The url 'http://example.com:80' is not",
                "{'target':'10.0.0.1','port':80,'url':'http://127.0.0.1'}        | The url 'http://127.0.0.1' is not",
                "{'target':'10.0.0.1','port':80,'url':'http://u@127.0.0.1:80'}   | The url 'http://u@127.0.0.1:80' is not",
                "{'target':'10.0.0.1','port':80,'url':'http://127.0.0.1:80/x'}   | The url 'http://127.0.0.1:80/x' is not",
                "{'target':'10.0.0.1','port':80,'url':'https://127.0.0.1:80'}    | The url 'https://127.0.0.1:80' is not",
                "{'target':'10.0.0.1','port':80,'url':'file:///etc/passwd'}      | The url 'file:///etc/passwd' is not"
            })
    void addressesThatAreNotOfThisMachineAreRefused(String body, String message) throws Exception {
        ControlApi.Answer answer = api.put("/_vpclocal/targets", body.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asString()).startsWith(message);
    }

    @Test
    void theListShowsEveryAddress() throws Exception {
        provider.setTarget("10.9.0.77", 80, URI.create("http://localhost:8080"));
        assertThat(api.get("/_vpclocal/targets").json().valueStream())
                .anySatisfy(each -> {
                    assertThat(each.path("targetGroup").asString()).isEqualTo(hosted.targetGroupArn);
                    assertThat(each.path("url").asString())
                            .isEqualTo(target.url().toString());
                })
                .anySatisfy(each -> {
                    assertThat(each.path("target").asString()).isEqualTo("10.9.0.77");
                    assertThat(each.path("port").asInt()).isEqualTo(80);
                    assertThat(each.path("url").asString()).isEqualTo("http://localhost:8080");
                });
        assertThat(api.delete("/_vpclocal/targets?id=none").code()).isEqualTo("NoSuchTarget");
        assertThatThrownBy(() -> provider.setTarget("i-0", 80, target.url())).hasMessageContaining("'i-0'");
    }

    private JsonNode requests() throws Exception {
        return api.get("/_vpclocal/requests?limit=1&service=" + hosted.service.serviceId())
                .json()
                .path(0);
    }

    private String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + name + ":443\r\nConnection: close\r\n\r\n";
    }

    private static String until(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith(end)) {
            int next = in.read();
            assertThat(next).as(text.toString()).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    private static String dechunked(RawHttp.Answer answer) {
        return answer.head().contains("Transfer-Encoding: chunked")
                ? answer.text().replaceAll("(?s)(?:^|\r\n)[0-9a-f]+\r\n", "").strip()
                : answer.text();
    }
}
