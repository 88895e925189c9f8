package io.vpclocal.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Prints how long each way of running the emulator takes from its start to the first signed answer, and the memory that
 * its process then holds, beside a bare Spring MVC application. Arguments: the jar, the name of the container image (or
 * {@code -} for none), and the java commands to run the jar with.
 */
final class StartupBenchmark {

    private static final int ROUNDS = 3;
    private static final int PATIENCE_SECONDS = 120;

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
        }
    }

    private static void measure(Way way, int port) throws Exception {
        long start = System.nanoTime();
        try (Running running = way.start(port)) {
            awaitAnswer(port);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%-60s %6.2f s  %4d MB%n", running.name(), seconds, residentMegabytes(running.pid()));
        }
    }

    private static Way bare() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(java, "-cp", System.getProperty("java.class.path"), BareApplication.class.getName());
        return port -> process("a bare Spring MVC application, " + java, command, port);
    }

    private static Running process(String name, List<String> command, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Running(name, process.pid(), () -> {
            process.destroy();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        });
    }

    private static Running container(String image, int port) throws IOException, InterruptedException {
        String id = output("docker", "run", "--rm", "-d", "-p", "127.0.0.1:" + port + ":4566", image);
        long pid = Long.parseLong(output("docker", "inspect", "-f", "{{.State.Pid}}", id));
        return new Running("image " + image, pid, () -> output("docker", "stop", id));
    }

    /** Asks until there is an answer: a signed one is the first thing that a test asks for. */
    private static void awaitAnswer(int port) throws Exception {
        Load load = new Load(URI.create("http://127.0.0.1:" + port), "test");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                load.call("DescribeVpcs", Map.of());
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                // A process that is still starting tells nobody when it listens; asking without a pause would slow it.
                Thread.sleep(10);
            }
        }
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

    private record Running(String name, long pid, Stop stop) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            stop.run();
        }
    }
}
