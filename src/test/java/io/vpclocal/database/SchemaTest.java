package io.vpclocal.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.OwnEmulator;
import io.vpclocal.testing.PostgresServer;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SchemaValidationException;
import java.io.IOException;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that the migrations make are those that the entities are mapped to, in both databases. */
@EmulatorTest
class SchemaTest {

    @Autowired
    private EntityManagerFactory entities;

    @Test
    void h2HasTheTablesOfTheEntities() {
        assertThatCode(() -> validate(entities)).doesNotThrowAnyException();
    }

    @Test
    void postgresHasTheTablesOfTheEntitiesAndAMissingColumnIsNoticed() throws IOException, InterruptedException {
        assumeTrue(PostgresServer.installed(), "PostgreSQL is not installed");
        try (PostgresServer server = PostgresServer.start();
                OwnEmulator node = OwnEmulator.start(
                        Map.of("vpclocal.database.url", server.url(), "vpclocal.database.username", server.user()))) {
            EntityManagerFactory there = node.bean(EntityManagerFactory.class);
            assertThatCode(() -> validate(there)).doesNotThrowAnyException();

            new JdbcTemplate(node.bean(DataSource.class)).execute("alter table vpc drop column default_vpc");
            assertThatThrownBy(() -> validate(there)).hasStackTraceContaining("default_vpc");
        }
    }

    private static void validate(EntityManagerFactory factory) throws SchemaValidationException {
        factory.unwrap(SessionFactory.class).getSchemaManager().validate();
    }
}
