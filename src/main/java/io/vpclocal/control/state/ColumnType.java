package io.vpclocal.control.state;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The format of a column's values in a snapshot, the same for every database. */
enum ColumnType {
    /** {@code true} or {@code false}. */
    BOOLEAN {
        @Override
        Object get(ResultSet row, int index) throws SQLException {
            return row.getBoolean(index);
        }

        @Override
        void put(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBoolean(index, (Boolean) value);
        }
    },
    /** A number without a fraction. */
    INTEGER {
        @Override
        Object get(ResultSet row, int index) throws SQLException {
            return row.getLong(index);
        }

        @Override
        void put(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setLong(index, ((Number) value).longValue());
        }
    },
    /** A number in digits, as text. */
    DECIMAL {
        @Override
        @Nullable
        Object get(ResultSet row, int index) throws SQLException {
            BigDecimal value = row.getBigDecimal(index);
            return value == null ? null : value.toString();
        }

        @Override
        void put(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBigDecimal(index, new BigDecimal((String) value));
        }
    },
    /** A floating-point number, as text. */
    DOUBLE {
        @Override
        Object get(ResultSet row, int index) throws SQLException {
            return Double.toString(row.getDouble(index));
        }

        @Override
        void put(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setDouble(index, Double.parseDouble((String) value));
        }
    },
    /** Text. */
    TEXT {
        @Override
        @Nullable
        Object get(ResultSet row, int index) throws SQLException {
            return row.getString(index);
        }

        @Override
        void put(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setString(index, (String) value);
        }
    },
    /** An instant in UTC, in the form of ISO 8601. */
    INSTANT {
        @Override
        @Nullable
        Object get(ResultSet row, int index) throws SQLException {
            OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
            return value == null ? null : value.toInstant().toString();
        }

        @Override
        void put(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setObject(index, OffsetDateTime.parse((String) value).withOffsetSameInstant(ZoneOffset.UTC));
        }
    },
    /** Bytes in base64. */
    BYTES {
        @Override
        @Nullable
        Object get(ResultSet row, int index) throws SQLException {
            byte[] value = row.getBytes(index);
            return value == null ? null : Base64.getEncoder().encodeToString(value);
        }

        @Override
        void put(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBytes(index, Base64.getDecoder().decode((String) value));
        }
    };

    abstract @Nullable Object get(ResultSet row, int index) throws SQLException;

    abstract void put(PreparedStatement statement, int index, Object value) throws SQLException;

    /** The value as JSON; null if it is null. */
    @Nullable
    Object read(ResultSet row, int index) throws SQLException {
        Object value = get(row, index);
        return row.wasNull() ? null : value;
    }

    /**
     * @param sqlType the column's type in {@link Types}
     * @param typeName its name in the database, which distinguishes types with the same number
     */
    static ColumnType of(int sqlType, String typeName) {
        return switch (sqlType) {
            case Types.BOOLEAN, Types.BIT -> BOOLEAN;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.DOUBLE, Types.REAL, Types.FLOAT -> DOUBLE;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> byName(sqlType, typeName);
        };
    }

    private static ColumnType byName(int sqlType, String typeName) {
        if (sqlType == Types.TIMESTAMP && typeName.equals("timestamptz")) {
            return INSTANT;
        }
        throw new IllegalStateException("Snapshots do not support columns of the type " + typeName);
    }
}
