package io.vpclocal.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The executable jar with its libraries in files of their own, as ordinary class loaders want them. They are kept in the
 * temporary directory, each named by its checksum: what has been unpacked is used again, by other versions too.
 */
final class UnpackedJar {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    /** Spring's own settings, which as system properties would reach the tests' Spring too. */
    private static final String SETTINGS = "spring.properties";

    private static final String START_FROM_PREPARED_BEANS = "spring.aot.enabled=true\n";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Path jar;
    private final Path directory;

    UnpackedJar(Path jar) throws IOException {
        this.jar = jar;
        this.directory = directory();
    }

    /** The emulator's own classes first, then its libraries in the order of the jar. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        List<ZipEntry> classes = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(LIBRARIES) && !entry.isDirectory()) {
                    files.add(library(zip, entry));
                } else if (entry.getName().equals(MANIFEST)
                        || (entry.getName().startsWith(CLASSES)
                                && entry.getName().length() > CLASSES.length())) {
                    classes.add(entry);
                }
            }
            files.add(0, application(zip, classes));
        }
        return files;
    }

    private Path library(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName().substring(LIBRARIES.length());
        return file(name(entry.getCrc(), entry.getSize(), name), out -> copy(zip, entry, out));
    }

    private Path application(ZipFile zip, List<ZipEntry> entries) throws IOException {
        CRC32 checksum = new CRC32();
        long size = 0;
        for (ZipEntry entry : entries) {
            checksum.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
            size += entry.getSize();
        }
        return file(name(checksum.getValue(), size, "vpc-local.jar"), out -> {
            ZipOutputStream application = new ZipOutputStream(out);
            application.setLevel(1);
            for (ZipEntry entry : entries) {
                String name = entry.getName();
                application.putNextEntry(
                        new ZipEntry(name.startsWith(CLASSES) ? name.substring(CLASSES.length()) : name));
                copy(zip, entry, application);
            }
            application.putNextEntry(new ZipEntry(SETTINGS));
            application.write(START_FROM_PREPARED_BEANS.getBytes(StandardCharsets.UTF_8));
            application.finish();
        });
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Several processes may write the same file at once; each sees none or all of it. */
    private Path file(String name, Writing writing) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.isRegularFile(file)) {
            Path part = Files.createTempFile(directory, name, ".part");
            try {
                try (OutputStream out = Files.newOutputStream(part)) {
                    writing.to(out);
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        return file;
    }

    private static void copy(ZipFile zip, ZipEntry entry, OutputStream out) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(out);
        }
    }

    private static String name(long checksum, long size, String name) {
        return Long.toHexString(checksum) + "-" + Long.toHexString(size) + "-" + name;
    }

    /** Nobody else may put files there; if somebody made the directory first, this process uses one of its own. */
    private static Path directory() throws IOException {
        Path temporary = Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));
        Path wanted = temporary.resolve("vpc-local-" + System.getProperty("user.name"));
        boolean posix = temporary.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!posix) {
            return Files.createDirectories(wanted);
        }
        Path fresh = Files.createTempDirectory("vpc-local-");
        try {
            Files.move(fresh, wanted, StandardCopyOption.ATOMIC_MOVE);
            return wanted;
        } catch (IOException e) {
            boolean own = Files.isDirectory(wanted, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(wanted).equals(Files.getOwner(fresh))
                    && PosixFilePermissions.toString(Files.getPosixFilePermissions(wanted))
                            .endsWith("------");
            if (own) {
                Files.deleteIfExists(fresh);
            }
            return own ? wanted : fresh;
        }
    }
}
