package io.vpclocal.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * What all migrations make of an empty H2 database, in one script. Most databases are new, and one by one the migrations
 * take a third of the time that a start has for its database. The script also holds what Flyway would have noted down, so
 * that a later version continues from there.
 */
final class FreshSchema {

    static final String SCRIPT = "db/fresh/h2.sql";

    /** Ends a statement of the script; text in a statement never holds it. */
    static final String END = ";\n";

    /** A table that is there while the script runs: a database that has it was left by a process that was killed then. */
    private static final String UNFINISHED = "unfinished_schema";

    private FreshSchema() {}

    /**
     * @param connection the only one to the database
     * @return false, with nothing done, for a database that is not empty or not H2 as this emulator opens it
     */
    static boolean make(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            if (!isOurs(connection)) {
                return false;
            }
            Set<String> tables = tables(connection);
            if (tables.contains(UNFINISHED)) {
                statement.execute("drop all objects");
            } else if (!tables.isEmpty()) {
                return false;
            }
            // That each of the statements reaches the file by itself would double their time.
            statement.execute("set write_delay 10000");
            statement.execute("create table " + UNFINISHED + " (since timestamp)");
            for (String step : script().split(END)) {
                statement.execute(step);
            }
            statement.execute("drop table " + UNFINISHED);
            statement.execute("set write_delay 0");
            return true;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The database cannot be given its tables", e);
        }
    }

    private static boolean isOurs(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2")
                && "public".equals(connection.getSchema());
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        Set<String> names = new HashSet<>();
        try (ResultSet tables = metadata.getTables(null, connection.getSchema(), "%", null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static String script() throws IOException {
        try (InputStream script = new ClassPathResource(SCRIPT, FreshSchema.class.getClassLoader()).getInputStream()) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
