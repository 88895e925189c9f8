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
 * Creates the schema of an empty H2 database with one script that has the effect of all migrations. Most databases are new,
 * and running the migrations one by one takes a third of the database's start. The script also fills Flyway's history, so
 * that a later version continues with its migrations.
 */
final class FreshSchema {

    static final String SCRIPT = "db/fresh/h2.sql";

    /** Separates the statements of the script. It never occurs inside a statement. */
    static final String END = ";\n";

    /** A table that exists only while the script runs. A database with this table belongs to a process that was killed. */
    private static final String UNFINISHED = "unfinished_schema";

    private FreshSchema() {}

    /**
     * @param connection the only one to the database
     * @return false, with nothing done, for a database that is not empty or not H2 as this emulator opens it
     */
    static boolean make(Connection connection) throws SQLException {
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
            // Writing each statement to the file separately would double the time.
            statement.execute("set write_delay 10000");
            statement.execute("create table " + UNFINISHED + " (since timestamp)");
            for (String step : script().split(END)) {
                statement.execute(step);
            }
            statement.execute("drop table " + UNFINISHED);
            statement.execute("set write_delay 0");
            return true;
        } catch (IOException e) {
            throw new IllegalStateException("The script " + SCRIPT + " cannot be read", e);
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
