package io.vpclocal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vpclocal.protocol.setting.ShownText;
import io.vpclocal.protocol.setting.UnusableSetting;
import io.vpclocal.testing.MainClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Every setting is known and has a check, and every bad value is refused with a sentence or accepted for a reason. */
class SettingsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(vpclocal\\.[a-z0-9.-]+).*");

    /** Values that users set by mistake. */
    private static final List<String> BAD = List.of(
            "",
            " ",
            "abc",
            "-1",
            "0",
            "1e99",
            "999999999999999999",
            "true false",
            "\u65e5\u672c",
            "a\0b",
            "a\nb",
            "\u001b[31m",
            "x".repeat(5000));

    private static final Set<String> FLAG = Set.of("0");
    private static final Set<String> ZERO = Set.of("0");

    /** A secret, a name or a password can be any text. */
    private static final Set<String> ANY = Set.copyOf(BAD);

    private static final Set<String> UNSET = Set.of("");

    private static final Set<String> NO_UPSTREAM = Set.of("", " ");

    /** A file name can have almost any character. The directory itself is checked when it is used. */
    private static final Set<String> PATH = without("a\0b", " ");

    /** Servers with the API of S3 name their Regions as they like. */
    private static final Set<String> NAME = Set.of("abc", "-1", "0", "1e99", "999999999999999999");

    private static final Map<String, Set<String>> ACCEPTED = Map.ofEntries(
            Map.entry("vpclocal.key", ANY),
            Map.entry("vpclocal.database.url", ANY),
            Map.entry("vpclocal.database.username", ANY),
            Map.entry("vpclocal.database.password", ANY),
            Map.entry("vpclocal.data-dir", PATH),
            Map.entry("vpclocal.upstream", NO_UPSTREAM),
            Map.entry("vpclocal.s3.endpoint", NO_UPSTREAM),
            Map.entry("vpclocal.sns.endpoint", NO_UPSTREAM),
            Map.entry("vpclocal.s3.region", NAME),
            Map.entry("vpclocal.init.directory", PATH),
            Map.entry("vpclocal.control.port-file", PATH),
            Map.entry("vpclocal.control.allowed-hosts", with(NAME, "")),
            Map.entry("vpclocal.control.allowed-origins", UNSET),
            Map.entry("vpclocal.control.request-log-size", ZERO),
            Map.entry("vpclocal.flow-logs.capture-capacity", ZERO),
            Map.entry("vpclocal.network.provisioning-time", ZERO),
            Map.entry("vpclocal.endpoint.provisioning-time", ZERO),
            Map.entry("vpclocal.endpoint.deletion-time", ZERO),
            Map.entry("vpclocal.instance.transition-time", ZERO),
            Map.entry("vpclocal.analysis.running-time", ZERO),
            Map.entry("vpclocal.flow-logs.delivery-delay", ZERO),
            Map.entry("vpclocal.flow-logs.kept-after-failure", ZERO),
            Map.entry("vpclocal.network.default-vpc", FLAG),
            Map.entry("vpclocal.identity.open-root-keys", FLAG),
            Map.entry("vpclocal.endpointservice.auto-verify", FLAG),
            Map.entry("vpclocal.flow-logs.no-data", FLAG),
            Map.entry("vpclocal.control.enabled", FLAG),
            Map.entry("vpclocal.console.enabled", FLAG),
            Map.entry("vpclocal.control.end-with-input", FLAG),
            Map.entry("vpclocal.protocol.log-calls", FLAG));

    /** Secrets that must be set together, and a directory that would be created. {@code RefusedSettingsTest} has them. */
    private static final String NOT_HERE = "(s3|sns)\\.(access-key-id|secret-access-key)|s3\\.directory";

    @Test
    void everySettingIsKnownAndNoOther() {
        Set<String> used = new TreeSet<>();
        MainClasses.ALL.forEach(found -> add(found.reflect(), used));
        // Read by name, as are the upstreams of single services.
        used.addAll(Set.of("vpclocal.upstream", "vpclocal.sns.endpoint"));
        used.addAll(Set.of("vpclocal.sns.access-key-id", "vpclocal.sns.secret-access-key"));
        assertThat(Settings.names()).containsExactlyInAnyOrderElementsOf(used);
    }

    static Stream<Arguments> badValues() {
        return Settings.all().stream()
                .map(Setting::name)
                .filter(name -> !name.matches("vpclocal\\.(" + NOT_HERE + ")"))
                .flatMap(name -> BAD.stream().map(value -> Arguments.of(name, value)));
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void aBadValue(String setting, String value) {
        if (ACCEPTED.getOrDefault(setting, Set.of()).contains(value)) {
            assertThatCode(() -> check(setting, value)).doesNotThrowAnyException();
            return;
        }
        Throwable refusal = catchThrowable(() -> check(setting, value));
        assertThat(refusal).isInstanceOf(UnusableSetting.class);
        assertThat(refusal.getMessage())
                .startsWith(UnusableSetting.named(setting) + " is '" + new ShownText(value) + "', but ")
                .endsWith(".")
                .doesNotContainPattern("\\p{Cntrl}|[a-z]\\.[A-Z]|Exception|java")
                .hasSizeLessThan(700);
    }

    static Stream<String> durations() {
        return Settings.all().stream()
                .filter(setting -> setting.expected().startsWith("a duration"))
                .map(Setting::name);
    }

    /** Spring reads them as milliseconds. */
    @ParameterizedTest
    @MethodSource("durations")
    void aDurationWithoutAUnitIsRefused(String setting) {
        for (String value : List.of("10", "5000", "+3", "010")) {
            assertThatThrownBy(() -> check(setting, value))
                    .isInstanceOf(UnusableSetting.class)
                    .hasMessageStartingWith(UnusableSetting.named(setting) + " is '" + value
                            + "', but must be a duration with its unit");
        }
        for (String value : List.of("10s", "5000ms", "PT3S", "2m", "1h", "1ms")) {
            assertThatCode(() -> check(setting, value)).doesNotThrowAnyException();
        }
    }

    /** No setting is a duration without this check. */
    @Test
    void everyDurationIsChecked() {
        Set<String> used = new TreeSet<>();
        MainClasses.ALL.forEach(found -> addDurations(found.reflect(), used));
        assertThat(durations()).containsExactlyInAnyOrderElementsOf(used);
    }

    private static void addDurations(Class<?> type, Set<String> used) {
        ConfigurationProperties properties = type.getAnnotation(ConfigurationProperties.class);
        if (properties != null) {
            Stream.of(type.getRecordComponents())
                    .filter(component -> component.getType() == Duration.class)
                    .forEach(component -> used.add(name(properties.value(), component)));
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            for (Parameter parameter : constructor.getParameters()) {
                Value value = parameter.getAnnotation(Value.class);
                Matcher name = PLACEHOLDER.matcher(value == null ? "" : value.value());
                if (name.matches() && parameter.getType() == Duration.class) {
                    used.add(name.group(1));
                }
            }
        }
    }

    private static Set<String> without(String... values) {
        return BAD.stream().filter(value -> !List.of(values).contains(value)).collect(Collectors.toSet());
    }

    private static Set<String> with(Set<String> some, String more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    /** Not even root can write there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aTemporaryDirectoryThatIsNotWritableIsRefused() {
        assertThatThrownBy(() -> Settings.requireTemporary("/proc"))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("The temporary directory is '/proc', but files cannot be written there (")
                .hasMessageEndingWith("Set another one with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIRECTORY.");
    }

    private static void check(String setting, String value) {
        GenericApplicationContext context = new GenericApplicationContext();
        StandardEnvironment settings = new StandardEnvironment();
        settings.setConversionService(new ApplicationConversionService());
        settings.getPropertySources().addFirst(new MapPropertySource("test", Map.of(setting, value)));
        context.setEnvironment(settings);
        new Settings().initialize(context);
    }

    private static void add(Class<?> type, Set<String> used) {
        ConfigurationProperties properties = type.getAnnotation(ConfigurationProperties.class);
        if (properties != null) {
            add(properties.value(), type, used);
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            for (Parameter parameter : constructor.getParameters()) {
                Value value = parameter.getAnnotation(Value.class);
                Matcher name = PLACEHOLDER.matcher(value == null ? "" : value.value());
                if (name.matches()) {
                    used.add(name.group(1));
                }
            }
        }
    }

    private static String name(String prefix, RecordComponent component) {
        return prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Names of records in a list stand for those of each element. */
    private static void add(String prefix, Class<?> properties, Set<String> used) {
        for (RecordComponent component : properties.getRecordComponents()) {
            String name = name(prefix, component);
            Class<?> type = component.getGenericType() instanceof ParameterizedType list
                    ? (Class<?>) list.getActualTypeArguments()[0]
                    : component.getType();
            if (type.isRecord() && type.getPackageName().startsWith("io.vpclocal")) {
                add(name, type, used);
            } else {
                used.add(name);
            }
        }
    }
}
