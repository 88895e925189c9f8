package io.vpclocal.testkit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The executable jar, unpacked for a faster start, and its class archive. The name of its cache directory follows from
 * the jar's content. {@code bin/vpc-local} uses the same directory, see docs/ARCHITECTURE.md.
 *
 * @param home the directory
 */
record UnpackedEmulator(Path home) {

    private static final String JAR = "vpc-local.jar";
    private static final String PART = ".part.";
    /** The end of a jar has the names, sizes and checksums of its entries. */
    private static final int TAIL = 1 << 20;

    private static final int NAME_DIGITS = 16;
    private static final Duration UNUSED = Duration.ofDays(90);

    /** Unpacks the jar if it is not unpacked yet. */
    static UnpackedEmulator of(Path executableJar, Path cache) throws IOException {
        String name = contents(executableJar);
        UnpackedEmulator emulator = new UnpackedEmulator(cache.resolve(name));
        if (!Files.exists(emulator.jar())) {
            removeAbandoned(cache);
            removeUnused(cache, Instant.now());
            emulator.unpack(
                    executableJar,
                    cache.resolve(name + PART + ProcessHandle.current().pid()));
        }
        Files.setLastModifiedTime(emulator.home, FileTime.from(Instant.now()));
        return emulator;
    }

    Path jar() {
        return home.resolve(JAR);
    }

    /** The {@code java} options that load the archive. The file exists once the archive is written. */
    Path options() {
        String build = System.getProperty("java.vm.version", "").replaceAll("[^A-Za-z0-9.+-]", "_");
        return home.resolve("classes-" + build + ".options");
    }

    /** Starts a background process that writes the archive. */
    void archive(Archiving when) throws IOException {
        if (when != Archiving.OFF && !Files.exists(options())) {
            JavaCommand command = new JavaCommand(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"))
                    .then("-cp", jar().toString(), "io.vpclocal.start.ClassArchive");
            (when == Archiving.IDLE ? command.idle() : command.lasting())
                    .redirectOutput(home.resolve("training.out").toFile())
                    .start();
        }
    }

    /** Several processes may unpack at the same time. The files of the first to finish stay. */
    private void unpack(Path executableJar, Path part) throws IOException {
        System.err.println("VPC Local is unpacked once into " + home);
        try {
            String output = new JavaCommand(List.of("-XX:TieredStopAtLevel=1"))
                    .then("-Djarmode=tools", "-jar", executableJar.toString(), "extract", "--force")
                    .then("--destination", part.toString())
                    .run();
            Path application = part.resolve(executableJar.getFileName().toString());
            if (!Files.exists(application)) {
                throw new IOException("The emulator " + executableJar + " cannot be unpacked:\n" + output);
            }
            Files.move(application, part.resolve(JAR));
            try {
                Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.exists(jar())) {
                    throw e;
                }
            }
        } finally {
            delete(part);
        }
    }

    /** Deletes files of killed processes. */
    private static void removeAbandoned(Path cache) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(cache, "*" + PART + "*")) {
            for (Path part : parts) {
                String name = part.getFileName().toString();
                String pid = name.substring(name.lastIndexOf('.') + 1);
                if (pid.matches("\\d{1,18}")
                        && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    delete(part);
                }
            }
        }
    }

    /** Deletes versions that have not been started for a long time. Each start updates the time of its directory. */
    static void removeUnused(Path cache, Instant now) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(cache, UnpackedEmulator::isHome)) {
            for (Path other : others) {
                if (Files.getLastModifiedTime(other).toInstant().isBefore(now.minus(UNUSED))) {
                    delete(other);
                }
            }
        }
    }

    private static boolean isHome(Path directory) {
        return Files.isDirectory(directory)
                && directory.getFileName().toString().matches("[0-9a-f]{" + NAME_DIGITS + "}");
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String contents(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(tail);
            return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
