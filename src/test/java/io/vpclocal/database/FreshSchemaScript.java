package io.vpclocal.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes {@link FreshSchema#SCRIPT}: Flyway's own table, every migration's statements, and a row for each of them. */
final class FreshSchemaScript {

    private static final String HISTORY = "\"public\".\"flyway_schema_history\"";

    private FreshSchemaScript() {}

    static JdbcDataSource emptyDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + DatabaseConfiguration.H2 + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        return database;
    }

    static String write() {
        JdbcDataSource database = emptyDatabase();
        Flyway flyway = Migrations.flyway(database, List.of(Migrations.LOCATION));
        flyway.migrate();
        List<MigrationInfo> applied = Arrays.asList(flyway.info().applied());
        Stream<String> tables = applied.stream().flatMap(migration -> statements(migration.getScript()));
        String rows = applied.stream().map(FreshSchemaScript::row).collect(Collectors.joining(", "));
        return Stream.of(
                        history(new JdbcTemplate(database)),
                        tables,
                        Stream.of("insert into " + HISTORY + " values " + rows))
                .flatMap(statements -> statements)
                .collect(Collectors.joining(FreshSchema.END, "", FreshSchema.END));
    }

    private static Stream<String> statements(String migration) {
        String text = resource("db/migration/" + migration).replaceAll("(?m)--.*$", "");
        return Arrays.stream(text.split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> !statement.isEmpty());
    }

    private static String resource(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What H2 says it would take to make the table anew. */
    private static Stream<String> history(JdbcTemplate database) {
        return database.queryForList("script nodata nopasswords nosettings table " + HISTORY, String.class).stream()
                .map(String::strip)
                .filter(statement -> statement.contains(HISTORY) && !statement.startsWith("--"))
                .map(statement -> statement.replaceAll(";$", "").replaceAll("\\s+", " "));
    }

    private static String row(MigrationInfo migration) {
        return String.format(
                Locale.ROOT,
                "(%d, '%s', '%s', '%s', '%s', %d, 'sa', current_timestamp, 0, true)",
                migration.getInstalledRank(),
                migration.getVersion(),
                migration.getDescription(),
                migration.getType(),
                migration.getScript(),
                migration.getChecksum());
    }
}
