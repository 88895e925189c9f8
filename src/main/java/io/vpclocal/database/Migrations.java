package io.vpclocal.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Migrates an empty or older database to the schema of this version. */
@Component
class Migrations {

    static final String LOCATION = "classpath:db/migration";

    private final JdbcConnectionDetails where;
    private final DataSource database;
    private final List<String> locations;
    private final SingletonSupplier<Flyway> flyway;

    /** @param locations of the SQL files, separated by commas */
    Migrations(
            JdbcConnectionDetails where,
            DataSource database,
            @Value("${spring.flyway.locations:" + LOCATION + "}") List<String> locations) {
        this.where = where;
        this.database = database;
        this.locations = locations;
        this.flyway = SingletonSupplier.of(() -> flyway(database, locations));
    }

    void run() {
        if (!where.getJdbcUrl().startsWith("jdbc:h2:") || !locations.equals(List.of(LOCATION))) {
            migrate();
            return;
        }
        // A connection outside the pool: those of the pool write the file at every commit.
        try (Connection alone =
                DriverManager.getConnection(where.getJdbcUrl(), where.getUsername(), where.getPassword())) {
            if (!FreshSchema.make(alone)) {
                flyway().migrate();
            }
            // H2 closes a database that has no connection.
            database.getConnection().close();
        } catch (SQLException e) {
            if (DataDirectory.keeps(where.getJdbcUrl())) {
                throw DataDirectory.notOpened(where.getJdbcUrl(), e);
            }
            throw DatabaseUrl.notUsable(where.getJdbcUrl(), e);
        }
    }

    private void migrate() {
        try {
            flyway().migrate();
        } catch (FlywaySqlException e) {
            throw DatabaseUrl.notUsable(where.getJdbcUrl(), e);
        }
    }

    Flyway flyway() {
        return flyway.obtain();
    }

    static Flyway flyway(DataSource database, List<String> locations) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations(locations.toArray(String[]::new))
                .load();
    }
}
