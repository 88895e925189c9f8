package io.vpclocal.database;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The directory that keeps the state. A directory that cannot be used fails the start with a sentence. */
final class DataDirectory {

    private static final String SETTING = "VPCLOCAL_DATA_DIR (vpclocal.data-dir)";
    private static final String URL = "jdbc:h2:file:";

    // H2's error codes. Its classes are only on the run-time class path.
    private static final int ALREADY_OPEN = 90_020;
    private static final int CORRUPTED = 90_030;
    private static final int OTHER_FORMAT = 90_048;

    private DataDirectory() {}

    /** @throws UnusableSetting if no file can be written there: H2 would open its database read-only */
    static void requireWritable(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "vpclocal", ".write"));
        } catch (IOException | UnsupportedOperationException e) {
            throw new UnusableSetting(
                    SETTING + " is '" + directory + "', but files cannot be written there ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
        Path file = directory.resolve("vpclocal.mv.db");
        if (Files.exists(file) && !(Files.isRegularFile(file) && Files.isWritable(file))) {
            throw new UnusableSetting(
                    SETTING + " is '" + directory + "', but its file " + file.getFileName() + " cannot be written.");
        }
    }

    static boolean keeps(String jdbcUrl) {
        return jdbcUrl.toLowerCase(Locale.ROOT).startsWith(URL);
    }

    static UnusableSetting notOpened(String jdbcUrl, SQLException e) {
        String why =
                switch (e.getErrorCode()) {
                    case ALREADY_OPEN -> "is in use by another process";
                    case CORRUPTED, OTHER_FORMAT -> "is damaged or not a database of VPC Local";
                    default -> "cannot be opened (H2 error " + e.getErrorCode() + ")";
                };
        return refused(jdbcUrl, why, e);
    }

    /** @param why what is wrong with the database file, as the end of the sentence */
    static UnusableSetting refused(String jdbcUrl, String why, @Nullable Exception cause) {
        String file = jdbcUrl.substring(URL.length()).split(";", 2)[0] + ".mv.db";
        return new UnusableSetting("The file " + file + " of " + SETTING + " " + why + ".", cause);
    }
}
