package io.vpclocal.testkit;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The emulator that test runs with the same settings share, in sequence or in parallel. Its directory has a file that
 * names its process, and two file locks, which the operating system releases when a JVM ends. One is locked to find or
 * start the emulator. Each JVM shares the other one while it uses the emulator.
 */
final class SharedEmulator {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Map<Path, FileChannel> USED = new HashMap<>();
    private static final Map<Path, FileLock> LOCKS = new HashMap<>();

    private final Path directory;
    private final Path description;

    SharedEmulator(Path directory) {
        this.directory = directory;
        this.description = directory.resolve("emulator");
    }

    /** Starts an emulator with the given port file and log file. */
    interface Start {
        EmulatorProcess with(Path portFile, Path log) throws IOException;
    }

    /**
     * An emulator for this JVM.
     *
     * @param taker the number of this JVM among the emulator's users, from 1
     * @param again whether it was already running
     * @param alone whether no other JVM uses it, so it was reset
     */
    record Taken(int port, int taker, boolean again, boolean alone, Path log) {}

    /** The running emulator, or a new one. */
    Taken take(Start start) throws IOException {
        synchronized (USED) {
            Files.createDirectories(directory);
            try (FileChannel channel = open(directory.resolve("lock"));
                    FileLock lock = channel.lock()) {
                return taken(start);
            }
        }
    }

    private Taken taken(Start start) throws IOException {
        boolean alone = use(directory.resolve("in-use"));
        Path log = directory.resolve("log");
        Optional<Properties> running = running();
        if (running.isPresent() && ready(port(running.get()), alone)) {
            int taker = Integer.parseInt(running.get().getProperty("takers")) + 1;
            running.get().setProperty("takers", String.valueOf(taker));
            write(running.get());
            return new Taken(port(running.get()), taker, true, alone, log);
        }
        if (alone) {
            // It is running but does not answer.
            running.flatMap(SharedEmulator::process).ifPresent(ProcessHandle::destroyForcibly);
        }
        EmulatorProcess started = start.with(directory.resolve("port"), log);
        Properties described = new Properties();
        described.setProperty("pid", String.valueOf(started.process().pid()));
        described.setProperty("started", startOf(started.process()));
        described.setProperty("port", String.valueOf(started.port()));
        described.setProperty("takers", "1");
        write(described);
        return new Taken(started.port(), 1, false, true, log);
    }

    /** The content of the file, if its process still exists. Process ids can be reused. */
    private Optional<Properties> running() throws IOException {
        if (!Files.exists(description)) {
            return Optional.empty();
        }
        Properties described = new Properties();
        try (Reader reader = Files.newBufferedReader(description)) {
            described.load(reader);
        }
        return process(described)
                .filter(process -> startOf(process).equals(described.getProperty("started")))
                .map(process -> described);
    }

    private static Optional<ProcessHandle> process(Properties described) {
        return ProcessHandle.of(Long.parseLong(described.getProperty("pid")));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static int port(Properties described) {
        return Integer.parseInt(described.getProperty("port"));
    }

    /** Resets it for the first of several JVMs: resources, faults and clock. */
    private static boolean ready(int port, boolean alone) {
        URI emulator = URI.create("http://127.0.0.1:" + port);
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(PATIENCE);
        if (alone) {
            request.uri(emulator.resolve("/_vpclocal/reset")).POST(HttpRequest.BodyPublishers.noBody());
        } else {
            request.uri(emulator.resolve("/_vpclocal/health"));
        }
        try {
            return ControlHttp.CLIENT
                            .send(request.build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the emulator was called", e);
        }
    }

    /** Marks it as used by this JVM. Returns whether it is the only user. */
    private static boolean use(Path file) throws IOException {
        FileChannel channel = USED.get(file);
        if (channel == null) {
            channel = open(file);
            USED.put(file, channel);
        }
        FileLock before = LOCKS.remove(file);
        if (before != null) {
            before.release();
        }
        FileLock exclusive = channel.tryLock();
        if (exclusive != null) {
            exclusive.release();
        }
        LOCKS.put(file, channel.lock(0, Long.MAX_VALUE, true));
        return exclusive != null;
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private void write(Properties described) throws IOException {
        StringWriter text = new StringWriter();
        described.store(text, null);
        Path part = Files.writeString(description.resolveSibling("emulator.part"), text.toString());
        Files.move(part, description, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
