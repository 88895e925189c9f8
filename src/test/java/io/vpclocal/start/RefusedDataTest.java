package io.vpclocal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vpclocal.testing.OwnEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A data directory whose content this version cannot use: the start fails with one sentence that names the file. */
class RefusedDataTest {

    private static final String HISTORY = "\"flyway_schema_history\"";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into HISTORY select 9999, '9999', 'x', 'SQL', 'V9999__x.sql', 1, 'sa', now(), 1, true from HISTORY"
                        + " where \"installed_rank\" = 1 | has tables of a newer version of VPC Local (schema 9999).",
                "update HISTORY set \"checksum\" = 1 | has tables that this version of VPC Local cannot use (Validate"
                        + " failed: Migrations have failed validation).",
                "update HISTORY set \"success\" = false | has tables that this version of VPC Local cannot use (Validate"
                        + " failed: Migrations have failed validation).",
                "drop table HISTORY | has tables that this version of VPC Local cannot use (Found non-empty schema(s)"
                        + " \"public\" but no schema history table. Use baseline() or set baselineOnMigrate to true to"
                        + " initialize the schema history table.).",
                "delete from HISTORY where \"installed_rank\" > 1 | has tables that this version of VPC Local cannot use (Failed"
                        + " to execute script V020__vpc.sql)."
            })
    void aDatabaseOfAnotherVersion(String change, String sentence) throws Exception {
        OwnEmulator.start(settings()).close();
        String url = "jdbc:h2:file:" + directory.resolve("vpclocal") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(change.replace("HISTORY", HISTORY));
        }
        assertThat(sentence()).isEqualTo(prefix("vpclocal.mv.db") + sentence);
    }

    /** A shorter key would be weak, and another key could not decrypt the stored secrets. */
    @ParameterizedTest
    @ValueSource(strings = {"", "00", "no hexadecimal digits", "\0\u00ff"})
    void aKeyThatIsDamaged(String key) throws Exception {
        Files.writeString(directory.resolve("installation.key"), key);
        assertThat(sentence())
                .isEqualTo(prefix("installation.key") + "does not have the 64 hexadecimal digits of a key.");
    }

    @Test
    void aDirectoryInPlaceOfTheKey() throws Exception {
        Files.createDirectory(directory.resolve("installation.key"));
        assertThat(sentence()).isEqualTo(prefix("installation.key") + "cannot be read or written (is a directory).");
    }

    private String prefix(String file) {
        return "The file " + directory.resolve(file) + " of VPCLOCAL_DATA_DIR (vpclocal.data-dir) ";
    }

    private Map<String, String> settings() {
        return Map.of("vpclocal.data-dir", directory.toString());
    }

    private String sentence() {
        Throwable failure = catchThrowable(() -> OwnEmulator.start(settings()).close());
        assertThat(failure).isNotNull();
        return FailedStart.sentence(failure).orElseThrow(() -> new AssertionError("No sentence", failure));
    }
}
