package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which emulator is reused, with web servers of this JVM instead of emulators; our design. */
class SharedEmulatorTest {

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private int starts;

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void aRunningEmulatorIsReusedAndResetIfUnused() throws IOException {
        SharedEmulator.Taken first = take();
        SharedEmulator.Taken second = take();
        assertThat(starts).isEqualTo(1);
        assertThat(first.again()).isFalse();
        assertThat(second).isEqualTo(new SharedEmulator.Taken(first.port(), 2, true, true, directory.resolve("log")));
        assertThat(requests).containsExactly(first.port() + " POST /_vpclocal/reset");
    }

    @Test
    void aFileAboutAnEndedProcessIsIgnored() throws Exception {
        take();
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        describe("pid", String.valueOf(gone.pid()));
        assertStartsAnother();
    }

    @Test
    void anotherProcessWithTheSameIdAndPortIsNotReused() throws Exception {
        take();
        describe("started", "2020-01-01T00:00:00Z");
        assertStartsAnother();
        assertThat(requests)
                .as("nobody called the other program")
                .noneMatch(request ->
                        request.startsWith(servers.get(0).getAddress().getPort() + " "));
    }

    @Test
    void anEmulatorThatDoesNotAnswerIsReplaced() throws Exception {
        take();
        servers.get(0).stop(0);
        // The file names this JVM's process, which must not be killed.
        Process silent = new ProcessBuilder("sleep", "600").start();
        describe("pid", String.valueOf(silent.pid()));
        describe("started", silent.info().startInstant().orElseThrow().toString());
        assertStartsAnother();
        assertThat(silent.waitFor()).as("it was killed").isNotZero();
    }

    private void assertStartsAnother() throws IOException {
        SharedEmulator.Taken next = take();
        assertThat(starts).isEqualTo(2);
        assertThat(next.again()).isFalse();
        assertThat(next.taker()).isEqualTo(1);
        assertThat(next.port()).isEqualTo(servers.get(1).getAddress().getPort());
        assertThat(take().port()).as("and is found from then on").isEqualTo(next.port());
    }

    private SharedEmulator.Taken take() throws IOException {
        return new SharedEmulator(directory).take((portFile, log) -> {
            starts++;
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                requests.add(server.getAddress().getPort() + " " + exchange.getRequestMethod() + " "
                        + exchange.getRequestURI());
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            servers.add(server);
            return new EmulatorProcess(
                    ProcessHandle.current(), server.getAddress().getPort());
        });
    }

    private void describe(String name, String value) throws IOException {
        Path file = directory.resolve("emulator");
        Properties described = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            described.load(reader);
        }
        described.setProperty(name, value);
        try (var writer = Files.newBufferedWriter(file)) {
            described.store(writer, null);
        }
    }
}
