package io.vpclocal.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server from the machine's installation, with an empty database, for one test. */
public final class PostgresServer implements AutoCloseable {

    private static final String USER = "vpclocal";
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path directory;
    private final int port;

    private PostgresServer(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /** True if PostgreSQL is installed. Otherwise tests that need it are skipped. */
    public static boolean installed() {
        return programs().isPresent();
    }

    public static PostgresServer start() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("postgres");
        if (root()) {
            run(List.of("chown", "postgres", directory.toString()));
        }
        PostgresServer server = new PostgresServer(programs().orElseThrow(), directory, freePort());
        Path data = directory.resolve("data");
        server.postgres("initdb", "-D", data.toString(), "-A", "trust", "-U", USER, "-E", "UTF8", "--no-sync");
        server.postgres(
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-l",
                directory.resolve("log").toString(),
                "-o",
                "-p " + server.port + " -k " + directory + " -c listen_addresses=127.0.0.1 -c fsync=off",
                "start");
        return server;
    }

    /** The URL of the default database. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        postgres("pg_ctl", "-D", directory.resolve("data").toString(), "-m", "immediate", "-w", "stop");
        FileSystemUtils.deleteRecursively(directory);
    }

    /** PostgreSQL refuses to run as root. */
    private void postgres(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("command", ".log");
        Process process = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        String output = Files.readString(log);
        Files.delete(log);
        if (exit != 0) {
            throw new IllegalStateException(command + " ended with " + exit + ":\n" + output);
        }
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private static Optional<Path> programs() {
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
        return Stream.concat(debian(), path)
                .filter(directory -> Files.isExecutable(directory.resolve("initdb")))
                .findFirst();
    }

    private static Stream<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
