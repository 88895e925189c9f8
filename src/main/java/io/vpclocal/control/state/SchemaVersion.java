package io.vpclocal.control.state;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.stereotype.Component;

/** Which migrations the database has seen. */
@Component
class SchemaVersion {

    private final Flyway flyway;

    SchemaVersion(Flyway flyway) {
        this.flyway = flyway;
    }

    /** The newest migration's version. */
    String current() {
        MigrationInfo current = flyway.info().current();
        if (current == null) {
            throw new IllegalStateException("The database has no schema");
        }
        return current.getVersion().getVersion();
    }

    boolean newerThanOurs(String other) {
        return MigrationVersion.fromVersion(other).isNewerThan(current());
    }
}
