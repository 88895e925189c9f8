package io.vpclocal.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Writes the class archive that later starts of an unpacked jar use. It runs as a separate program, {@code java -cp
 * vpc-local.jar io.vpclocal.start.ClassArchive}, while the user's emulator is already running, and uses only the JDK. It
 * writes the archive and a file with options for {@code java} into the directory of the jar. Both are named after the
 * virtual machine, because no other virtual machine can read the archive.
 */
public final class ClassArchive {

    /** Since this version of Java the archive is an ahead-of-time cache, which holds more than classes. */
    private static final int FIRST_WITH_CACHE = 25;

    private static final int SECONDS_TO_START = 180;
    private static final int SECONDS_TO_WRITE = 300;
    private static final int POLL_MILLIS = 50;

    /** Variables for temporary files, for the encoding of file names, and those that operating systems require. */
    private static final Set<String> KEPT = Set.of(
            "PATH",
            "TMPDIR",
            "TEMP",
            "TMP",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "SYSTEMROOT",
            "SystemRoot",
            "LD_LIBRARY_PATH");

    private final Path jar;
    private final Path home;
    private final Path archive;
    private final Path options;
    private final Path work;

    private ClassArchive(Path jar) {
        this.jar = jar;
        this.home = Objects.requireNonNull(jar.getParent());
        String name = "classes-" + virtualMachine();
        this.archive = home.resolve(name + (withCache() ? ".aot" : ".jsa"));
        this.options = home.resolve(name + ".options");
        this.work = home.resolve("training");
    }

    /** Only one process writes the archive. If another one is writing it, this one ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ClassArchive archive = new ClassArchive(
                Path.of(System.getProperty("java.class.path", "")).toAbsolutePath());
        try (FileChannel channel = FileChannel.open(
                        archive.home.resolve("training.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && !Files.exists(archive.options)) {
                archive.write();
            }
        }
    }

    private void write() throws IOException, InterruptedException {
        // A killed run may have left files.
        delete(work);
        Files.createDirectory(work);
        Path unfinished = work.resolve("archive");
        try {
            train(unfinished);
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Path draft = Files.writeString(work.resolve("options"), String.join("\n", reading()) + "\n");
            Files.move(draft, options, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            delete(work);
        }
    }

    private void train(Path unfinished) throws IOException, InterruptedException {
        Path portFile = work.resolve("port");
        Path log = home.resolve("training.log");
        Process emulator =
                emulator(unfinished, portFile).redirectOutput(log.toFile()).start();
        try {
            new TrainingCalls(port(emulator, portFile)).make();
            // The emulator ends with its input. Java writes the archive at that time.
            emulator.getOutputStream().close();
            if (!emulator.waitFor(SECONDS_TO_WRITE, TimeUnit.SECONDS) || !Files.exists(unfinished)) {
                throw new IllegalStateException("Java wrote no archive. See " + log);
            }
        } finally {
            emulator.destroyForcibly().waitFor();
        }
    }

    /**
     * The emulator is reset at the end, so it must never have a user's state. No variable, file or option of the user reaches
     * it, and it keeps its state in memory.
     */
    private ProcessBuilder emulator(Path unfinished, Path portFile) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        // The same options as in the test kit and in bin/vpc-local.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-XX:+UseSerialGC"));
        command.add("-Djdk.reflect.useNativeAccessorOnly=true");
        command.add((withCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + unfinished);
        command.addAll(List.of("-jar", jar.toString(), "--spring.config.location=classpath:/application.yml"));
        command.addAll(List.of("--vpclocal.data-dir=", "--vpclocal.database.url=", "--vpclocal.init.directory="));
        command.addAll(List.of("--server.address=127.0.0.1", "--server.port=0"));
        command.add("--vpclocal.control.end-with-input=true");
        command.add("--vpclocal.control.port-file=" + portFile);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(KEPT);
        return builder;
    }

    private static int port(Process emulator, Path portFile) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!Files.exists(portFile)) {
            boolean ended = emulator.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(SECONDS_TO_START)) {
                throw new IllegalStateException("The emulator did not start within " + SECONDS_TO_START + " s");
            }
        }
        return Integer.parseInt(Files.readString(portFile));
    }

    /**
     * The log options suppress warnings about classes outside the archive. The optimizing compiler slows a start with a class
     * archive and does not slow one with an ahead-of-time cache, so the cache's options turn it on again.
     */
    private List<String> reading() {
        String quoted = "\"" + archive.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return withCache()
                ? List.of("-XX:AOTCache=" + quoted, "-Xlog:aot*=error", "-XX:TieredStopAtLevel=4")
                : List.of("-XX:SharedArchiveFile=" + quoted, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    private static boolean withCache() {
        return Runtime.version().feature() >= FIRST_WITH_CACHE;
    }

    /** The build that {@code java -version} prints, as part of a file name. */
    private static String virtualMachine() {
        return System.getProperty("java.vm.version", "").replaceAll("[^A-Za-z0-9.+-]", "_");
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
