package io.vpclocal.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The steps that lead from an empty database, or an older one, to the schema of this version. */
@Component
class Migrations {

    static final String LOCATION = "classpath:db/migration";

    private final DataSource database;
    private final List<String> locations;
    private final SingletonSupplier<Flyway> flyway;

    /** @param locations of the SQL files, separated by commas */
    Migrations(DataSource database, @Value("${spring.flyway.locations:" + LOCATION + "}") List<String> locations) {
        this.database = database;
        this.locations = locations;
        this.flyway = SingletonSupplier.of(() -> flyway(database, locations));
    }

    void run() {
        boolean made = locations.equals(List.of(LOCATION)) && FreshSchema.make(database);
        if (!made) {
            flyway().migrate();
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
