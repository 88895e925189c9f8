package io.vpclocal.control.state;

import io.vpclocal.control.ControlErrors;
import io.vpclocal.control.state.Manifest.Content;
import io.vpclocal.control.state.Table.Column;
import io.vpclocal.database.SchemaVersion;
import io.vpclocal.protocol.JsonProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads one snapshot file, row by row. */
final class SnapshotReader implements AutoCloseable {

    private static final int BATCH = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final ZipFile zip;
    private final Manifest manifest;

    private SnapshotReader(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws io.vpclocal.protocol.AwsException if the file is not a snapshot */
    static SnapshotReader open(Path file) {
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            return new SnapshotReader(zip, manifest(zip));
        } catch (IOException | JacksonException e) {
            close(zip);
            throw ControlErrors.unusableSnapshot("The file is not a snapshot, or it is damaged: " + reason(e));
        } catch (RuntimeException e) {
            close(zip);
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** @throws io.vpclocal.protocol.AwsException if the rows do not match the schema */
    void requireFit(StateSchema schema, SchemaVersion version) {
        if (manifest.format() != Manifest.FORMAT) {
            throw ControlErrors.unusableSnapshot("The snapshot has format " + manifest.format()
                    + "; this emulator reads format " + Manifest.FORMAT + ".");
        }
        if (version.newerThanOurs(manifest.schemaVersion())) {
            throw ControlErrors.unusableSnapshot("The snapshot has schema version " + manifest.schemaVersion()
                    + ", which is newer than this emulator's " + version.current() + ": upgrade the emulator first.");
        }
        for (Content content : manifest.tables()) {
            Table table = schema.table(content.name())
                    .orElseThrow(() -> ControlErrors.unusableSnapshot("The snapshot has the table '" + content.name()
                            + "', which this emulator's schema does not have."));
            requireFit(content, table);
        }
    }

    private static void requireFit(Content content, Table table) {
        for (String column : content.columns()) {
            if (!table.has(column)) {
                throw ControlErrors.unusableSnapshot("The snapshot has the column '" + content.name() + "." + column
                        + "', which this emulator's schema does not have.");
            }
        }
        for (Column column : table.columns()) {
            if (!column.nullable() && content.rows() > 0 && !content.columns().contains(column.name())) {
                throw ControlErrors.unusableSnapshot("The snapshot lacks the column '" + content.name() + "."
                        + column.name() + "', which this emulator's schema needs.");
            }
        }
    }

    /** Inserts everything, parents first, into empty tables. */
    void insert(Connection connection, StateSchema schema, Encryption encryption) throws SQLException {
        Map<String, Content> contents = new HashMap<>();
        manifest.tables().forEach(content -> contents.put(content.name(), content));
        for (Table table : schema.parentsFirst()) {
            Content content = contents.get(table.name());
            if (content != null && content.rows() > 0) {
                insert(connection, table, content, encryption);
            }
        }
    }

    private void insert(Connection connection, Table table, Content content, Encryption encryption)
            throws SQLException {
        List<Column> columns = content.columns().stream()
                .map(name -> table.column(name).orElseThrow())
                .toList();
        String sql = "insert into " + StateSchema.quoted(table.name()) + " (" + SnapshotWriter.names(content.columns())
                + ") values (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                BufferedReader lines = lines(content)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                bind(statement, columns, row(line, table.name(), columns, encryption));
                statement.addBatch();
                if (++count % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (IOException | JacksonException e) {
            throw ControlErrors.unusableSnapshot("The snapshot is damaged: " + reason(e));
        }
        if (count != content.rows()) {
            throw ControlErrors.unusableSnapshot("The snapshot is damaged: '" + table.name() + "' has " + count
                    + " rows instead of " + content.rows() + ".");
        }
    }

    private static @Nullable Object[] row(String line, String table, List<Column> columns, Encryption encryption) {
        @Nullable Object[] row = JSON.readValue(line, Object[].class);
        if (row.length != columns.size()) {
            throw ControlErrors.unusableSnapshot("The snapshot is damaged: a row of '" + table + "' has " + row.length
                    + " values instead of " + columns.size() + ".");
        }
        encryption.encrypt(table, columns, row);
        return row;
    }

    private static void bind(PreparedStatement statement, List<Column> columns, @Nullable Object[] row)
            throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Column column = columns.get(i);
            Object value = row[i];
            try {
                if (value == null) {
                    statement.setNull(i + 1, column.sqlType());
                } else {
                    column.type().put(statement, i + 1, value);
                }
            } catch (ClassCastException | IllegalArgumentException | DateTimeException e) {
                throw ControlErrors.unusableSnapshot(
                        "The snapshot is damaged: " + value + " is not a value of '" + column.name() + "'.");
            }
        }
    }

    private BufferedReader lines(Content content) throws IOException {
        ZipEntry entry = zip.getEntry(content.entry());
        if (entry == null) {
            throw ControlErrors.unusableSnapshot("The snapshot is damaged: it lacks " + content.entry() + ".");
        }
        return new BufferedReader(new InputStreamReader(CheckedEntry.open(zip, entry), StandardCharsets.UTF_8));
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw ControlErrors.unusableSnapshot("The file is not a snapshot: it has no " + Manifest.ENTRY + ".");
        }
        try (InputStream in = CheckedEntry.open(zip, entry)) {
            return JSON.readValue(in.readAllBytes(), Manifest.class);
        }
    }

    private static void close(@Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close a snapshot", e);
        }
    }

    @Override
    public void close() {
        close(zip);
    }

    private static @Nullable String reason(Exception failure) {
        return failure instanceof JacksonException json ? JsonProblem.describe(json) : failure.getMessage();
    }
}
