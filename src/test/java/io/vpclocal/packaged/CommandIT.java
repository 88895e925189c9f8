package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the command {@code bin/vpc-local} from start to stop. */
class CommandIT {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void startUseResetAndStop() throws Exception {
        Map<String, String> environment = environment();
        String port = environment.get("SERVER_PORT");
        assertThat(vpcLocal(environment, "start")).contains("http://localhost:" + port, "Unpacking it once");
        try {
            assertThat(vpcLocal(environment, "start")).contains("runs already");
            assertThat(vpcLocal(environment, "status")).contains("runs at http://localhost:" + port);
            assertThat(vpcLocal(environment, "logs")).contains("Ready.");
            assertThat(vpcLocal(environment, "demo"))
                    .startsWith("The demo network is ready.")
                    .contains("Try:");
            vpcLocal(environment, "reset");
            if (Shell.has("aws")) {
                String[] count = {"aws", "ec2", "describe-vpcs", "--query", "length(Vpcs)"};
                vpcLocal(environment, "aws", "ec2", "create-vpc", "--cidr-block", "10.0.0.0/16");
                assertThat(vpcLocal(environment, count).strip()).isEqualTo("2");
                assertThat(vpcLocal(environment, "reset")).contains("deleted");
                // The default VPC is created again by the first call.
                assertThat(vpcLocal(environment, count).strip()).isEqualTo("1");
            }
        } finally {
            assertThat(vpcLocal(environment, "stop")).contains("stopped");
        }
        assertThat(vpcLocal(environment, "stop")).contains("does not run");
    }

    @Test
    void warningsAndRefusalsOfTheEmulatorAreShown() throws Exception {
        Map<String, String> environment = environment();
        environment.put("VPCLOCAL_DATADIRR", "x");
        environment.put("VPCLOCAL_CONTROL_ENABLED", "false");
        assertThat(vpcLocal(environment, "start"))
                .contains("VPCLOCAL_DATADIRR is not a setting and has no effect. Did you mean VPCLOCAL_DATA_DIR?");
        try {
            String sentence = "vpc-local: http://localhost:" + environment.get("SERVER_PORT")
                    + " refuses the %s; its control API may be switched off\n";
            assertThat(failure(environment, 1, "reset")).isEqualTo(sentence.formatted("reset"));
            assertThat(failure(environment, 1, "demo")).endsWith(sentence.formatted("demo network"));
        } finally {
            vpcLocal(environment, "stop");
        }
    }

    @Test
    void theArchiveIsWrittenAfterTheStopAndUsedByTheNextStart() throws Exception {
        Map<String, String> environment = environment();
        environment.put("VPCLOCAL_ARCHIVE", "now");
        assertThat(vpcLocal(environment, "start")).contains("an archive of its classes is being written");
        vpcLocal(environment, "stop");
        Await.sibling(cached("vpc-local\\.jar").get(0), "classes-.*\\.options");
        List<Path> options = cached("classes-.*\\.options");
        assertThat(options).hasSize(1);
        assertThat(vpcLocal(environment, "start")).doesNotContain("Unpacking", "archive");
        try {
            long pid = Long.parseLong(vpcLocal(environment, "status").replaceAll("(?s).*process (\\d+).*", "$1"));
            assertThat(ProcessHandle.of(pid).orElseThrow().info().arguments().orElseThrow())
                    .contains("@" + options.get(0));
        } finally {
            vpcLocal(environment, "stop");
        }
        assertThat(cached("training|.*\\.part\\..*")).isEmpty();
    }

    @Test
    void aWrongJavaHomeIsReportedAndTheNextStartWithAValidOneWorks() throws Exception {
        Map<String, String> environment = environment();
        Map<String, String> wrong = new HashMap<>(environment);
        wrong.put("JAVA_HOME", directory.resolve("nowhere").toString());
        assertThat(failure(wrong))
                .isEqualTo("vpc-local: " + directory.resolve("nowhere/bin/java")
                        + " does not run; set JAVA_HOME to a JDK of version 17 or later\n");
        assertThat(cached(".*")).isEmpty();
        assertThat(vpcLocal(environment, "start")).contains("VPC Local answers");
        vpcLocal(environment, "stop");
    }

    @Test
    void theArchiveSettingHasThreeValues() throws Exception {
        Map<String, String> environment = environment();
        environment.put("VPCLOCAL_ARCHIVE", "false");
        assertThat(failure(environment)).isEqualTo("vpc-local: VPCLOCAL_ARCHIVE is 'false'. Use idle, now or off.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | strat | unknown command 'strat'; run: vpc-local help",
                "2 | --version | unknown command '--version'; run: vpc-local help",
                "2 | start --port | start has no argument '--port'; settings are environment variables, such as SERVER_PORT",
                "2 | stop now | stop has no argument 'now'; settings are environment variables, such as SERVER_PORT",
                "2 | logs -x | logs has no argument '-x'; use -f to follow the log",
                "1 | reset | the emulator does not run on port PORT; run: vpc-local start",
                "1 | demo | the emulator does not run on port PORT; run: vpc-local start"
            })
    void aCommandThatCannotBeRun(int code, String command, String sentence) throws Exception {
        Map<String, String> environment = environment();
        assertThat(failure(environment, code, command.split(" ")))
                .isEqualTo("vpc-local: " + sentence.replace("PORT;", environment.get("SERVER_PORT") + ";") + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "65536", "-1", "4566 ", "../x", "1e3"})
    void aPortThatIsNotANumber(String port) throws Exception {
        Map<String, String> environment = environment();
        environment.put("SERVER_PORT", port);
        for (String command : List.of("start", "stop", "status", "logs", "reset", "demo", "aws")) {
            assertThat(failure(environment, 1, command))
                    .isEqualTo("vpc-local: SERVER_PORT is '" + port + "', but must be a number from 1 to 65535\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VPCLOCAL_JAR | /absent dir/x.jar | VPCLOCAL_JAR is '/absent dir/x.jar', but must be the path of the executable jar",
                "VPCLOCAL_JAR | / | VPCLOCAL_JAR is '/', but must be the path of the executable jar",
                "XDG_STATE_HOME | /dev/null/x | the directory /dev/null/x/vpc-local/PORT cannot be created; set XDG_STATE_HOME to another place",
                "XDG_CACHE_HOME | /dev/null/x | the directory /dev/null/x/vpc-local cannot be created; set XDG_CACHE_HOME to another place"
            })
    void aPlaceThatCannotBeUsed(String variable, String value, String sentence) throws Exception {
        Map<String, String> environment = environment();
        environment.put(
                "VPCLOCAL_JAR",
                Files.writeString(directory.resolve("a jar"), "").toString());
        environment.put(variable, value);
        assertThat(failure(environment))
                .isEqualTo("vpc-local: " + sentence.replace("PORT", environment.get("SERVER_PORT")) + "\n");
    }

    @Test
    void aJavaThatIsTooOld() throws Exception {
        Path old = Files.createDirectories(directory.resolve("old java/bin")).resolve("java");
        Files.writeString(old, """
                #!/bin/sh
                echo 'openjdk version "11.0.2" 2019-01-15' >&2
                echo 'OpenJDK 64-Bit Server VM (build 11.0.2+9, mixed mode)' >&2
                """);
        assertThat(old.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = environment();
        environment.put("JAVA_HOME", directory.resolve("old java").toString());
        assertThat(failure(environment))
                .isEqualTo("vpc-local: " + old + " has version 11; set JAVA_HOME to a JDK of version 17 or later\n");
    }

    @Test
    void anUnpackThatFailsLeavesNothingBehind() throws Exception {
        Map<String, String> environment = environment();
        environment.put(
                "VPCLOCAL_JAR",
                Files.writeString(directory.resolve("broken.jar"), "no jar").toString());
        assertThat(failure(environment)).contains("broken.jar cannot be unpacked into");
        assertThat(cached(".*")).isEmpty();
    }

    @Test
    void filesOfAKilledUnpackAreRemovedByTheNextOne() throws Exception {
        Map<String, String> environment = environment();
        Path killed = Files.createDirectories(directory.resolve("killed/bin")).resolve("java");
        Files.writeString(killed, """
                #!/bin/sh
                for last; do :; done
                case "$*" in
                  *-version) echo 'OpenJDK 64-Bit Server VM (build 17.0.1+1, mixed mode)' ;;
                  *) mkdir -p "$last/lib"; kill -9 $PPID ;;
                esac
                """);
        assertThat(killed.toFile().setExecutable(true)).isTrue();
        Map<String, String> interrupted = new HashMap<>(environment);
        interrupted.put("JAVA_HOME", directory.resolve("killed").toString());
        failure(interrupted, 128 + 9, "start");
        assertThat(cached(".*\\.part\\..*")).as("killed in the middle").hasSize(1);
        Path unused = Files.createDirectories(directory.resolve("cache/vpc-local/0123456789abcdef"));
        Files.setLastModifiedTime(unused, FileTime.from(Instant.now().minus(Duration.ofDays(92))));

        assertThat(vpcLocal(environment, "start")).contains("Unpacking it once", "VPC Local answers");
        vpcLocal(environment, "stop");
        assertThat(cached(".*\\.part\\..*")).isEmpty();
        assertThat(cached("vpc-local\\.jar")).hasSize(1);
        assertThat(unused).doesNotExist();
    }

    /**
     * The archive is off except in one test. Otherwise it would be written while other tests run or while its directory
     * is deleted.
     */
    private Map<String, String> environment() throws IOException {
        return new HashMap<>(Map.of(
                "SERVER_PORT", String.valueOf(PackagedEmulator.freePort()),
                "JAVA_HOME", System.getProperty("java.home", ""),
                "VPCLOCAL_ARCHIVE", "off",
                "XDG_STATE_HOME", directory.resolve("state").toString(),
                "XDG_CACHE_HOME", directory.resolve("cache").toString()));
    }

    /** The file names in the cache directory and its subdirectories. */
    private List<Path> cached(String name) throws IOException {
        Path cache = Files.createDirectories(directory.resolve("cache/vpc-local"));
        try (Stream<Path> files = Files.walk(cache, 2)) {
            return files.filter(file -> !file.equals(cache))
                    .filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        }
    }

    private static String failure(Map<String, String> environment) throws IOException, InterruptedException {
        return failure(environment, 1, "start");
    }

    private static String failure(Map<String, String> environment, int code, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("bin/vpc-local"), Stream.of(arguments))
                        .toList())
                .directory(HERE.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(code);
        return output;
    }

    private static String vpcLocal(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("bin/vpc-local"), Stream.of(arguments)).toList();
        return Shell.run(HERE, environment, command);
    }
}
