package io.vpclocal.protocol.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Clients that receive a large answer slowly block no thread (our design). */
@EmulatorTest
class SlowReaderTest {

    /** More than the number of Tomcat's threads. */
    private static final int SLOW = 250;

    private static final int CALLS = 3;
    private static final int LOOKED_AT = 5;

    private static final String END = "</DescribeVpcEndpointServicesResponse>";
    private static final String LARGE = "Action=DescribeVpcEndpointServices&Version=2016-11-15";

    @Autowired
    private Aws aws;

    @Test
    void otherRequestsAreServedMeanwhile() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                Socket socket = reader("/?" + LARGE, "keep-alive");
                // One answer fits into the buffers of the system.
                for (int call = 1; call < CALLS; call++) {
                    send(socket, "/?" + LARGE, call < CALLS - 1 ? "keep-alive" : "close");
                }
                slow.add(socket);
            }
            assertThat(new ControlApi(aws.endpoint()).get("/_vpclocal/health").status())
                    .isEqualTo(200);
            // If they had blocked all threads, this answer would have waited until Tomcat gave up and closed the first
            // ones.
            for (Socket socket : slow.subList(0, LOOKED_AT)) {
                assertThat(answer(socket).split(END, -1)).hasSize(CALLS + 1);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** At the root path and at alias paths, with one call per connection and with several. */
    @ParameterizedTest
    @CsvSource({"/?" + LARGE + ", close", "/ec2/DescribeVpcEndpointServices, close", "/?" + LARGE + ", keep-alive"})
    void theWholeAnswerArrives(String path, String connection) throws Exception {
        try (Socket socket = reader(path, connection)) {
            int expected = 1;
            if (connection.equals("keep-alive")) {
                send(socket, path, "close");
                expected = 2;
            }
            String answers = answer(socket);
            assertThat(answers.split(END, -1)).hasSize(expected + 1);
            assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(expected + 1);
        }
    }

    /** A connection with a small window for what it receives. */
    private Socket reader(String path, String connection) throws IOException {
        URI endpoint = aws.endpoint();
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
        send(socket, path, connection);
        return socket;
    }

    private static void send(Socket socket, String path, String connection) throws IOException {
        String head =
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic dGVzdDp0ZXN0\r\nConnection: "
                        + connection + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
