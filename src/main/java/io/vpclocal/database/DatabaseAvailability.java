package io.vpclocal.database;

import com.zaxxer.hikari.HikariDataSource;
import io.vpclocal.protocol.DatabaseFailureListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Whether the database can be used, and why not. H2 closes a database that it cannot write, for instance because the disk is
 * full, and opens it again for a new connection; so after a failure all connections are replaced.
 */
@Component
public class DatabaseAvailability implements DatabaseFailureListener {

    private static final int SECONDS = 2;
    private static final String PROBE = "vpclocal_write_probe";

    private final DataSource database;
    private volatile @Nullable String failure;

    DatabaseAvailability(DataSource database) {
        this.database = database;
    }

    @Override
    public void databaseFailed(RuntimeException cause) {
        failed(cause);
    }

    /**
     * Asks the database. After a failure it is asked to write, since it may answer questions all the same.
     *
     * @return what is wrong; empty if the database can be used
     */
    public Optional<String> problem() {
        boolean suspected = failure != null;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            statement.execute("select 1");
            if (suspected) {
                probe(statement);
            }
            failure = null;
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(failed(e));
        }
    }

    /** Changes of tables are written at once, in H2 as in PostgreSQL. */
    private static void probe(Statement statement) throws SQLException {
        statement.execute("drop table if exists " + PROBE);
        statement.execute("create table " + PROBE + " (id integer)");
        statement.execute("drop table " + PROBE);
    }

    /**
     * Takes note of a failure, so that the next use of the database begins with new connections.
     *
     * @return what was wrong
     */
    public String failed(Exception cause) {
        String text =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(cause).getMessage());
        failure = text;
        replaceConnections();
        return text;
    }

    private void replaceConnections() {
        try {
            database.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        } catch (SQLException e) {
            throw new IllegalStateException("The connections are not pooled by Hikari", e);
        }
    }
}
