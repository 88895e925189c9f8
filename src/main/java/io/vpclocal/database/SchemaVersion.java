package io.vpclocal.database;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.stereotype.Component;

/** The migrations that the database has. */
@Component
public class SchemaVersion {

    private final Migrations migrations;

    SchemaVersion(Migrations migrations) {
        this.migrations = migrations;
    }

    /** The newest migration's version. */
    public String current() {
        MigrationInfo current = migrations.flyway().info().current();
        if (current == null) {
            throw new IllegalStateException("The database has no schema");
        }
        return current.getVersion().getVersion();
    }

    public boolean newerThanOurs(String other) {
        return MigrationVersion.fromVersion(other).isNewerThan(current());
    }
}
