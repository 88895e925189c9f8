package io.vpclocal.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * An emulator in a separate process, listening on a free port of the loopback address. It does not get the tests'
 * environment variables, system properties or working directory.
 *
 * @param process the operating system's process
 * @param port its port
 */
record EmulatorProcess(ProcessHandle process, int port) {

    private static final int SECONDS_TO_START = 180;
    private static final int POLL_MILLIS = 5;
    private static final int LINES_KEPT = 40;
    private static final String READY = "Ready.";

    /**
     * Without an ahead-of-time cache the optimizing compiler takes longer than a test run. The archive's options turn
     * it on again where it is cheap. The heap returns unused memory.
     */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=240m",
            "-XX:+UseSerialGC",
            "-Xms96m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-Djdk.reflect.useNativeAccessorOnly=true",
            "-Dfile.encoding=UTF-8");

    private static final Map<String, String> SETTINGS = Map.of(
            "spring.config.location", "classpath:/application.yml",
            "spring.main.log-startup-info", "false",
            "server.port", "0",
            "server.address", "127.0.0.1",
            "server.shutdown", "immediate",
            "logging.level.root", "error",
            "logging.level.io.vpclocal", "warn",
            "springdoc.api-docs.enabled", "false",
            "springdoc.swagger-ui.enabled", "false",
            // Init scripts of this machine are not run.
            "vpclocal.init.directory", "");

    /** Starts an emulator that ends when this JVM ends for any reason. Its warnings are printed here. */
    static EmulatorProcess bound(EmulatorProgram program, Map<String, String> settings) throws IOException {
        Path portFile = Files.createTempFile("vpc-local-", ".port");
        try {
            Map<String, String> all = new TreeMap<>(settings);
            all.put("vpclocal.control.end-with-input", "true");
            Process process = command(program, all, portFile).bound().start();
            Queue<String> lastLines = print(process);
            return new EmulatorProcess(process.toHandle(), port(process, portFile, () -> String.join("\n", lastLines)));
        } finally {
            Files.delete(portFile);
        }
    }

    /** Starts an emulator that outlives this JVM and ends after an idle time. */
    static EmulatorProcess lasting(EmulatorProgram program, Map<String, String> settings, Path portFile, Path log)
            throws IOException {
        Files.deleteIfExists(portFile);
        Map<String, String> all = new TreeMap<>(settings);
        all.putIfAbsent("vpclocal.idle-timeout", "10m");
        Process process = command(program, all, portFile)
                .lasting()
                .redirectOutput(log.toFile())
                .start();
        return new EmulatorProcess(process.toHandle(), port(process, portFile, () -> Files.readString(log)));
    }

    private static JavaCommand command(EmulatorProgram program, Map<String, String> settings, Path portFile) {
        Map<String, String> all = new TreeMap<>(SETTINGS);
        all.putAll(settings);
        all.put("vpclocal.control.port-file", portFile.toString());
        return new JavaCommand(JAVA_OPTIONS)
                .then(program.arguments())
                .then(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toList());
    }

    private interface Log {
        String text() throws IOException;
    }

    private static int port(Process process, Path portFile, Log log) throws IOException {
        long start = System.nanoTime();
        try {
            while (!Files.exists(portFile) || Files.size(portFile) == 0) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("The emulator does not start:\n" + log.text());
                }
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(SECONDS_TO_START)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(
                            "The emulator did not start within " + SECONDS_TO_START + " s:\n" + log.text());
                }
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the emulator started", e);
        }
        return Integer.parseInt(Files.readString(portFile));
    }

    private static Queue<String> print(Process process) {
        Queue<String> lastLines = new ConcurrentLinkedQueue<>();
        Thread thread = new Thread(() -> print(process, lastLines), "vpc-local-output");
        thread.setDaemon(true);
        thread.start();
        return lastLines;
    }

    private static void print(Process process, Queue<String> lastLines) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!line.equals(READY)) {
                    System.err.println("vpc-local: " + line);
                    lastLines.add(line);
                    if (lastLines.size() > LINES_KEPT) {
                        lastLines.remove();
                    }
                }
            }
        } catch (IOException e) {
            System.err.println("vpc-local: reading the emulator's output failed: " + e.getMessage());
        }
    }
}
