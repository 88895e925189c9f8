package io.vpclocal.control.state;

import io.vpclocal.control.state.Table.Column;
import io.vpclocal.control.state.Table.Reference;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the schema from the database, so new tables need no registration. A row belongs to the rows that its foreign
 * keys refer to. In a table without an account and foreign keys, a column {@code vpc_id} refers to the column
 * {@code id} of the table {@code vpc}.
 */
final class SchemaReader {

    private static final String MIGRATIONS = "flyway_schema_history";
    private static final String ID = "id";

    private final DatabaseMetaData metadata;
    private final String schema;

    private SchemaReader(DatabaseMetaData metadata, String schema) {
        this.metadata = metadata;
        this.schema = schema;
    }

    static StateSchema read(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        SchemaReader reader = new SchemaReader(metadata, connection.getSchema());
        return new StateSchema(metadata.getDatabaseProductName(), reader.schema, sorted(reader.tables()));
    }

    private Map<String, Table> tables() throws SQLException {
        Map<String, List<Column>> columns = columns();
        Map<String, Table> tables = new TreeMap<>();
        for (Map.Entry<String, List<Column>> entry : columns.entrySet()) {
            String name = entry.getKey();
            List<Reference> references = references(name);
            boolean homeless = references.isEmpty()
                    && entry.getValue().stream().noneMatch(c -> c.name().equals("account"));
            tables.put(
                    name,
                    new Table(
                            name,
                            entry.getValue(),
                            primaryKey(name),
                            homeless ? conventional(entry.getValue(), columns) : references));
        }
        return tables;
    }

    private Map<String, List<Column>> columns() throws SQLException {
        Map<String, List<Column>> columns = new TreeMap<>();
        try (ResultSet tables = metadata.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                columns.put(tables.getString("TABLE_NAME"), new ArrayList<>());
            }
        }
        columns.remove(MIGRATIONS);
        try (ResultSet rows = metadata.getColumns(null, schema, "%", "%")) {
            while (rows.next()) {
                List<Column> known = columns.get(rows.getString("TABLE_NAME"));
                if (known != null) {
                    known.add(column(rows));
                }
            }
        }
        return columns;
    }

    private static Column column(ResultSet row) throws SQLException {
        int sqlType = row.getInt("DATA_TYPE");
        return new Column(
                row.getString("COLUMN_NAME"),
                ColumnType.of(sqlType, row.getString("TYPE_NAME")),
                sqlType,
                row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls);
    }

    private List<String> primaryKey(String table) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet rows = metadata.getPrimaryKeys(null, schema, table)) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(key.values());
    }

    private List<Reference> references(String table) throws SQLException {
        List<Reference> references = new ArrayList<>();
        try (ResultSet rows = metadata.getImportedKeys(null, schema, table)) {
            while (rows.next()) {
                references.add(new Reference(
                        rows.getString("FKCOLUMN_NAME"),
                        rows.getString("PKTABLE_NAME"),
                        rows.getString("PKCOLUMN_NAME")));
            }
        }
        return references;
    }

    private static List<Reference> conventional(List<Column> columns, Map<String, List<Column>> tables) {
        List<Reference> references = new ArrayList<>();
        for (Column column : columns) {
            if (column.name().endsWith("_" + ID)) {
                String parent = column.name().substring(0, column.name().length() - ID.length() - 1);
                boolean known = tables.getOrDefault(parent, List.of()).stream()
                        .anyMatch(c -> c.name().equals(ID));
                if (known) {
                    references.add(new Reference(column.name(), parent, ID));
                }
            }
        }
        return references;
    }

    private static Map<String, Table> sorted(Map<String, Table> tables) {
        Map<String, Table> order = new LinkedHashMap<>();
        tables.values().forEach(table -> place(table, tables, order, new ArrayList<>()));
        return order;
    }

    private static void place(Table table, Map<String, Table> tables, Map<String, Table> order, List<String> path) {
        if (order.containsKey(table.name()) || path.contains(table.name())) {
            return;
        }
        path.add(table.name());
        for (Reference reference : table.references()) {
            Table parent = tables.get(reference.parent());
            if (parent != null) {
                place(parent, tables, order, path);
            }
        }
        path.remove(table.name());
        order.put(table.name(), table);
    }
}
