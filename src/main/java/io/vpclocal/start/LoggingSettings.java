package io.vpclocal.start;

import io.vpclocal.protocol.setting.FileProblem;
import io.vpclocal.protocol.setting.UnusableSetting;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.util.ClassUtils;
import org.springframework.util.ResourceUtils;

/** Checks the settings of logging before Spring Boot uses them. Logback would print its own stack traces. */
public final class LoggingSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final List<String> ENCODINGS = List.of("logging.charset.console", "logging.charset.file");

    private static final List<String> FORMATS =
            List.of("logging.structured.format.console", "logging.structured.format.file");

    private static final List<String> PATTERNS = List.of(
            "logging.pattern.console", "logging.pattern.file", "logging.pattern.level", "logging.pattern.correlation");

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        Environment settings = prepared.getEnvironment();
        ENCODINGS.forEach(name -> requireEncoding(name, text(settings, name)));
        requireConfiguration(text(settings, "logging.config"));
        requirePatterns(lenient(prepared.getEnvironment()));
        String file = text(settings, "logging.file.name");
        String directory = text(settings, "logging.file.path");
        if (!file.isEmpty()) {
            requireWritable("logging.file.name", file, file);
        } else if (!directory.isEmpty()) {
            requireWritable("logging.file.path", directory, directory + "/spring.log");
        }
    }

    /** As Spring Boot reads them: Logback replaces other placeholders, such as that of the file's name. */
    private static PropertyResolver lenient(ConfigurableEnvironment settings) {
        PropertySourcesPropertyResolver resolver = new PropertySourcesPropertyResolver(settings.getPropertySources());
        resolver.setIgnoreUnresolvableNestedPlaceholders(true);
        return resolver;
    }

    private static void requirePatterns(PropertyResolver settings) {
        PATTERNS.forEach(name -> require(
                name, settings, LogbackText::isPattern, "a pattern of Logback, such as %d %-5p %logger{0}: %m%n"));
        require(
                "logging.pattern.dateformat",
                settings,
                format -> LogbackText.isPattern("%d{" + format + "}"),
                "a pattern of dates, such as yyyy-MM-dd HH:mm:ss");
        require(
                "logging.logback.rollingpolicy.file-name-pattern",
                settings,
                LogbackText::isFileName,
                "a file name with %d and %i, such as emulator.%d{yyyy-MM-dd}.%i.log");
        FORMATS.forEach(name ->
                require(name, settings, LoggingSettings::isFormat, "ecs, gelf, logstash, or the name of a class"));
    }

    private static String text(PropertyResolver settings, String name) {
        return Objects.requireNonNullElse(UnusableSetting.text(settings, name), "");
    }

    private static void requireEncoding(String name, String encoding) {
        try {
            if (encoding.isEmpty() || Charset.isSupported(encoding)) {
                return;
            }
        } catch (IllegalCharsetNameException e) {
            // Reported below, like an encoding that does not exist.
        }
        throw UnusableSetting.wrong(name, encoding, "a character encoding, such as UTF-8");
    }

    private static void requireConfiguration(String configuration) {
        if (!configuration.isEmpty() && !isConfiguration(configuration)) {
            throw UnusableSetting.wrong("logging.config", configuration, "an XML file of Logback that can be read");
        }
    }

    private static boolean isConfiguration(String configuration) {
        try {
            return LogbackText.isConfiguration(ResourceUtils.getURL(configuration));
        } catch (IOException e) {
            return false;
        }
    }

    private static void require(String name, PropertyResolver settings, Predicate<String> fits, String expected) {
        String value = text(settings, name);
        if (!value.isEmpty() && !fits.test(value)) {
            throw UnusableSetting.wrong(name, value, expected);
        }
    }

    private static boolean isFormat(String format) {
        return List.of("ecs", "gelf", "logstash").contains(format.toLowerCase(Locale.ROOT))
                || ClassUtils.isPresent(format, LoggingSettings.class.getClassLoader());
    }

    private static void requireWritable(String name, String value, String file) {
        try {
            Path path = Path.of(file).toAbsolutePath();
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new UnusableSetting(
                    UnusableSetting.is(name, value) + ", but the log cannot be written there (" + FileProblem.reason(e)
                            + ").",
                    e);
        } catch (InvalidPathException e) {
            throw UnusableSetting.wrong(name, value, "a path");
        }
    }
}
