package io.vpclocal.control.state;

import io.vpclocal.control.ControlErrors;
import io.vpclocal.database.SchemaVersion;
import io.vpclocal.protocol.StateLock;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.stereotype.Service;

/** Saves the whole state into a file, and restores it. */
@Service
class SnapshotService {

    /** Classes of SQLSTATE: a value that its column cannot hold, and one that breaks a constraint. */
    private static final String DATA = "22";

    private static final String CONSTRAINT = "23";

    private final StateDatabase database;
    private final SnapshotDirectory directory;
    private final SnapshotWriter writer;
    private final SchemaVersion version;
    private final Sequences sequences;
    private final Encryption encryption;
    private final StateLock lock;
    private final StateListeners listeners;

    SnapshotService(
            StateDatabase database,
            SnapshotDirectory directory,
            SnapshotWriter writer,
            SchemaVersion version,
            Sequences sequences,
            Encryption encryption,
            StateLock lock,
            StateListeners listeners) {
        this.database = database;
        this.directory = directory;
        this.writer = writer;
        this.version = version;
        this.sequences = sequences;
        this.encryption = encryption;
        this.lock = lock;
        this.listeners = listeners;
    }

    void save(String name) {
        directory.put(name, writer::write);
    }

    /** Stores an uploaded file if it is a snapshot. */
    void upload(String name, InputStream content) {
        directory.put(name, file -> {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            SnapshotReader.open(file).close();
        });
    }

    Manifest manifest(Path file) {
        try (SnapshotReader snapshot = SnapshotReader.open(file)) {
            return snapshot.manifest();
        }
    }

    /** Replaces the whole state with the snapshot, in one transaction, while no call runs. */
    void restore(String name) {
        StateSchema schema = database.schema();
        try (SnapshotReader snapshot = SnapshotReader.open(directory.get(name))) {
            snapshot.requireFit(schema, version);
            ResetPlan all = ResetPlan.of(schema, false, false);
            lock.exclusive(() -> {
                long highest = database.change(connection -> {
                    all.run(connection, null, null);
                    insert(snapshot, connection, schema);
                    return sequences.restart(connection, schema);
                });
                sequences.leaveBlocksBelow(highest);
                listeners.tell(null, null);
                return name;
            });
        }
    }

    private void insert(SnapshotReader snapshot, Connection connection, StateSchema schema) throws SQLException {
        try {
            snapshot.insert(connection, schema, encryption);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith(DATA) || state.startsWith(CONSTRAINT)) {
                throw ControlErrors.unusableSnapshot("The snapshot is damaged: " + e.getMessage());
            }
            throw e;
        }
    }
}
