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
        failure(interrupted);
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
        ProcessBuilder builder = new ProcessBuilder("bin/vpc-local", "start")
                .directory(HERE.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isNotZero();
        return output;
    }

    private static String vpcLocal(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("bin/vpc-local"), Stream.of(arguments)).toList();
        return Shell.run(HERE, environment, command);
    }
}
