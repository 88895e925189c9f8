package io.vpclocal.database;

import io.vpclocal.protocol.setting.FileProblem;
import io.vpclocal.protocol.setting.ShownText;
import io.vpclocal.protocol.setting.UnusableSetting;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The directory that keeps the state. A directory that cannot be used fails the start with a sentence. */
final class DataDirectory {

    private static final String SETTING = "vpclocal.data-dir";
    private static final String URL = "jdbc:h2:file:";

    // H2's error codes. Its classes are only on the run-time class path.
    private static final int ALREADY_OPEN = 90_020;
    private static final int CORRUPTED = 90_030;
    private static final int OTHER_FORMAT = 90_048;

    private static final String DAMAGED = "is damaged or not a database of VPC Local";

    private DataDirectory() {}

    /** @throws UnusableSetting if no file can be written there: H2 would open its database read-only */
    static void requireWritable(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "vpclocal", ".write"));
        } catch (IOException e) {
            throw new UnusableSetting(
                    is(directory) + ", but files cannot be written there (" + FileProblem.reason(e) + ").", e);
        }
        requireUsable(directory, directory.resolve("vpclocal.mv.db"));
    }

    private static void requireUsable(Path directory, Path file) {
        if (Files.exists(file) && !(Files.isRegularFile(file) && Files.isWritable(file))) {
            throw new UnusableSetting(is(directory) + ", but its file " + file.getFileName() + " cannot be written.");
        }
        if (file.toFile().isFile() && file.toFile().length() == 0) {
            // H2 would begin a new database. It never leaves an empty file behind, but a full disk or a failed copy
            // does.
            throw refused(file, "is empty: its data is lost. Delete it to start without data", null);
        }
        requireWhole(file);
    }

    private static void requireWhole(Path file) {
        try {
            if (Files.isRegularFile(file) && CleanEnd.isMissing(file)) {
                throw refused(
                        file,
                        "is shorter than when the emulator stopped: its last writes are lost. Restore a copy, or delete"
                                + " it to start without data",
                        null);
            }
        } catch (IOException e) {
            throw refused(file, because(e), e);
        }
    }

    private static String is(Path directory) {
        return UnusableSetting.is(SETTING, directory);
    }

    /** Whether the URL is that of the data directory. A user's own URL can also name a file of H2. */
    static boolean keeps(String jdbcUrl) {
        return jdbcUrl.startsWith(URL) && jdbcUrl.contains(DatabaseConfiguration.H2);
    }

    static UnusableSetting notOpened(String jdbcUrl, SQLException e) {
        IOException system = systemFailure(e);
        String why =
                switch (e.getErrorCode()) {
                    case ALREADY_OPEN -> "is in use by another process";
                    case CORRUPTED, OTHER_FORMAT -> DAMAGED;
                    default -> system == null ? "cannot be used (H2 error " + e.getErrorCode() + ")" : because(system);
                };
        return refused(jdbcUrl, why, e);
    }

    private static String because(IOException system) {
        return system instanceof EOFException ? DAMAGED : "cannot be used (" + FileProblem.reason(system) + ")";
    }

    private static @Nullable IOException systemFailure(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException system) {
                return system;
            }
        }
        return null;
    }

    /** @param why what is wrong with the database file, as the end of the sentence */
    static UnusableSetting refused(String jdbcUrl, String why, @Nullable Exception cause) {
        return refused(Path.of(jdbcUrl.substring(URL.length()).split(";", 2)[0] + ".mv.db"), why, cause);
    }

    private static UnusableSetting refused(Path file, String why, @Nullable Exception cause) {
        return new UnusableSetting(
                "The file " + new ShownText(file.toString()) + " of " + UnusableSetting.named(SETTING) + " " + why
                        + ".",
                cause);
    }
}
