package io.vpclocal.protocol.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.OwnEmulator;
import io.vpclocal.testing.RawHttp;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.core.StandardContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Clients that send a body slowly block no thread and are refused after a timeout (our design). */
@EmulatorTest
class SlowBodyTest {

    /** More than the number of Tomcat's threads. */
    private static final int SLOW = 250;

    private static final String BODY =
            "Action=DescribeVpcs&Version=2016-11-15&Filter.1.Name=tag:slow&Filter.1.Value.1=x";

    /** Waits for bodies only briefly. */
    private static OwnEmulator impatient;

    @Autowired
    private Aws aws;

    @BeforeAll
    static void start() {
        impatient = OwnEmulator.start(
                Map.of("vpclocal.protocol.body-timeout", "300ms", "vpclocal.upstream", "http://127.0.0.1:9"));
    }

    @AfterAll
    static void stop() {
        impatient.close();
    }

    @Test
    void otherRequestsAreServedMeanwhileAndSlowOnesWhenComplete() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                Socket socket = connect(aws.endpoint());
                send(socket, head("/", "Content-Length: " + BODY.length()) + BODY.substring(0, 1));
                slow.add(socket);
            }
            assertThat(RawHttp.form(aws.endpoint(), BODY).statusCode()).isEqualTo(200);
            assertThat(new ControlApi(aws.endpoint()).get("/_vpclocal/health").status())
                    .isEqualTo(200);
            for (Socket socket : slow) {
                send(socket, BODY.substring(1));
                assertThat(answer(socket)).contains(" 200 ", "<DescribeVpcsResponse");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 85", "Transfer-Encoding: chunked"})
    void aBodyThatDoesNotArriveIsRefused(String framing) throws Exception {
        try (Socket socket = connect(impatient.aws().endpoint())) {
            send(socket, head("/", framing));
            // Until the server closes the connection.
            assertThat(answer(socket)).contains(" 408 ", "<Code>RequestTimeout</Code>");
            assertThat(requestsInProgress(impatient))
                    .as("what a graceful shutdown waits for")
                    .isZero();
            assertThat(impatient.aws().ec2().describeVpcs().vpcs()).isNotEmpty();
        }
    }

    @Test
    void aForwardedBodyThatDoesNotComeIsRefusedInTheEnd() throws Exception {
        try (Socket socket = connect(impatient.aws().endpoint())) {
            send(
                    socket,
                    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\nX-Amz-Target: TrentService.ListKeys\r\n"
                            + "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/kms/aws4_request,"
                            + " SignedHeaders=host, Signature=0\r\n\r\n{");
            assertThat(answer(socket)).contains(" 408 ", "RequestTimeout");
        }
    }

    /** What is checked before an action, is checked for a body that comes late. */
    @Test
    void theControlApiStaysClosedToSlowRequests() throws Exception {
        Map<String, String> closed = Map.of("vpclocal.identity.open-root-keys", "false");
        try (OwnEmulator emulator = OwnEmulator.start(closed);
                Socket socket = connect(emulator.aws().endpoint())) {
            send(socket, head("/_vpclocal/reset", "Content-Type: application/json\r\nContent-Length: 2") + "{");
            assertThat(emulator.aws().endpoint()).isNotNull();
            send(socket, "}");
            assertThat(answer(socket)).contains(" 403 ").doesNotContain(" 204 ");
        }
    }

    @Test
    void chunkedBodiesAreRead() throws Exception {
        try (Socket socket = connect(aws.endpoint())) {
            send(socket, head("/", "Transfer-Encoding: chunked"));
            send(socket, Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n");
            assertThat(answer(socket)).contains(" 200 ", "<DescribeVpcsResponse");
        }
    }

    private static long requestsInProgress(OwnEmulator emulator) {
        WebServerApplicationContext context = (WebServerApplicationContext) emulator.context();
        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(context.getWebServer());
        return Arrays.stream(server.getTomcat().getHost().findChildren())
                .mapToLong(application -> ((StandardContext) application).getInProgressAsyncCount())
                .sum();
    }

    private static String head(String path, String framing) {
        return "POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic dGVzdDp0ZXN0\r\n"
                + (framing.contains("Content-Type") ? "" : "Content-Type: application/x-www-form-urlencoded\r\n")
                + framing + "\r\n\r\n";
    }

    private static Socket connect(URI endpoint) throws IOException {
        Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
