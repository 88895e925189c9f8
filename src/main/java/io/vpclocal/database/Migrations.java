package io.vpclocal.database;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
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
                migrate();
            }
            // H2 closes a database that has no connection.
            database.getConnection().close();
        } catch (SQLException e) {
            throw notUsable(e);
        }
    }

    private void migrate() {
        try {
            flyway().migrate();
            requireKnown(flyway().info().current());
        } catch (FlywayException e) {
            throw e.getCause() instanceof SQLException failure
                    ? notUsable(failure)
                    : refused("has tables that this version of VPC Local cannot use (" + firstLine(e) + ")", e);
        }
    }

    /** Flyway accepts migrations of later versions. */
    private void requireKnown(@Nullable MigrationInfo current) {
        if (current != null && current.getState() == MigrationState.FUTURE_SUCCESS) {
            throw refused("has tables of a newer version of VPC Local (schema " + current.getVersion() + ")", null);
        }
    }

    private UnusableSetting notUsable(SQLException failure) {
        return DataDirectory.keeps(where.getJdbcUrl())
                ? DataDirectory.notOpened(where.getJdbcUrl(), failure)
                : DatabaseUrl.notUsable(where.getJdbcUrl(), failure);
    }

    private UnusableSetting refused(String why, @Nullable Exception cause) {
        return DataDirectory.keeps(where.getJdbcUrl())
                ? DataDirectory.refused(where.getJdbcUrl(), why, cause)
                : DatabaseUrl.refused(where.getJdbcUrl(), why, cause);
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
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
