package io.vpclocal.control.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a reset finds the rows of an account. */
class ResetPlanTest {

    private static final String SCHEMA = """
            create table part_of_thing (thing_seq bigint not null, n integer);
            create table thing (seq bigint primary key, id varchar(64) unique, account varchar(12), region varchar(32));
            alter table part_of_thing add foreign key (thing_seq) references thing;
            create table piece (seq bigint primary key, thing_id varchar(64));
            create table piece_name (piece_seq bigint references piece, name varchar(64));
            create table person (seq bigint primary key, account varchar(12), boss bigint references person);
            create table pair (a bigint references person, b bigint references person);
            create table shared (seq bigint primary key, text varchar(10));
            insert into thing values (1, 'a1', '1', 'x'), (2, 'a2', '1', 'y'), (3, 'b1', '2', 'x');
            insert into part_of_thing values (1, 1), (2, 1), (3, 1);
            insert into piece values (1, 'a1'), (2, 'a2'), (3, 'b1');
            insert into piece_name values (1, 'p'), (2, 'p'), (3, 'p');
            insert into person values (1, '1', null), (2, '1', 1), (3, '2', null), (4, '2', 3);
            insert into pair values (1, 2), (3, 4);
            insert into shared values (1, 's');
            """;

    private Connection connection;
    private StateSchema schema;

    @BeforeEach
    void createTables() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        try (Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
        schema = SchemaReader.read(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void anAccount() throws SQLException {
        int rows = ResetPlan.of(schema, true, false).run(connection, "1", null);
        assertThat(counts("thing", "part_of_thing", "piece", "piece_name", "person", "pair", "shared"))
                .containsExactly(1, 1, 1, 1, 2, 1, 1);
        assertThat(rows).isEqualTo(11);
    }

    @Test
    void resettingARegionKeepsGlobalRows() throws SQLException {
        ResetPlan.of(schema, true, true).run(connection, "1", "x");
        assertThat(counts("thing", "part_of_thing", "piece", "piece_name", "person", "pair", "shared"))
                .containsExactly(2, 2, 2, 2, 4, 2, 1);
    }

    @Test
    void aRegionOfAllAccounts() throws SQLException {
        ResetPlan.of(schema, false, true).run(connection, null, "x");
        assertThat(counts("thing", "part_of_thing", "piece", "person")).containsExactly(1, 1, 1, 4);
    }

    @Test
    void everything() throws SQLException {
        ResetPlan.of(schema, false, false).run(connection, null, null);
        assertThat(counts("thing", "part_of_thing", "piece", "piece_name", "person", "pair", "shared"))
                .containsOnly(0);
    }

    @Test
    void tablesWithoutAccountAreListed() {
        assertThat(ResetPlan.shared(schema)).containsExactly("shared");
    }

    private Integer[] counts(String... tables) throws SQLException {
        Integer[] counts = new Integer[tables.length];
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < tables.length; i++) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + tables[i])) {
                    rows.next();
                    counts[i] = rows.getInt(1);
                }
            }
        }
        return counts;
    }
}
