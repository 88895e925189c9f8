package io.vpclocal.start;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.util.Set;
import org.springframework.core.env.PropertyResolver;

/**
 * Settings of Spring Boot and Hibernate that would end the emulator at once, or fail at the first call.
 */
final class FrameworkSettings {

    private static final Set<String> DIALECTS =
            Set.of("spring.jpa.database-platform", "spring.jpa.properties.hibernate.dialect", "hibernate.dialect");

    private FrameworkSettings() {}

    static void check(PropertyResolver settings) {
        require(settings, "spring.main.web-application-type", Set.of("servlet"), "servlet");
        boolean postgres = settings.getProperty("vpclocal.database.url", "").startsWith("jdbc:postgresql:");
        String database = postgres ? "PostgreSQL" : "H2";
        String dialect = "org.hibernate.dialect." + database + "Dialect";
        DIALECTS.forEach(
                name -> require(settings, name, Set.of(database, dialect), dialect + ", the dialect of the database"));
        require(settings, "spring.jpa.database", Set.of(database, "default"), database);
    }

    private static void require(PropertyResolver settings, String name, Set<String> allowed, String expected) {
        String value = UnusableSetting.text(settings, name);
        if (value != null && !value.isEmpty() && allowed.stream().noneMatch(value::equalsIgnoreCase)) {
            throw UnusableSetting.wrong(name, value, expected);
        }
    }
}
