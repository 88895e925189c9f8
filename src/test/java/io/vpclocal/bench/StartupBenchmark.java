package io.vpclocal.bench;

import io.vpclocal.packaged.Await;
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
import java.util.stream.Stream;

/**
 * Prints the time from start to the first signed response, and the memory then used, for each way of running the
 * emulator and for a bare Spring MVC application, in turns. Arguments: the jar, the name of the container image (or
 * {@code -} for none), and the homes of the JDKs to run the others with: the bare application, {@code bin/vpc-local
 * start}, and a JVM of tests, whose time counts from its first use of the test kit. These three find an unpacked emulator
 * and its archive.
 *
 * <p>Each is called once, when it has logged that it is ready. Polling would slow the start by a fifth on two cores.
 */
final class StartupBenchmark {

    private static final int ROUNDS = 5;
    private static final int PATIENCE_SECONDS = 120;
    private static final String READY = "Ready.";

    private StartupBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        String jar = arguments[0];
        List<Path> javaHomes = List.of(arguments).subList(2, arguments.length).stream()
                .map(Path::of)
                .toList();
        Path cache = Files.createTempDirectory("vpc-local-startup");
        List<Way> ways = new ArrayList<>();
        for (Path javaHome : javaHomes) {
            Script script = new Script(javaHome, jar, cacheOf(javaHome, cache));
            script.writeArchive(freePort());
            ways.add(port -> bare(javaHome, port));
            ways.add(script::start);
        }
        if (!arguments[1].equals("-")) {
            ways.add(port -> container(arguments[1], port));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            for (Way way : ways) {
                measure(way, freePort());
            }
            for (Path javaHome : javaHomes) {
                System.out.println(testKit(javaHome, jar, cacheOf(javaHome, cache)));
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

    private static Running bare(Path javaHome, int port) throws IOException {
        List<String> command =
                List.of(java(javaHome), "-cp", System.getProperty("java.class.path"), BareApplication.class.getName());
        return process("a bare Spring MVC application, " + javaHome.getFileName(), command, port);
    }

    /** An archive is of use to one JDK alone, and this shows when its archive is there. */
    private static Path cacheOf(Path javaHome, Path cache) {
        return cache.resolve(javaHome.getFileName());
    }

    private static String java(Path javaHome) {
        return javaHome.resolve("bin").resolve("java").toString();
    }

    private static String testKit(Path javaHome, String jar, Path cache) throws IOException, InterruptedException {
        String kit = jar.replace("-exec.jar", ".jar");
        String classPath = String.join(File.pathSeparator, jar, kit, System.getProperty("java.class.path"));
        String printed = output(
                new ProcessBuilder(java(javaHome), "-cp", classPath, FirstKitCall.class.getName()),
                Map.of("XDG_CACHE_HOME", cache.toString(), "VPCLOCAL_TESTKIT_REUSE", "false"));
        return "%-60s %6.2f s"
                .formatted(
                        "test kit, " + javaHome.getFileName(),
                        Double.parseDouble(printed.substring(printed.lastIndexOf('\n') + 1)));
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
        return output(new ProcessBuilder(command), Map.of());
    }

    private static String output(ProcessBuilder command, Map<String, String> environment)
            throws IOException, InterruptedException {
        File log = File.createTempFile("command", ".log");
        command.environment().putAll(environment);
        int code = command.redirectErrorStream(true).redirectOutput(log).start().waitFor();
        String output = Files.readString(log.toPath()).strip();
        Files.delete(log.toPath());
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command.command()) + ": " + output);
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
            while (line != null && !line.equals(READY) && !line.startsWith(Script.READY)) {
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

    /** {@code bin/vpc-local} with a JDK, in a cache directory of its own. */
    private record Script(Path javaHome, String jar, Path cache) {

        private static final String READY = "VPC Local answers at ";

        Running start(int port) throws IOException {
            Process process =
                    command(port, "off", "start").redirectErrorStream(true).start();
            return new Running(
                    "bin/vpc-local start, " + javaHome.getFileName(),
                    process,
                    () -> Long.parseLong(Files.readString(cache.resolve("vpc-local/" + port + "/pid"))
                            .strip()),
                    () -> run(port, "off", "stop"));
        }

        /** The archive is written by a process that nobody waits for. */
        void writeArchive(int port) throws Exception {
            run(port, "now", "start");
            run(port, "now", "stop");
            Await.sibling(unpackedJar(), "classes-.*\\.options");
        }

        private Path unpackedJar() throws IOException {
            try (Stream<Path> files = Files.walk(cache)) {
                return files.filter(file -> file.endsWith("vpc-local.jar"))
                        .findFirst()
                        .orElseThrow();
            }
        }

        private void run(int port, String archiving, String action) throws IOException, InterruptedException {
            output(command(port, archiving, action), Map.of());
        }

        private ProcessBuilder command(int port, String archiving, String action) {
            ProcessBuilder builder = new ProcessBuilder("bin/vpc-local", action);
            builder.environment()
                    .putAll(Map.of(
                            "SERVER_PORT", String.valueOf(port),
                            "JAVA_HOME", javaHome.toString(),
                            "VPCLOCAL_JAR", jar,
                            "VPCLOCAL_ARCHIVE", archiving,
                            "XDG_CACHE_HOME", cache.toString(),
                            "XDG_STATE_HOME", cache.toString()));
            return builder;
        }
    }
}
