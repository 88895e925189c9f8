package io.vpclocal.control.state;

import io.vpclocal.control.ProductVersion;
import io.vpclocal.control.state.Manifest.Content;
import io.vpclocal.control.state.Table.Column;
import io.vpclocal.database.SchemaVersion;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the whole state into a file, row by row, so it need not fit into memory. */
@Component
class SnapshotWriter {

    private static final int FETCH = 500;

    private final StateDatabase database;
    private final SchemaVersion version;
    private final Encryption encryption;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    SnapshotWriter(StateDatabase database, SchemaVersion version, Encryption encryption, Clock clock) {
        this.database = database;
        this.version = version;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** Reads one consistent state while calls continue. */
    void write(Path file) {
        database.read(connection -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                write(connection, zip);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write the snapshot " + file, e);
            }
        });
    }

    private void write(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        List<Content> contents = new ArrayList<>();
        for (Table table : database.schema().parentsFirst()) {
            Content content = new Content(
                    table.name(), table.columns().stream().map(Column::name).toList(), 0);
            zip.putNextEntry(new ZipEntry(content.entry()));
            contents.add(new Content(content.name(), content.columns(), rows(connection, table, zip)));
            zip.closeEntry();
        }
        Manifest manifest =
                new Manifest(Manifest.FORMAT, version.current(), ProductVersion.text(), clock.instant(), contents);
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(json.writeValueAsBytes(manifest));
        zip.closeEntry();
    }

    private long rows(Connection connection, Table table, OutputStream out) throws SQLException, IOException {
        long count = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(select(table))) {
                while (rows.next()) {
                    out.write(json.writeValueAsBytes(row(rows, table)));
                    out.write('\n');
                    count++;
                }
            }
        }
        return count;
    }

    private @Nullable Object[] row(ResultSet rows, Table table) throws SQLException {
        List<Column> columns = table.columns();
        @Nullable Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = columns.get(i).type().read(rows, i + 1);
        }
        encryption.decrypt(table.name(), columns, row);
        return row;
    }

    private static String select(Table table) {
        String columns = names(table.columns().stream().map(Column::name).toList());
        String order = table.primaryKey().isEmpty() ? "" : " order by " + names(table.primaryKey());
        return "select " + columns + " from " + StateSchema.quoted(table.name()) + order;
    }

    static String names(List<String> columns) {
        return columns.stream().map(StateSchema::quoted).collect(Collectors.joining(", "));
    }
}
