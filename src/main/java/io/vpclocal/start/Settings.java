package io.vpclocal.start;

import static io.vpclocal.start.Setting.duration;
import static io.vpclocal.start.Setting.flag;
import static io.vpclocal.start.Setting.number;
import static io.vpclocal.start.Setting.size;
import static io.vpclocal.start.Setting.timeout;
import static io.vpclocal.start.Setting.word;

import io.vpclocal.protocol.setting.UnusableSetting;
import io.vpclocal.upstream.Upstreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;

/**
 * Checks the settings before beans use them. A wrong setting ends the start with a message that names it. Settings that can
 * have any text are not checked.
 */
public final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** S3 has no larger objects. */
    private static final DataSize LARGEST_OBJECT = DataSize.ofTerabytes(5);

    /** A request is kept in one array. */
    private static final DataSize LARGEST_BODY = DataSize.ofGigabytes(1);

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
            duration("vpclocal.analysis.running-time", Duration.ZERO),
            duration("vpclocal.endpoint.deletion-time", Duration.ZERO),
            duration("vpclocal.endpoint.provisioning-time", Duration.ZERO),
            duration("vpclocal.network.provisioning-time", Duration.ZERO),
            duration("vpclocal.flow-logs.delivery-delay", Duration.ZERO),
            duration("vpclocal.flow-logs.kept-after-failure", Duration.ZERO),
            duration("vpclocal.flow-logs.poll-interval", Duration.ofMillis(1)),
            timeout("vpclocal.gateway.answer-timeout"),
            timeout("vpclocal.gateway.body-timeout"),
            timeout("vpclocal.gateway.connect-timeout"),
            timeout("vpclocal.gateway.silence"),
            size("vpclocal.gateway.max-body-size", LARGEST_OBJECT),
            duration("vpclocal.idle-timeout", Duration.ofMillis(1)),
            duration("vpclocal.init.timeout", Duration.ofMillis(1)),
            duration("vpclocal.instance.transition-time", Duration.ZERO),
            timeout("vpclocal.protocol.body-timeout"),
            duration("vpclocal.traffic.generator-interval", Duration.ofMillis(1)),
            size("vpclocal.flow-logs.largest-file", LARGEST_OBJECT),
            size("vpclocal.protocol.max-body-size", LARGEST_BODY),
            word("vpclocal.identity.mode", "enforce", "audit", "off"),
            word("vpclocal.quotas", "strict", "raised"));

    private static final List<String> DIRECTORIES = List.of("vpclocal.s3.directory");

    /** It need not exist. */
    private static final String SCRIPTS = "vpclocal.init.directory";

    /** The names of all settings that are checked. */
    static Set<String> names() {
        return ALL.stream().map(Setting::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment settings = context.getEnvironment();
        ALL.forEach(setting -> setting.check(settings));
        Upstreams.check(settings);
        DIRECTORIES.forEach(name -> requireWritable(name, settings.getProperty(name, "")));
        requireTemporary(Objects.requireNonNullElse(System.getProperty("java.io.tmpdir"), "."));
        requireScripts(settings.getProperty(SCRIPTS, ""));
    }

    private static void requireScripts(String directory) {
        try {
            Path path = Path.of(directory);
            if (Files.exists(path) && !(Files.isDirectory(path) && Files.isReadable(path))) {
                throw UnusableSetting.wrong(SCRIPTS, directory, "a directory whose files can be read");
            }
        } catch (InvalidPathException e) {
            throw UnusableSetting.wrong(SCRIPTS, directory, "a directory whose files can be read");
        }
    }

    private static void requireWritable(String name, String directory) {
        if (!directory.isEmpty()) {
            requireWritable(directory, UnusableSetting.named(name) + " is '" + directory + "', but files", "");
        }
    }

    /** Tomcat and uploads need it. It may be read-only in a container. */
    static void requireTemporary(String directory) {
        requireWritable(
                directory,
                "The temporary directory is '" + directory + "', but files",
                " Set another one with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIRECTORY.");
    }

    private static void requireWritable(String directory, String beginning, String hint) {
        try {
            Path path = Files.createDirectories(Path.of(directory));
            Files.delete(Files.createTempFile(path, "vpclocal", ".write"));
        } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
            throw new UnusableSetting(
                    beginning + " cannot be written there (" + e.getClass().getSimpleName() + ")." + hint, e);
        }
    }
}
