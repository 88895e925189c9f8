package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Tests the emulators that the packaged test kit starts for JVMs of tests (our design). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KitProcessIT {

    private static final int SECONDS = 120;

    /** One cache directory for all tests, so that the jar is unpacked once. */
    @TempDir
    private Path cache;

    @TempDir
    private Path temporary;

    private final List<Tests> running = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (Tests tests : running) {
            tests.process.destroyForcibly().waitFor();
        }
        for (Path description : find("emulator")) {
            Properties described = new Properties();
            try (var reader = Files.newBufferedReader(description)) {
                described.load(reader);
            }
            ProcessHandle.of(Long.parseLong(described.getProperty("pid"))).ifPresent(ProcessHandle::destroyForcibly);
            Files.delete(description);
        }
    }

    @Test
    void aSecondRunUsesTheEmulatorOfTheFirstAndFindsItEmpty() throws Exception {
        Tests first = start("ALWAYS", Map.of());
        Taken taken = first.take();
        assertThat(first.ends()).contains("VPC Local started in ").contains("it stays for the next run");
        Tests second = start("ALWAYS", Map.of());
        Taken again = second.take();
        assertThat(again.endpoint()).isEqualTo(taken.endpoint());
        assertThat(again.left()).as("data of the first run is left").isFalse();
        assertThat(second.ends()).contains("is reused");
    }

    @Test
    void twoRunsAtOnceShareAnEmulatorAndHaveDifferentAccounts() throws Exception {
        Tests one = start("ALWAYS", Map.of());
        Tests other = start("ALWAYS", Map.of());
        one.ask();
        other.ask();
        Taken first = one.answer();
        Taken second = other.answer();
        assertThat(second.endpoint()).isEqualTo(first.endpoint());
        assertThat(second.account()).isNotEqualTo(first.account());
        assertThat(start("ALWAYS", Map.of()).take().left())
                .as("a third run does not empty an emulator in use")
                .isTrue();
        assertThat(Stream.of(one.ends(), other.ends()).filter(printed -> printed.contains("started in")))
                .hasSize(1);
    }

    @Test
    void anEmulatorEndsWithTheRunThatIsKilled() throws Exception {
        Tests tests = start("NEVER", Map.of());
        Taken taken = tests.take();
        ProcessHandle emulator = tests.emulator();
        tests.process.destroyForcibly().waitFor();
        awaitEnd(emulator);
        assertThat(listens(taken.endpoint())).isFalse();
    }

    @Test
    void anEmulatorThatIsKilledInTheMiddleIsReplaced() throws Exception {
        for (String reuse : List.of("ALWAYS", "NEVER")) {
            Tests tests = start(reuse, Map.of());
            Taken before = tests.take();
            ProcessHandle emulator = tests.emulator();
            emulator.destroyForcibly();
            awaitEnd(emulator);
            Taken after = tests.take();
            assertThat(after.endpoint()).isNotEqualTo(before.endpoint());
            assertThat(listens(after.endpoint())).isTrue();
        }
    }

    @Test
    void inContinuousIntegrationEachRunHasItsOwnEmulator() throws Exception {
        Tests one = start("DEFAULT", Map.of("CI", "true"));
        Taken first = one.take();
        Tests other = start("DEFAULT", Map.of("CI", "true"));
        assertThat(other.take().endpoint()).isNotEqualTo(first.endpoint());
        ProcessHandle emulator = one.emulator();
        assertThat(one.ends()).doesNotContain("it stays").containsOnlyOnce("VPC Local started in ");
        awaitEnd(emulator);
        assertThat(listens(first.endpoint())).isFalse();
    }

    @Test
    void withoutACacheDirectoryATemporaryOneIsUsed() throws Exception {
        Path file = Files.createFile(cache.resolve("file"));
        Tests tests = start("NEVER", Map.of("XDG_CACHE_HOME", file.toString()));
        assertThat(listens(tests.take().endpoint())).isTrue();
        tests.take();
        assertThat(tests.ends()).containsOnlyOnce("VPC Local cannot write to its cache directory " + file);
    }

    /** The first test, so that the emulators of the others start faster. */
    @Test
    @Order(1)
    void theArchiveIsWrittenInTheBackgroundAndThenUsed() throws Exception {
        Tests tests = start("NEVER", Map.of("VPCLOCAL_ARCHIVE", "now"));
        tests.take();
        Await.sibling(find("vpc-local.jar").get(0), "classes-.*\\.options");
        Path options = find(".options").get(0);
        assertThat(Files.readString(options)).contains(cache.toString());
        Tests next = start("NEVER", Map.of());
        next.take();
        assertThat(next.emulator().info().arguments().orElseThrow())
                .anySatisfy(argument -> assertThat(argument).contains("classes-"));
        assertThat(find("vpc-local.jar")).as("unpacked once").hasSize(1);
    }

    @Test
    void theCommandUsesWhatTheTestKitUnpacked() throws Exception {
        start("NEVER", Map.of()).take();
        Map<String, String> environment = Map.of(
                "SERVER_PORT", String.valueOf(PackagedEmulator.freePort()),
                "JAVA_HOME", System.getProperty("java.home", ""),
                "VPCLOCAL_ARCHIVE", "off",
                "VPCLOCAL_JAR", Installed.executableJar().toAbsolutePath().toString(),
                "XDG_STATE_HOME", cache.resolve("state").toString(),
                "XDG_CACHE_HOME", cache.toString());
        Path here = Path.of("").toAbsolutePath();
        assertThat(Shell.run(here, environment, List.of("bin/vpc-local", "start")))
                .contains("VPC Local answers")
                .doesNotContain("Unpacking");
        Shell.run(here, environment, List.of("bin/vpc-local", "stop"));
        assertThat(find("vpc-local.jar")).hasSize(1);
    }

    private record Taken(URI endpoint, String account, boolean left) {}

    private Tests start(String reuse, Map<String, String> environment) throws IOException {
        String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Files.isRegularFile(Path.of(entry)))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("vpc-local"))
                .collect(Collectors.joining(File.pathSeparator));
        String classPath = String.join(
                File.pathSeparator,
                Installed.plainJar().toString(),
                Installed.executableJar().toString(),
                Path.of("target", "test-classes").toString(),
                libraries);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath,
                KitProgram.class.getName(),
                reuse);
        builder.environment().keySet().removeAll(List.of("CI", "VPCLOCAL_TESTKIT_REUSE"));
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().put("VPCLOCAL_ARCHIVE", "off");
        builder.environment().putAll(environment);
        Path printed = Files.createTempFile(cache, "run", ".err");
        Tests tests = new Tests(builder.redirectError(printed.toFile()).start(), printed);
        running.add(tests);
        return tests;
    }

    private List<Path> find(String end) throws IOException {
        try (Stream<Path> files = Files.walk(cache, 6)) {
            return files.filter(file -> file.getFileName().toString().endsWith(end))
                    .toList();
        }
    }

    private static void awaitEnd(ProcessHandle process) throws Exception {
        process.onExit().get(SECONDS, TimeUnit.SECONDS);
    }

    private static boolean listens(URI endpoint) {
        try (Socket socket = new Socket(InetAddress.getByName(endpoint.getHost()), endpoint.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** A JVM that runs tests. */
    private record Tests(Process process, Path printed, BufferedReader output) {

        private Tests(Process process, Path printed) {
            this(process, printed, process.inputReader());
        }

        Taken take() throws IOException {
            ask();
            return answer();
        }

        void ask() throws IOException {
            process.getOutputStream().write('x');
            process.getOutputStream().flush();
        }

        Taken answer() throws IOException {
            String line = output.readLine();
            assertThat(line).as(Files.readString(printed)).isNotNull();
            String[] parts = line.split(" ");
            return new Taken(URI.create(parts[0]), parts[1], Boolean.parseBoolean(parts[3]));
        }

        /** The newest one. */
        ProcessHandle emulator() {
            return process.children()
                    .filter(child -> Stream.of(child.info().arguments().orElse(new String[0]))
                            .anyMatch(argument -> argument.contains("port-file")))
                    .reduce((before, after) -> after)
                    .orElseThrow();
        }

        /** Ends the JVM and returns the rest of its output. */
        String ends() throws Exception {
            process.getOutputStream().close();
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            return Files.readString(printed);
        }
    }
}
