package io.vpclocal.control.init;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A file or directory that is run: {@code *.sh}, {@code *.tf}, or a directory that holds {@code *.tf} files. */
record InitScript(Path path, Kind kind) {

    /** The program that runs it. */
    enum Kind {
        SHELL,
        TERRAFORM;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    /** The scripts in a directory, in the order of their names; empty if the directory is not set or does not exist. */
    static List<InitScript> in(Path directory) {
        if (directory.toString().isEmpty() || !Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().flatMap(entry -> of(entry).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the scripts in " + directory, e);
        }
    }

    private static Optional<InitScript> of(Path entry) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) {
            return holdsTerraform(entry) ? Optional.of(new InitScript(entry, Kind.TERRAFORM)) : Optional.empty();
        }
        if (name.endsWith(".sh")) {
            return Optional.of(new InitScript(entry, Kind.SHELL));
        }
        return name.endsWith(".tf") ? Optional.of(new InitScript(entry, Kind.TERRAFORM)) : Optional.empty();
    }

    private static boolean holdsTerraform(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".tf"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + directory, e);
        }
    }
}
