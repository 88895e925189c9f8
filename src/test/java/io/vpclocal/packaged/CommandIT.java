package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code bin/vpc-local}, from start to stop. */
class CommandIT {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void theEmulatorIsStartedUsedEmptiedAndStopped() throws Exception {
        String port = String.valueOf(freePort());
        Map<String, String> environment = Map.of(
                "SERVER_PORT", port,
                "JAVA_HOME", System.getProperty("java.home", ""),
                "XDG_STATE_HOME", directory.resolve("state").toString(),
                "XDG_CACHE_HOME", directory.resolve("cache").toString());
        assertThat(vpcLocal(environment, "start")).contains("http://localhost:" + port);
        try {
            assertThat(vpcLocal(environment, "start")).contains("runs already");
            assertThat(vpcLocal(environment, "status")).contains("runs at http://localhost:" + port);
            assertThat(vpcLocal(environment, "logs")).contains("Ready.");
            if (Shell.has("aws")) {
                String[] count = {"aws", "ec2", "describe-vpcs", "--query", "length(Vpcs)"};
                vpcLocal(environment, "aws", "ec2", "create-vpc", "--cidr-block", "10.0.0.0/16");
                assertThat(vpcLocal(environment, count).strip()).isEqualTo("2");
                assertThat(vpcLocal(environment, "reset")).contains("deleted");
                // The default VPC is there again as soon as somebody looks.
                assertThat(vpcLocal(environment, count).strip()).isEqualTo("1");
            }
        } finally {
            assertThat(vpcLocal(environment, "stop")).contains("stopped");
        }
        assertThat(vpcLocal(environment, "stop")).contains("does not run");
    }

    private static String vpcLocal(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("bin/vpc-local"), Stream.of(arguments)).toList();
        return Shell.run(HERE, environment, command);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
