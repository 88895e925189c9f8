package io.vpclocal.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Prints the time from start to the first signed response, and the memory then used, for each way of running the
 * emulator and for a bare Spring MVC application. Arguments: the jar, the name of the container image (or {@code -} for
 * none), and the java commands to run the jar with.
 *
 * <p>Each is called once, when it has logged that it is ready. Polling would slow the start by a fifth on two cores.
 */
final class StartupBenchmark {

    private static final int ROUNDS = 3;
    private static final int PATIENCE_SECONDS = 120;
    private static final String READY = "Ready.";

    private StartupBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        String jar = arguments[0];
        List<Way> ways = new ArrayList<>();
        ways.add(bare());
        for (String java : List.of(arguments).subList(2, arguments.length)) {
            ways.add(port -> process("jar, " + java, List.of(java, "-jar", jar), port));
        }
        if (!arguments[1].equals("-")) {
            ways.add(port -> container(arguments[1], port));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            for (Way way : ways) {
                measure(way, freePort());
            }
            if (!arguments[1].equals("-")) {
                measureEmptyContainer(arguments[1], freePort());
            }
        }
    }

    private static void measure(Way way, int port) throws Exception {
        Load load = new Load(URI.create("http://127.0.0.1:" + port), "test");
        // The client's own first call is slow.
        try {
            load.call("DescribeVpcs", Map.of());
            throw new IllegalStateException("Something else listens on " + port);
        } catch (ConnectException e) {
            // Nothing runs yet.
        }
        long start = System.nanoTime();
        try (Running running = way.start(port)) {
            running.awaitReady();
            load.call("DescribeVpcs", Map.of());
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%-60s %6.2f s  %4d MB%n", running.name(), seconds, residentMegabytes(running.pid()));
        }
    }

    /** The container engine's share of the image's time. */
    private static void measureEmptyContainer(String image, int port) throws Exception {
        long start = System.nanoTime();
        output("docker", "run", "--rm", "-p", "127.0.0.1:" + port + ":4566", "--entrypoint", "true", image);
        System.out.printf("%-60s %6.2f s%n", "a container of it that does nothing", (System.nanoTime() - start) / 1e9);
    }

    private static Way bare() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(java, "-cp", System.getProperty("java.class.path"), BareApplication.class.getName());
        return port -> process("a bare Spring MVC application, " + java, command, port);
    }

    private static Running process(String name, List<String> command, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        Process process = builder.start();
        return new Running(name, process, process::pid, process::destroy);
    }

    private static Running container(String image, int port) throws IOException {
        String name = "vpc-local-startup-" + port;
        Process client = new ProcessBuilder(
                        "docker", "run", "--rm", "--name", name, "-p", "127.0.0.1:" + port + ":4566", image)
                .redirectErrorStream(true)
                .start();
        return new Running(
                "image " + image,
                client,
                () -> Long.parseLong(output("docker", "inspect", "-f", "{{.State.Pid}}", name)),
                () -> output("docker", "stop", name));
    }

    private static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    private static String output(String... command) throws IOException, InterruptedException {
        File log = File.createTempFile("command", ".log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        String output = Files.readString(log.toPath()).strip();
        Files.delete(log.toPath());
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private interface Way {
        Running start(int port) throws Exception;
    }

    private interface Stop {
        void run() throws Exception;
    }

    /**
     * @param process the process whose output says that it is ready
     * @param id finds the id of the process whose memory is measured
     */
    private record Running(String name, Process process, Callable<Long> id, Stop stop) implements AutoCloseable {

        void awaitReady() throws IOException {
            BufferedReader output = process.inputReader();
            String line = output.readLine();
            while (line != null && !line.equals(READY)) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IllegalStateException(name + " ended before it was ready");
            }
        }

        long pid() throws Exception {
            return id.call();
        }

        @Override
        public void close() throws Exception {
            stop.run();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
