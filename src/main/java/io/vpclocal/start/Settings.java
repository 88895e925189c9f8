package io.vpclocal.start;

import static io.vpclocal.start.Setting.any;
import static io.vpclocal.start.Setting.duration;
import static io.vpclocal.start.Setting.flag;
import static io.vpclocal.start.Setting.number;
import static io.vpclocal.start.Setting.path;
import static io.vpclocal.start.Setting.region;
import static io.vpclocal.start.Setting.size;
import static io.vpclocal.start.Setting.text;
import static io.vpclocal.start.Setting.texts;
import static io.vpclocal.start.Setting.timeout;
import static io.vpclocal.start.Setting.word;

import io.vpclocal.protocol.setting.FileProblem;
import io.vpclocal.protocol.setting.ShownText;
import io.vpclocal.protocol.setting.UnusableSetting;
import io.vpclocal.upstream.Upstreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;

/**
 * Checks the settings before beans use them. A wrong setting ends the start with a message that names it.
 */
public final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    /** S3 has no larger objects. */
    private static final DataSize LARGEST_OBJECT = DataSize.ofTerabytes(5);

    /** A request is kept in one array. */
    private static final DataSize LARGEST_BODY = DataSize.ofGigabytes(1);

    private static final Pattern ORIGIN =
            Pattern.compile("(?i)\\*|null|[a-z][a-z0-9+.-]*://(?:[a-z0-9._-]+|\\[[0-9a-f:.]+])(?::\\d{1,5})?");

    private static final Pattern HOST =
            Pattern.compile("(?i)\\*|(?:\\*\\.)?[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*|\\[[0-9a-f:.]+]");

    /** Servers with the API of Amazon S3 have Regions with other names, such as {@code garage} or {@code auto}. */
    private static final Pattern SIGNING_REGION = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** In the order of the README. */
    private static final List<Setting<?>> ALL = List.of(
            any("vpclocal.key"),
            any("vpclocal.database.url"),
            any("vpclocal.database.username"),
            any("vpclocal.database.password"),
            path("vpclocal.data-dir"),
            word("vpclocal.quotas", "strict", "raised"),
            flag("vpclocal.network.default-vpc"),
            duration("vpclocal.network.provisioning-time", Duration.ZERO),
            duration("vpclocal.endpoint.provisioning-time", Duration.ZERO),
            duration("vpclocal.endpoint.deletion-time", Duration.ZERO),
            duration("vpclocal.instance.transition-time", Duration.ZERO),
            word("vpclocal.identity.mode", "enforce", "audit", "off"),
            flag("vpclocal.identity.open-root-keys"),
            flag("vpclocal.endpointservice.auto-verify"),
            any("vpclocal.upstream"),
            any("vpclocal.s3.endpoint"),
            any("vpclocal.s3.access-key-id"),
            any("vpclocal.s3.secret-access-key"),
            any("vpclocal.sns.endpoint"),
            any("vpclocal.sns.access-key-id"),
            any("vpclocal.sns.secret-access-key"),
            text("vpclocal.s3.region", SIGNING_REGION, "the name of a Region, such as us-east-1"),
            path("vpclocal.s3.directory"),
            size("vpclocal.gateway.max-body-size", LARGEST_OBJECT),
            timeout("vpclocal.gateway.connect-timeout"),
            timeout("vpclocal.gateway.answer-timeout"),
            timeout("vpclocal.gateway.body-timeout"),
            timeout("vpclocal.gateway.silence"),
            duration("vpclocal.analysis.running-time", Duration.ZERO),
            flag("vpclocal.flow-logs.no-data"),
            number("vpclocal.flow-logs.capture-capacity"),
            duration("vpclocal.flow-logs.poll-interval", Duration.ofMillis(1)),
            duration("vpclocal.flow-logs.delivery-delay", Duration.ZERO),
            duration("vpclocal.flow-logs.kept-after-failure", Duration.ZERO),
            size("vpclocal.flow-logs.largest-file", LARGEST_OBJECT),
            duration("vpclocal.traffic.generator-interval", Duration.ofMillis(1)),
            path("vpclocal.init.directory"),
            duration("vpclocal.init.timeout", Duration.ofMillis(1)),
            duration("vpclocal.idle-timeout", Duration.ofMillis(1)),
            flag("vpclocal.control.enabled"),
            flag("vpclocal.console.enabled"),
            number("vpclocal.control.request-log-size"),
            texts(
                    "vpclocal.control.allowed-hosts",
                    HOST,
                    "host names without a port, such as example.com or *.example.com, or *"),
            texts(
                    "vpclocal.control.allowed-origins",
                    ORIGIN,
                    "origins in the form scheme://host or scheme://host:port, such as http://localhost:3000, or *"),
            path("vpclocal.control.port-file"),
            flag("vpclocal.control.end-with-input"),
            flag("vpclocal.protocol.log-calls"),
            region("vpclocal.protocol.default-region"),
            size("vpclocal.protocol.max-body-size", LARGEST_BODY),
            timeout("vpclocal.protocol.body-timeout"));

    private static final String CHARGES = "vpclocal.charges.";

    /** Their values are checked where they are read. Each list has a price and an end for each tier. */
    private static final List<String> PRICE_LISTS = List.of(
            "endpoint-data",
            "vended-standard",
            "vended-infrequent-access",
            "vended-s3",
            "parquet-conversion",
            "custom-standard",
            "custom-infrequent-access",
            "log-storage");

    private static final List<String> DIRECTORIES = List.of("vpclocal.s3.directory");

    /** It need not exist. */
    private static final String SCRIPTS = "vpclocal.init.directory";

    static List<Setting<?>> all() {
        return ALL;
    }

    /** The names of all settings; elements of lists without their index. The upstreams of single services are not included. */
    static Set<String> names() {
        return Stream.of(
                        ALL.stream().map(Setting::name),
                        Stream.of("currency", "endpoint-hour").map(CHARGES::concat),
                        PRICE_LISTS.stream()
                                .flatMap(list -> Stream.of(list + ".price", list + ".up-to-gb"))
                                .map(CHARGES::concat))
                .flatMap(names -> names)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment settings = context.getEnvironment();
        UnknownSettings.warn(settings);
        ALL.forEach(setting -> setting.check(settings));
        FrameworkSettings.check(settings);
        requireNoSemicolon(settings.getProperty("vpclocal.data-dir", ""));
        Upstreams.check(settings);
        DIRECTORIES.forEach(name -> requireWritable(name, settings.getProperty(name, "")));
        requireTemporary(Objects.requireNonNullElse(System.getProperty("java.io.tmpdir"), "."));
        requireScripts(settings.getProperty(SCRIPTS, ""));
    }

    /** In H2's URLs it ends the path. */
    private static void requireNoSemicolon(String directory) {
        if (directory.contains(";")) {
            throw UnusableSetting.wrong("vpclocal.data-dir", directory, "a path without a semicolon");
        }
    }

    private static void requireScripts(String directory) {
        Path path = Path.of(directory);
        if (Files.exists(path) && !(Files.isDirectory(path) && Files.isReadable(path))) {
            throw UnusableSetting.wrong(SCRIPTS, directory, "a directory whose files can be read");
        }
        if (!directory.isEmpty() && !Files.exists(path)) {
            LOG.warn("{}, which does not exist. No scripts run.", UnusableSetting.is(SCRIPTS, directory));
        }
    }

    private static void requireWritable(String name, String directory) {
        if (!directory.isEmpty()) {
            requireWritable(directory, UnusableSetting.is(name, directory) + ", but files", "");
        }
    }

    /** Tomcat and uploads need it. It may be read-only in a container. */
    static void requireTemporary(String directory) {
        requireWritable(
                directory,
                "The temporary directory is '" + new ShownText(directory) + "', but files",
                " Set another one with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIRECTORY.");
    }

    private static void requireWritable(String directory, String beginning, String hint) {
        try {
            Path path = Files.createDirectories(Path.of(directory));
            Files.delete(Files.createTempFile(path, "vpclocal", ".write"));
        } catch (IOException e) {
            throw new UnusableSetting(
                    beginning + " cannot be written there (" + FileProblem.reason(e) + ")." + hint, e);
        }
    }
}
