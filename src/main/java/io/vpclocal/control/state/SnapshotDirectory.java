package io.vpclocal.control.state;

import io.vpclocal.control.ControlErrors;
import io.vpclocal.protocol.Ids;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The snapshot files: in the data directory, or without one in a temporary directory that is deleted when the process
 * ends.
 */
@Component
class SnapshotDirectory {

    private static final String SUFFIX = ".snapshot.zip";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Ids ids;
    private final @Nullable Path kept;
    private @Nullable Path temporary;

    SnapshotDirectory(@Value("${vpclocal.data-dir:}") String dataDir, Ids ids) {
        this.ids = ids;
        this.kept = dataDir.isEmpty() ? null : Path.of(dataDir).resolve("snapshots");
    }

    /** Something that writes a file. */
    interface Writing {
        void to(Path file) throws IOException;
    }

    /** Stores a file under a name atomically, replacing an existing one. */
    void put(String name, Writing writing) {
        Path target = path(name);
        Path part = target.resolveSibling("." + ids.hex(16) + ".part");
        try {
            createPrivate(part);
            writing.to(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the snapshot " + target, e);
        } finally {
            remove(part);
        }
    }

    /** The file of that name. */
    Path get(String name) {
        Path file = path(name);
        if (!Files.isRegularFile(file)) {
            throw ControlErrors.notFound("snapshot", name);
        }
        return file;
    }

    void delete(String name) {
        remove(get(name));
    }

    /** All files by name. */
    Map<String, Path> all() {
        Map<String, Path> files = new TreeMap<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            files.put(name.substring(0, name.length() - SUFFIX.length()), file);
        }
        return files;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory(), "[!.]*" + SUFFIX)) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the snapshots", e);
        }
        return files;
    }

    private Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw ControlErrors.invalid("A snapshot's name has up to 100 letters, digits, dots, dashes and underscores,"
                    + " and begins with a letter or digit.");
        }
        return directory().resolve(name + SUFFIX);
    }

    private synchronized Path directory() {
        try {
            if (kept != null) {
                return Files.createDirectories(kept);
            }
            if (temporary == null) {
                temporary = Files.createTempDirectory("vpclocal-snapshots");
            }
            return temporary;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a directory for snapshots", e);
        }
    }

    /** Snapshots contain secrets. */
    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }

    @PreDestroy
    synchronized void close() throws IOException {
        if (temporary != null) {
            FileSystemUtils.deleteRecursively(temporary);
            temporary = null;
        }
    }
}
