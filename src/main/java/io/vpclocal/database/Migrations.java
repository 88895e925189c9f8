package io.vpclocal.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The steps that lead from an empty database, or an older one, to the schema of this version. */
@Component
class Migrations {

    private final SingletonSupplier<Flyway> flyway;

    /** @param locations of the SQL files, separated by commas */
    Migrations(DataSource database, @Value("${spring.flyway.locations:classpath:db/migration}") String[] locations) {
        this.flyway = SingletonSupplier.of(() -> Flyway.configure(getClass().getClassLoader())
                .dataSource(database)
                .locations(locations)
                .load());
    }

    void run() {
        flyway().migrate();
    }

    Flyway flyway() {
        return flyway.obtain();
    }
}
