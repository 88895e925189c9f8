package io.vpclocal.database;

import io.vpclocal.protocol.ApplicationClasses;
import io.vpclocal.protocol.Ids;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.cfg.ManagedBeanSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypesScanner;

/** Where the state lives: in memory, in a data directory, or in a PostgreSQL database that several nodes share. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** H2 in its PostgreSQL mode, so that both databases share one schema. */
    static final String H2 =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE"
                    // Parsed statements that a connection keeps. An action has more than H2's default of 8.
                    + ";QUERY_CACHE_SIZE=64";

    @Bean
    JdbcConnectionDetails databaseLocation(Location location, Ids ids) {
        if (!location.database().url().isEmpty()) {
            DatabaseUrl.require(location.database().url());
            return new Connection(
                    location.database().url(),
                    location.database().username(),
                    location.database().password());
        }
        if (!location.dataDir().isEmpty()) {
            // Every commit is written to the file before it is acknowledged, so it survives a killed process.
            Path directory = Path.of(location.dataDir()).toAbsolutePath();
            DataDirectory.requireWritable(directory);
            Path file = directory.resolve("vpclocal");
            return new Connection("jdbc:h2:file:" + file + H2 + ";WRITE_DELAY=0", "sa", "");
        }
        return new Connection("jdbc:h2:mem:" + ids.uuid() + H2 + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Bean
    EntityManagerFactoryBuilderCustomizer madeWhileTheRestStarts(Migrations migrations) {
        return builder -> builder.setBootstrapExecutor(new DatabaseExecutor(migrations));
    }

    @Bean
    static HibernatePropertiesCustomizer madeWithoutSpring() {
        return properties -> properties.put(ManagedBeanSettings.BEAN_CONTAINER, new PlainBeans());
    }

    /** Only entities: Hibernate would load every package-info class and find nothing. */
    @Bean
    static PersistenceManagedTypes entities(ResourceLoader loader) {
        PersistenceManagedTypes found = new PersistenceManagedTypesScanner(loader).scan(ApplicationClasses.ROOT);
        return PersistenceManagedTypes.of(found.getManagedClassNames(), List.of());
    }

    /**
     * {@code vpclocal.*}
     *
     * @param dataDir directory that keeps the state between runs; empty for none
     * @param database a database server; an empty URL for none
     */
    @ConfigurationProperties("vpclocal")
    record Location(
            @DefaultValue("") String dataDir, @DefaultValue Database database) {

        /** {@code vpclocal.database.*} */
        record Database(
                @DefaultValue("") String url,
                @DefaultValue("") String username,
                @DefaultValue("") String password) {}
    }

    private record Connection(String url, String username, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public @Nullable String getUsername() {
            return username;
        }

        @Override
        public @Nullable String getPassword() {
            return password;
        }

        @Override
        public String toString() {
            return url;
        }
    }
}
