package io.vpclocal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.vpclocal.testing.MainClasses;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The README's table names every setting, and no other. */
class SettingsTest {

    private static final Pattern VALUE = Pattern.compile("\\$\\{(vpclocal\\.[a-z0-9.-]+)");
    private static final Pattern VARIABLE = Pattern.compile("`(VPCLOCAL_[A-Z0-9_*]+)`");

    /** What {@code bin/vpc-local} and the test kit read, which are no properties of the application. */
    private static final Set<String> OF_SCRIPTS = Set.of("VPCLOCAL_JAR", "VPCLOCAL_ARCHIVE", "VPCLOCAL_TESTKIT_REUSE");

    /** What {@code Upstreams} reads by the names of services. */
    private static final Set<String> OF_SERVICES = Set.of(
            "VPCLOCAL_UPSTREAM",
            "VPCLOCAL_UPSTREAM_S3",
            "VPCLOCAL_SNS_ENDPOINT",
            "VPCLOCAL_SNS_ACCESS_KEY_ID",
            "VPCLOCAL_SNS_SECRET_ACCESS_KEY");

    @Test
    void theReadmeNamesEverySetting() throws IOException {
        Set<String> documented = documented();
        assertThat(documented).containsAll(OF_SERVICES);
        assertThat(properties()).hasSizeGreaterThan(30).allSatisfy(property -> assertThat(documented)
                .as(property)
                .containsAnyOf(property, property.replaceFirst("(VPCLOCAL_[A-Z0-9]+_).*", "$1*")));
    }

    @Test
    void theReadmeNamesNothingThatIsNoSetting() throws IOException {
        Set<String> known = properties();
        assertThat(documented()).allSatisfy(name -> assertThat(OF_SCRIPTS.contains(name)
                        || OF_SERVICES.contains(name)
                        || known.stream().anyMatch(property -> property.matches(name.replace("*", ".*"))))
                .as(name)
                .isTrue());
    }

    /** The rows of tables: examples in the text may leave words out. */
    private static Set<String> documented() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            Matcher variable = VARIABLE.matcher(line.startsWith("| `VPCLOCAL_") ? line.split("\\|", -1)[1] : "");
            while (variable.find()) {
                names.add(variable.group(1));
            }
        }
        return names;
    }

    private static Set<String> properties() throws IOException {
        Set<String> names = new TreeSet<>();
        for (JavaClass type : MainClasses.ALL) {
            if (type.isAnnotatedWith(ConfigurationProperties.class)) {
                Class<?> properties = type.reflect();
                add(properties.getAnnotation(ConfigurationProperties.class).value(), properties, names);
            }
        }
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher value = VALUE.matcher(Files.readString(source));
                while (value.find()) {
                    names.add(variable(value.group(1)));
                }
            }
        }
        return names;
    }

    private static void add(String prefix, Class<?> properties, Set<String> names) {
        for (RecordComponent component : properties.getRecordComponents()) {
            String name = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1");
            if (component.getType().isRecord()
                    && component.getType().getPackageName().startsWith("io.vpclocal")) {
                add(name, component.getType(), names);
            } else {
                names.add(variable(name));
            }
        }
    }

    private static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }
}
