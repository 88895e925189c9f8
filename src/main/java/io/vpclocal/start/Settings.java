package io.vpclocal.start;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * Checks the settings before beans use them. A wrong setting ends the start with a message that names it. Settings that can
 * have any text are not checked.
 */
public final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<Setting<?>> ALL = List.of(
            flag("vpclocal.console.enabled"),
            flag("vpclocal.control.enabled"),
            flag("vpclocal.control.end-with-input"),
            flag("vpclocal.endpointservice.auto-verify"),
            flag("vpclocal.flow-logs.no-data"),
            flag("vpclocal.protocol.log-calls"),
            flag("vpclocal.identity.open-root-keys"),
            flag("vpclocal.network.default-vpc"),
            number("vpclocal.control.request-log-size"),
            number("vpclocal.flow-logs.capture-capacity"),
            duration("vpclocal.analysis.running-time", 0),
            duration("vpclocal.endpoint.deletion-time", 0),
            duration("vpclocal.endpoint.provisioning-time", 0),
            duration("vpclocal.network.provisioning-time", 0),
            duration("vpclocal.flow-logs.delivery-delay", 0),
            duration("vpclocal.flow-logs.kept-after-failure", 0),
            duration("vpclocal.flow-logs.poll-interval", 1),
            duration("vpclocal.gateway.answer-timeout", 1),
            duration("vpclocal.gateway.body-timeout", 1),
            duration("vpclocal.gateway.connect-timeout", 1),
            size("vpclocal.gateway.max-body-size"),
            duration("vpclocal.idle-timeout", 1),
            duration("vpclocal.init.timeout", 1),
            duration("vpclocal.instance.transition-time", 0),
            duration("vpclocal.protocol.body-timeout", 1),
            duration("vpclocal.traffic.generator-interval", 1),
            size("vpclocal.flow-logs.largest-file"),
            size("vpclocal.protocol.max-body-size"),
            word("vpclocal.identity.mode", "enforce", "audit", "off"),
            word("vpclocal.quotas", "strict", "raised"),
            new Setting<>("vpclocal.sns.endpoint", URI.class, URI::isAbsolute, "a URL, such as http://localhost:4100"),
            new Setting<>(
                    "vpclocal.s3.endpoint",
                    URI.class,
                    uri -> uri.isAbsolute() || uri.toString().isEmpty(),
                    "a URL, such as http://localhost:9000"));

    private static final List<String> DIRECTORIES = List.of("vpclocal.s3.directory");

    /** @param expected the valid values, as the end of the error message "…, but must be" */
    private record Setting<T>(String name, Class<T> type, Predicate<T> fits, String expected) {

        void check(Environment settings) {
            try {
                T value = settings.getProperty(name, type);
                if (value != null && !fits.test(value)) {
                    throw wrong(settings);
                }
            } catch (ConversionException | IllegalArgumentException e) {
                throw wrong(settings);
            }
        }

        private UnusableSetting wrong(Environment settings) {
            return new UnusableSetting(
                    named(name) + " is '" + settings.getProperty(name) + "', but must be " + expected + ".");
        }
    }

    /** The names of all settings that are checked. */
    static Set<String> names() {
        return ALL.stream().map(Setting::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        ALL.forEach(setting -> setting.check(settings));
        DIRECTORIES.forEach(name -> requireWritable(name, settings.getProperty(name, "")));
    }

    /** The setting's name as an environment variable and as a property. */
    static String named(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_') + " (" + property + ")";
    }

    private static void requireWritable(String name, String directory) {
        if (directory.isEmpty()) {
            return;
        }
        try {
            Path path = Files.createDirectories(Path.of(directory));
            Files.delete(Files.createTempFile(path, "vpclocal", ".write"));
        } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
            throw new UnusableSetting(
                    named(name) + " is '" + directory + "', but files cannot be written there ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
    }

    private static Setting<?> flag(String name) {
        return new Setting<>(name, Boolean.class, value -> true, "true or false");
    }

    private static Setting<?> number(String name) {
        return new Setting<>(name, Integer.class, value -> value >= 0, "a number from 0 to " + Integer.MAX_VALUE);
    }

    private static Setting<?> duration(String name, long leastMillis) {
        String least = leastMillis == 0 ? " and not negative" : " of at least a millisecond";
        return new Setting<>(
                name,
                Duration.class,
                value -> value.compareTo(Duration.ofMillis(leastMillis)) >= 0,
                "a duration, such as 90s or PT90S," + least);
    }

    private static Setting<?> size(String name) {
        return new Setting<>(
                name, DataSize.class, value -> value.toBytes() > 0, "a size greater than zero, such as 4MB");
    }

    private static Setting<?> word(String name, String... allowed) {
        List<String> words = List.of(allowed);
        String expected = String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
        return new Setting<>(name, String.class, value -> words.contains(value.toLowerCase(Locale.ROOT)), expected);
    }
}
