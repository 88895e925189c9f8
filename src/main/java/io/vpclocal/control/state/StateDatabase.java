package io.vpclocal.control.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Access to the database for work on the whole state. */
@Component
class StateDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(StateDatabase.class);
    private static final int ATTEMPTS = 8;

    private final DataSource source;
    private volatile @Nullable StateSchema schema;

    StateDatabase(DataSource source) {
        this.source = source;
    }

    /** Work on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The schema. It is read once, because it does not change while the emulator runs. */
    StateSchema schema() {
        StateSchema known = schema;
        if (known == null) {
            known = once("read the schema", SchemaReader::read);
            schema = known;
        }
        return known;
    }

    /** Reads one consistent state during concurrent writes. */
    <T> T read(Work<T> work) {
        return repeatedly("read the state", connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        });
    }

    /**
     * Changes the state in one transaction. The caller blocks calls of this node with {@code StateLock}. Locks on all
     * tables block calls of other nodes.
     */
    <T> T change(Work<T> work) {
        StateSchema tables = schema();
        return repeatedly("change the state", connection -> {
            connection.setAutoCommit(false);
            try {
                if (tables.postgresql()) {
                    lock(connection, tables);
                }
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        });
    }

    private static void lock(Connection connection, StateSchema tables) throws SQLException {
        String names = tables.parentsFirst().stream()
                .map(table -> StateSchema.quoted(table.name()))
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + names + " in access exclusive mode");
        }
    }

    private <T> T repeatedly(String task, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(task, work);
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.debug("Could not {} because of a conflict with other transactions, attempt {}", task, attempt, e);
            }
        }
    }

    private <T> T once(String task, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            DataAccessException known = new SQLStateSQLExceptionTranslator().translate(task, null, e);
            throw known == null ? new UncategorizedSQLException(task, null, e) : known;
        }
    }
}
