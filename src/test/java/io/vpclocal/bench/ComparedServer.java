package io.vpclocal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A server under load.
 *
 * @param pid the process whose processor time and memory are read; empty if it is not known
 * @param process the started process; null if the server already ran
 * @param unpacked the directory of the unpacked jar; null without one
 */
record ComparedServer(
        String name,
        URI endpoint,
        OptionalLong pid,
        @Nullable Process process,
        @Nullable Path unpacked) implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    /** @param where the path of an executable jar, or the URL of a running server, with its process id as fragment if that is
     *      to be measured as well */
    static ComparedServer of(String name, String where, String java, List<String> options) throws Exception {
        if (where.startsWith("http://")) {
            URI uri = URI.create(where);
            OptionalLong pid = uri.getFragment() == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(uri.getFragment()));
            return new ComparedServer(name, URI.create("http://" + uri.getAuthority()), pid, null, null);
        }
        Path jar = Path.of(where);
        Path directory = Files.createTempDirectory("vpc-local-compare-");
        Process extract = new ProcessBuilder(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        where,
                        "extract",
                        "--force",
                        "--destination",
                        directory.toString())
                .inheritIO()
                .start();
        if (extract.waitFor() != 0) {
            throw new IllegalStateException(where + " is not an executable jar");
        }
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-jar", directory.resolve(jar.getFileName()).toString()));
        return start(name, command, directory);
    }

    /** A bare Spring MVC application. */
    static ComparedServer bare(String java, List<String> options) throws Exception {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareApplication.class.getName()));
        return start("bare", command, null);
    }

    private static ComparedServer start(String name, List<String> command, @Nullable Path unpacked) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        Process process = builder.start();
        BufferedReader reader = process.inputReader();
        List<String> output = new ArrayList<>();
        String line = reader.readLine();
        while (line != null && !line.equals("Ready.")) {
            output.add(line);
            line = reader.readLine();
        }
        if (line == null) {
            throw new IllegalStateException(name + " ended before it was ready:\n" + String.join("\n", output));
        }
        drain(reader);
        return new ComparedServer(
                name, URI.create("http://127.0.0.1:" + port), OptionalLong.of(process.pid()), process, unpacked);
    }

    /** Drains the server's output, so that the server never blocks. */
    private static void drain(BufferedReader reader) {
        Thread thread = new Thread(
                () -> {
                    try {
                        reader.lines().forEach(line -> {});
                    } catch (UncheckedIOException e) {
                        // The stream ends with the process.
                    }
                },
                "server-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** Processor time so far, in milliseconds. */
    Optional<Double> cpuMillis() {
        return pid.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(pid.getAsLong())
                        .flatMap(handle -> handle.info().totalCpuDuration())
                        .map(Duration::toNanos)
                        .map(nanos -> nanos / 1e6);
    }

    /** Resident memory. */
    OptionalLong residentMegabytes() throws IOException {
        if (pid.isEmpty()) {
            return OptionalLong.empty();
        }
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid.getAsLong()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        if (unpacked != null) {
            FileSystemUtils.deleteRecursively(unpacked);
        }
    }
}
