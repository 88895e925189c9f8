package io.vpclocal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls for the class archive end with a reset, so they are for an emulator in memory alone; our design. */
class TrainingCallsTest {

    @ParameterizedTest
    @ValueSource(strings = {"directory", "server"})
    void anEmulatorWithAStateThatLastsIsLeftAlone(String mode) throws Exception {
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            byte[] answer = ("{\"mode\":\"" + mode + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            TrainingCalls calls = new TrainingCalls(server.getAddress().getPort());
            assertThatThrownBy(calls::make).hasMessageEndingWith("must keep its state only in memory");
            assertThat(asked).containsExactly("/_vpclocal/health", "/_vpclocal/info");
        } finally {
            server.stop(0);
        }
    }
}
