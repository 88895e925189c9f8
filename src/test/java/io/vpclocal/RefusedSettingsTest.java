package io.vpclocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vpclocal.start.FailedStart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A wrong value of any setting ends the start with one sentence that names the setting (our design). */
class RefusedSettingsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server.port                            | many      | a number from 0 to 65535",
                "server.port                            | 70000     | a number from 0 to 65535",
                "server.port                            | -1        | a number from 0 to 65535",
                "server.address                         | ''        | an address of this machine",
                "server.address                         | 192.0.2.1 | an address of this machine",
                "server.address                         | not/a/name | an address of this machine",
                "vpclocal.control.enabled               | perhaps   | true or false",
                "vpclocal.control.end-with-input        | perhaps   | true or false",
                "vpclocal.charges.endpoint-hour         | -1        | a number from 0 to 1000000 with up to 12 decimal places",
                "vpclocal.charges.endpoint-hour         | 1E+999999999 | a number from 0 to 1000000 with up to 12 decimal places",
                "vpclocal.control.request-log-size      | -1        | a number from 0 to 2147483647",
                "vpclocal.control.request-log-size      | many      | a number from 0 to 2147483647",
                "vpclocal.database.url                  | mysql://x | begin with jdbc:postgresql: or jdbc:h2:",
                "vpclocal.endpoint.deletion-time        | soon      | a duration from 0s to 3650d, such as 90s or PT90S",
                "vpclocal.endpoint.provisioning-time    | -1s       | a duration from 0s to 3650d, such as 90s or PT90S",
                "vpclocal.endpointservice.auto-verify   | perhaps   | true or false",
                "vpclocal.flow-logs.capture-capacity    | -1        | a number from 0 to 2147483647",
                "vpclocal.flow-logs.capture-capacity    | 2147483648 | a number from 0 to 2147483647",
                "vpclocal.flow-logs.delivery-delay      | soon      | a duration from 0s to 3650d, such as 90s or PT90S",
                "vpclocal.flow-logs.kept-after-failure  | soon      | a duration from 0s to 3650d, such as 90s or PT90S",
                "vpclocal.flow-logs.largest-file        | big       | a size from 1B to 5120GB, such as 4MB",
                "vpclocal.flow-logs.no-data             | perhaps   | true or false",
                "vpclocal.flow-logs.poll-interval       | 0s        | a duration from 1ms to 3650d, such as 90s or PT90S",
                "vpclocal.identity.mode                 | lenient   | enforce, audit or off",
                "vpclocal.identity.open-root-keys       | perhaps   | true or false",
                "vpclocal.gateway.connect-timeout       | 30d       | a duration from 1ms to 1d, such as 90s or PT90S",
                "vpclocal.gateway.max-body-size         | 9999TB    | a size from 1B to 5120GB, such as 4MB",
                "vpclocal.gateway.silence               | x         | a duration from 1ms to 1d, such as 90s or PT90S",
                "vpclocal.gateway.silence               | -1s       | a duration from 1ms to 1d, such as 90s or PT90S",
                "vpclocal.init.directory                | pom.xml   | a directory whose files can be read",
                "vpclocal.idle-timeout                  | 0s        | a duration from 1ms to 3650d, such as 90s or PT90S",
                "vpclocal.init.timeout                  | soon      | a duration from 1ms to 3650d, such as 90s or PT90S",
                "vpclocal.instance.transition-time      | soon      | a duration from 0s to 3650d, such as 90s or PT90S",
                "vpclocal.network.default-vpc           | perhaps   | true or false",
                "vpclocal.protocol.body-timeout         | 0s        | a duration from 1ms to 1d, such as 90s or PT90S",
                "vpclocal.protocol.max-body-size        | -1MB      | a size from 1B to 1GB, such as 4MB",
                "vpclocal.quotas                        | bogus     | strict or raised",
                "vpclocal.protocol.max-body-size        | 2GB       | a size from 1B to 1GB, such as 4MB",
                "vpclocal.traffic.generator-interval    | 0s        | a duration from 1ms to 3650d, such as 90s or PT90S"
            })
    void aValueOfAnotherTypeOrOutOfRange(String setting, String value, String expected) {
        String variable =
                setting.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
        assertThat(sentence(setting + "=" + value))
                .isEqualTo(variable + " (" + setting + ") is '" + value + "', but must "
                        + (expected.startsWith("begin") ? "" : "be ") + expected + ".");
    }

    /** A URL may have a secret, so it is not repeated. */
    @ParameterizedTest
    @CsvSource({
        "vpclocal.upstream, http://key:secret@/x",
        "vpclocal.upstream, key:secret",
        "vpclocal.upstream, http://localhost:0",
        "vpclocal.upstream, http://localhost:65536",
        "vpclocal.upstream.s3, http://key:secret@/x",
        "vpclocal.upstream.cognito-idp, http://key:secret@/x",
        "vpclocal.s3.endpoint, localhost",
        "vpclocal.s3.endpoint, localhost:9000",
        "vpclocal.s3.endpoint, http://key:sec ret@localhost",
        "vpclocal.sns.endpoint, not a url"
    })
    void anUpstreamThatIsNotAUrl(String setting, String url) {
        String variable =
                setting.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
        assertThat(sentence(setting + "=" + url))
                .isEqualTo(variable + " (" + setting + ") is not the URL of an upstream. Use http://host:port, or"
                        + " http://accessKeyId:secretAccessKey@host:port if the upstream checks keys.");
    }

    @Test
    void aKeyWithoutItsSecret() {
        assertThat(sentence("vpclocal.s3.access-key-id=key"))
                .isEqualTo(
                        "VPCLOCAL_S3_ACCESS_KEY_ID (vpclocal.s3.access-key-id) is set, but"
                                + " VPCLOCAL_S3_SECRET_ACCESS_KEY (vpclocal.s3.secret-access-key) is not. Set both or neither.");
    }

    @ParameterizedTest
    @CsvSource({
        "vpclocal.charges.endpoint-hour, VPCLOCAL_CHARGES_ENDPOINT_HOUR",
        "vpclocal.charges.log-storage[0].price, VPCLOCAL_CHARGES_LOG_STORAGE_0_PRICE"
    })
    void aPriceThatIsNotANumber(String setting, String variable) {
        assertThat(sentence(setting + "=cheap"))
                .isEqualTo(variable + " (" + setting + ") is 'cheap', which is not valid.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vpclocal.s3.directory", "vpclocal.data-dir"})
    void aDirectoryInWhichNoFilesCanBeWritten(String setting) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(sentence(setting + "=" + file))
                .contains(" (" + setting + ") is '" + file + "', but files cannot be written there");
    }

    /** The warnings of libraries about the same failure are not printed. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aCorruptDatabaseFile(CapturedOutput output) throws Exception {
        Path file = Files.writeString(directory.resolve("vpclocal.mv.db"), "garbage");
        assertThat(sentence("vpclocal.data-dir=" + directory))
                .isEqualTo("The file " + file
                        + " of VPCLOCAL_DATA_DIR (vpclocal.data-dir) cannot be opened (H2 error 90028).");
        assertThat(output.getAll()).doesNotContain(" WARN ");
    }

    /** It is written once requests are served. */
    @Test
    void aPortFileThatCannotBeWritten() {
        Path file = directory.resolve("absent").resolve("port");
        assertThat(sentence("vpclocal.control.port-file=" + file))
                .isEqualTo("VPCLOCAL_CONTROL_PORT_FILE (vpclocal.control.port-file) is '" + file
                        + "', but it cannot be written (NoSuchFileException).");
    }

    @Test
    void aDatabaseServerThatDoesNotAnswer() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/none";
        assertThat(sentence(
                        "vpclocal.database.url=" + url + "?password=secret",
                        "spring.datasource.hikari.connection-timeout=300"))
                .startsWith("VPCLOCAL_DATABASE_URL (vpclocal.database.url) is '" + url
                        + "', but the database cannot be used: ")
                .doesNotContain("secret");
    }

    @Test
    void aPortInUseIsTheOnlyThingThatTheProcessPrints() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            assertThat(printedByProcess(Map.of("SERVER_PORT", port, "VPCLOCAL_QUOTAS", "bogus")))
                    .startsWith("VPC Local cannot start: Port " + port + " of 127.0.0.1 cannot be used");
        }
    }

    /** The first before the context is created, the second meanwhile, the third when requests are served. */
    @ParameterizedTest
    @CsvSource({"VPCLOCAL_UPSTREAM, x", "VPCLOCAL_CHARGES_ENDPOINT_HOUR, x", "VPCLOCAL_CONTROL_PORT_FILE, /"})
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

    /** The only line that an emulator prints, run as users run it, before it ends with a failure. */
    private static String printedByProcess(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                VpcLocalApplication.class.getName());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output.lines()).hasSize(1);
        return output.strip();
    }

    private static String sentence(String... settings) {
        List<String> arguments = new ArrayList<>(
                Arrays.stream(settings).map(setting -> "--" + setting).toList());
        if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("server.port"))) {
            arguments.add("--server.port=0");
        }
        Throwable failure = catchThrowable(() -> VpcLocalApplication.application()
                .run(arguments.toArray(String[]::new))
                .close());
        assertThat(failure).isNotNull();
        return FailedStart.sentence(failure).orElseThrow(() -> new AssertionError("No sentence", failure));
    }
}
