package io.vpclocal.control.init;

import jakarta.annotation.PreDestroy;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Runs one script as a separate process with the emulator as its AWS endpoint, and logs its output. */
@Component
class ScriptRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptRunner.class);

    private final Environment environment;
    private final String dataDir;
    private final InitProperties properties;
    private volatile @Nullable Process current;
    private volatile boolean closed;

    ScriptRunner(Environment environment, @Value("${vpclocal.data-dir:}") String dataDir, InitProperties properties) {
        this.environment = environment;
        this.dataDir = dataDir;
        this.properties = properties;
    }

    /** True if a program of that name is on the PATH. */
    static boolean installed(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** The reason of the failure; null if it succeeded. */
    @Nullable
    String shell(InitScript script) throws IOException, InterruptedException {
        Path directory = Path.of(properties.directory()).toAbsolutePath();
        return run(
                script.name(),
                directory,
                List.of("sh", script.path().toAbsolutePath().toString()));
    }

    /**
     * Applies a copy of the configuration, because its directory may be read-only. The copy and Terraform's state are
     * stored with the emulator's state.
     */
    @Nullable
    String terraform(InitScript script) throws IOException, InterruptedException {
        Path directory = dataDir.isEmpty()
                ? Files.createTempDirectory("vpclocal-init")
                : Files.createDirectories(
                        Path.of(dataDir, "init", script.name()).toAbsolutePath());
        copy(script.path(), directory);
        String failure = run(script.name(), directory, List.of("terraform", "init", "-input=false", "-no-color"));
        return failure != null
                ? failure
                : run(
                        script.name(),
                        directory,
                        List.of("terraform", "apply", "-auto-approve", "-input=false", "-no-color"));
    }

    private @Nullable String run(String name, Path directory, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        surroundings().forEach(builder.environment()::put);
        Duration timeout = properties.timeout();
        Process process = builder.start();
        current = process;
        process.getOutputStream().close();
        Thread reader = log(name, process);
        if (closed || !process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return closed ? "the emulator stopped" : "did not end within " + timeout;
        }
        reader.join(timeout.toMillis());
        int exit = process.exitValue();
        return exit == 0 ? null : "'" + String.join(" ", command) + "' ended with " + exit;
    }

    private static Thread log(String name, Process process) {
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                        lines.lines().forEach(line -> LOG.info("{}: {}", name, line));
                    } catch (IOException | UncheckedIOException e) {
                        LOG.debug("The output of {} was cut off", name, e);
                    }
                },
                "init-output");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    private Map<String, String> surroundings() {
        String address = environment.getProperty("server.address", "127.0.0.1");
        String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "4566"));
        String region = environment.getProperty("vpclocal.protocol.default-region", "us-east-1");
        return Map.of(
                "AWS_ENDPOINT_URL",
                "http://" + host + ":" + port,
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_REGION",
                region,
                "AWS_DEFAULT_REGION",
                region,
                "AWS_EC2_METADATA_DISABLED",
                "true");
    }

    private static void copy(Path from, Path directory) throws IOException {
        if (!Files.isDirectory(from)) {
            Files.copy(from, directory.resolve(from.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = directory.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @PreDestroy
    void close() {
        closed = true;
        Process process = current;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
