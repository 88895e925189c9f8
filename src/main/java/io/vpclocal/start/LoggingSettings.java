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
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.ResourceUtils;

/** Checks the settings of logging before Spring Boot uses them. Logback would print its own stack traces. */
public final class LoggingSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final List<String> ENCODINGS = List.of("logging.charset.console", "logging.charset.file");

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        Environment settings = prepared.getEnvironment();
        ENCODINGS.forEach(name -> requireEncoding(name, text(settings, name)));
        requireReadable(text(settings, "logging.config"));
        String file = text(settings, "logging.file.name");
        String directory = text(settings, "logging.file.path");
        if (!file.isEmpty()) {
            requireWritable("logging.file.name", file, file);
        } else if (!directory.isEmpty()) {
            requireWritable("logging.file.path", directory, directory + "/spring.log");
        }
    }

    private static String text(Environment settings, String name) {
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

    private static void requireReadable(String configuration) {
        if (!configuration.isEmpty()) {
            try {
                ResourceUtils.getURL(configuration).openStream().close();
            } catch (IOException e) {
                throw UnusableSetting.wrong("logging.config", configuration, "a file of Logback that can be read");
            }
        }
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
