package io.vpclocal.control.state;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.springframework.stereotype.Component;

/** Moves the sequences, and the number blocks that Hibernate took from them, beyond every restored key. */
@Component
class Sequences {

    /** Larger than any block that Hibernate takes. */
    private static final int MOST = 100_000;

    private final SessionFactoryImplementor hibernate;

    Sequences(EntityManagerFactory factory) {
        this.hibernate = factory.unwrap(SessionFactoryImplementor.class);
    }

    /** Returns the highest key. */
    long restart(Connection connection, StateSchema schema) throws SQLException {
        long highest = highestKey(connection, schema);
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Long> sequence :
                    increments(connection, schema).entrySet()) {
                String name = StateSchema.quoted(sequence.getKey());
                long next = number(statement, schema.nextValue(name));
                // Hibernate uses the block of numbers that ends at the returned one.
                long start = Math.max(next, highest) + 2 * sequence.getValue();
                statement.execute("alter sequence " + name + " restart with " + start);
            }
        }
        return highest;
    }

    /** Uses up the blocks that Hibernate took earlier. Called after the sequences are restarted. */
    void leaveBlocksBelow(long highest) {
        try (SharedSessionContractImplementor session =
                hibernate.openSession().unwrap(SharedSessionContractImplementor.class)) {
            hibernate.getMappingMetamodel().forEachEntityDescriptor(entity -> {
                if (entity.getGenerator() instanceof SequenceStyleGenerator generator) {
                    leave(generator, session, highest);
                }
            });
        }
    }

    private static void leave(
            SequenceStyleGenerator generator, SharedSessionContractImplementor session, long highest) {
        for (int i = 0; i < MOST; i++) {
            if (((Number) generator.generate(session, generator)).longValue() > highest) {
                return;
            }
        }
        throw new IllegalStateException("The sequence does not reach " + highest);
    }

    private static long highestKey(Connection connection, StateSchema schema) throws SQLException {
        long highest = 0;
        try (Statement statement = connection.createStatement()) {
            for (Table table : schema.parentsFirst()) {
                if (table.numericKey().isPresent()) {
                    String key = StateSchema.quoted(table.numericKey().get().name());
                    highest = Math.max(
                            highest,
                            number(
                                    statement,
                                    "select coalesce(max(" + key + "), 0) from " + StateSchema.quoted(table.name())));
                }
            }
        }
        return highest;
    }

    private static Map<String, Long> increments(Connection connection, StateSchema schema) throws SQLException {
        Map<String, Long> increments = new LinkedHashMap<>();
        String sql = "select sequence_name, increment from information_schema.sequences where sequence_schema = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema.schema());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    increments.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return increments;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
