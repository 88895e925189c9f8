package io.vpclocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process prints that cannot start, or that is ended while it starts (our design). */
class FailedProcessTest {

    @TempDir
    private Path directory;

    @Test
    void aPortInUseIsTheOnlyThingThatTheProcessPrints() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            assertThat(printedByProcess(Map.of("SERVER_PORT", port, "VPCLOCAL_QUOTAS", "bogus")))
                    .startsWith("VPC Local cannot start: Port " + port + " of 127.0.0.1 cannot be used");
        }
    }

    /** One for each stage: before logging, before the context is created, meanwhile, and when requests are served. */
    @ParameterizedTest
    @CsvSource({
        "LOGGING_CHARSET_CONSOLE, x",
        "VPCLOCAL_UPSTREAM, x",
        "VPCLOCAL_CHARGES_ENDPOINT_HOUR, x",
        "VPCLOCAL_CONTROL_PORT_FILE, /"
    })
    void aWrongSettingIsTheOnlyThingThatTheProcessPrints(String variable, String value) throws Exception {
        assertThat(printedByProcess(Map.of("SERVER_PORT", "0", variable, value)))
                .startsWith("VPC Local cannot start: " + variable + " (");
    }

    /** This one is found while the context is created, which Spring would log as well. */
    @Test
    void aWrongDatabaseIsTheOnlyThingThatTheProcessPrints() throws Exception {
        assertThat(printedByProcess(Map.of("SERVER_PORT", "0", "VPCLOCAL_DATABASE_URL", "nonsense")))
                .isEqualTo(
                        "VPC Local cannot start: VPCLOCAL_DATABASE_URL (vpclocal.database.url) is 'nonsense', but must"
                                + " begin with jdbc:postgresql: or jdbc:h2:.");
    }

    /** Files that appear at different times of a start. */
    @ParameterizedTest
    @ValueSource(strings = {"installation.key", "vpclocal.mv.db"})
    void aSignalDuringTheStartPrintsNothing(String sign) throws Exception {
        try (WatchService files = directory.getFileSystem().newWatchService()) {
            directory.register(files, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = process(Map.of("SERVER_PORT", "0", "VPCLOCAL_DATA_DIR", directory.toString()));
            while (!Files.exists(directory.resolve(sign))) {
                files.take().reset();
            }
            // It does not close the output, as process.destroy() would.
            process.toHandle().destroy();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(process.waitFor()).isNotZero();
        }
    }

    /** The only line that an emulator prints, run as users run it, before it ends with a failure. */
    private static String printedByProcess(Map<String, String> environment) throws Exception {
        Process process = process(environment);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output.lines()).hasSize(1);
        return output.strip();
    }

    private static Process process(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                VpcLocalApplication.class.getName());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }
}
