package io.vpclocal.protocol;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;

/** Classifies exceptions of the database. */
public enum DatabaseFailure {
    /** A value is too long or has a character that cannot be stored. */
    VALUE,
    /**
     * The database is unreachable or cannot write, for example because its disk is full or it closed after a failure.
     */
    UNAVAILABLE,
    OTHER;

    /** SQLSTATE: string data right truncation, character not in repertoire, untranslatable character. */
    private static final Set<String> VALUES = Set.of("22001", "22021", "22P05");

    /** SQLSTATE of PostgreSQL: connection lost, disk or memory full, shutdown, input and output, read-only. */
    private static final List<String> UNAVAILABLES = List.of("08", "53", "57P", "58", "25006");

    /** H2: closed, in use, files that cannot be written or read, broken connection, read-only. */
    private static final Set<Integer> H2_CODES =
            Set.of(90_007, 90_020, 90_024, 90_028, 90_030, 90_031, 90_067, 90_097, 90_098, 90_108, 90_121);

    private static final int DEEPEST = 20;

    /** True if the exception says that the database does not answer or cannot write. */
    public static boolean unavailable(Throwable failure) {
        return of(failure) == UNAVAILABLE;
    }

    public static DatabaseFailure of(Throwable failure) {
        boolean sqlSeen = false;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (sqlSeen && cause instanceof IOException) {
                return UNAVAILABLE;
            }
            if (cause instanceof SQLException sql) {
                sqlSeen = true;
                DatabaseFailure known = ofAll(sql);
                if (known != OTHER) {
                    return known;
                }
            }
            cause = cause.getCause();
        }
        return OTHER;
    }

    /** Batches report the failure in chained exceptions. */
    private static DatabaseFailure ofAll(SQLException first) {
        for (SQLException next = first; next != null; next = next.getNextException()) {
            DatabaseFailure known = of(next);
            if (known != OTHER) {
                return known;
            }
        }
        return OTHER;
    }

    private static DatabaseFailure of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (VALUES.contains(state)) {
            return VALUE;
        }
        boolean unavailable = failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || UNAVAILABLES.stream().anyMatch(state::startsWith)
                || H2_CODES.contains(failure.getErrorCode());
        return unavailable ? UNAVAILABLE : OTHER;
    }
}
