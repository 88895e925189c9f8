package io.vpclocal.control.state;

import java.util.List;
import java.util.Optional;

/**
 * A table of the emulator's state.
 *
 * @param primaryKey names of the columns of its primary key
 * @param references the tables that its rows belong to
 */
record Table(String name, List<Column> columns, List<String> primaryKey, List<Reference> references) {

    /** @param sqlType its type in {@link java.sql.Types}, which a null is written with */
    record Column(String name, ColumnType type, int sqlType, boolean nullable) {}

    /** A column that holds the value of a column of another table. */
    record Reference(String column, String parent, String parentColumn) {}

    Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    boolean has(String wanted) {
        return column(wanted).isPresent();
    }

    /** The numeric primary key column, if the key is one number. */
    Optional<Column> numericKey() {
        return primaryKey.size() == 1
                ? column(primaryKey.get(0)).filter(column -> column.type() == ColumnType.INTEGER)
                : Optional.empty();
    }
}
