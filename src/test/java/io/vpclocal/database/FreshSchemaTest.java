package io.vpclocal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A new database's script leaves behind what all migrations would, and Flyway finds nothing left to do. */
class FreshSchemaTest {

    private static final Path DOCUMENT = Path.of("src", "main", "resources").resolve(FreshSchema.SCRIPT);

    private static final List<String> CATALOGUE = List.of(
            "select table_name, column_name, ordinal_position, column_default, is_nullable, data_type,"
                    + " character_maximum_length, numeric_precision, datetime_precision, is_identity"
                    + " from information_schema.columns where table_schema = 'public'",
            "select table_name, constraint_type, constraint_name from information_schema.table_constraints",
            // The number in a name that H2 makes up depends on the tables that were there before.
            "select table_name, regexp_replace(index_name, '_[0-9A-F]+$', ''), column_name, ordinal_position, is_unique"
                    + " from information_schema.index_columns",
            "select sequence_name, start_value, increment from information_schema.sequences"
                    + " where sequence_name not like 'SYSTEM_SEQUENCE_%'",
            "select \"version\", \"description\", \"type\", \"script\", \"checksum\" from flyway_schema_history"
                    + " where \"version\" is not null");

    private final JdbcDataSource fresh = FreshSchemaScript.emptyDatabase();

    @Test
    void theScriptIsThatOfTheMigrations() throws Exception {
        String expected = FreshSchemaScript.write();
        if (Boolean.getBoolean("schema.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("%s is stale; renew it with ./mvnw test -Dtest=FreshSchemaTest -Dschema.write=true", DOCUMENT)
                .isEqualTo(expected);
    }

    @Test
    void itsTablesAreThoseOfTheMigrations() throws SQLException {
        assertThat(make()).isTrue();

        JdbcDataSource migrated = FreshSchemaScript.emptyDatabase();
        Migrations.flyway(migrated, List.of(Migrations.LOCATION)).migrate();
        for (String query : CATALOGUE) {
            assertThat(rows(fresh, query)).isNotEmpty().containsExactlyInAnyOrderElementsOf(rows(migrated, query));
        }
    }

    @Test
    void flywayAcceptsItAndContinuesFromThere() throws SQLException {
        make();

        Flyway flyway = Migrations.flyway(fresh, List.of(Migrations.LOCATION));
        assertThatCode(flyway::validate).doesNotThrowAnyException();
        assertThat(flyway.info().pending()).isEmpty();
        Flyway later = Migrations.flyway(fresh, List.of(Migrations.LOCATION, "classpath:db/control"));
        assertThat(later.migrate().migrationsExecuted).isEqualTo(1);
    }

    @Test
    void aDatabaseThatHoldsSomethingIsLeftToFlyway() throws SQLException {
        make();
        new JdbcTemplate(fresh).execute("create table kept (id integer)");

        assertThat(make()).isFalse();
        assertThat(rows(fresh, "select count(*) from kept")).hasSize(1);
    }

    @Test
    void whatAKilledProcessLeftHalfMadeIsMadeAnew() throws SQLException {
        JdbcTemplate template = new JdbcTemplate(fresh);
        template.execute("create table unfinished_schema (since timestamp)");
        template.execute("create table tag (seq bigint)");

        assertThat(make()).isTrue();
        assertThatCode(() ->
                        Migrations.flyway(fresh, List.of(Migrations.LOCATION)).validate())
                .doesNotThrowAnyException();
        assertThat(rows(fresh, "select table_name from information_schema.tables where table_name like 'unfin%'"))
                .isEmpty();
    }

    private boolean make() throws SQLException {
        try (Connection connection = fresh.getConnection()) {
            return FreshSchema.make(connection);
        }
    }

    private static List<Map<String, Object>> rows(JdbcDataSource database, String query) {
        return new JdbcTemplate(database).queryForList(query);
    }
}
