package io.vpclocal.start;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.setting.SettingNames;
import io.vpclocal.protocol.setting.ShownText;
import io.vpclocal.protocol.setting.UnusableSetting;
import io.vpclocal.proxy.action.KnownService;
import io.vpclocal.upstream.Upstreams;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Warns about names that look like settings and are none, such as misspelt ones. The start does not fail, because the
 * environment may have variables of other programs.
 */
final class UnknownSettings {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownSettings.class);

    private static final Pattern CANDIDATE = Pattern.compile("(?i)vpc[._-]?local[._].+");

    /** What {@code bin/vpc-local} and the test kit read. */
    private static final Set<String> OF_SCRIPTS = Set.of("VPCLOCAL_JAR", "VPCLOCAL_ARCHIVE", "VPCLOCAL_TESTKIT_REUSE");

    /** What Kubernetes and Docker set in containers beside a service or container with the name {@code vpclocal}. */
    private static final Pattern OF_CONTAINERS = Pattern.compile(
            "VPC_?LOCAL_(?:NAME|ENV_.*|SERVICE_HOST|SERVICE_PORT(?:_.*)?|PORT_\\d+_(?:TCP|UDP)(?:_.*)?)");

    private static final Pattern PORT_OF_CONTAINERS = Pattern.compile("VPC_?LOCAL_PORT");

    /** Arguments of Spring Boot that have no dot. */
    private static final Set<String> OF_SPRING =
            Set.of("debug", "trace", CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME);

    private static final String FORM = "Arguments have the form --vpclocal.data-dir=DIRECTORY.";

    private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern INDEX_OF_VARIABLE = Pattern.compile("_\\d+(?=_|$)");

    private UnknownSettings() {}

    static void warn(ConfigurableEnvironment settings) {
        Set<String> names = SettingNames.of(settings)
                .filter(name -> CANDIDATE.matcher(name).matches())
                .filter(name -> !ofContainers(name, settings))
                .collect(Collectors.toCollection(TreeSet::new));
        Stream.concat(names.stream().map(UnknownSettings::problem).flatMap(Optional::stream), arguments(settings))
                .forEach(problem -> LOG.warn("{}", problem));
    }

    /** Arguments such as {@code --port=4567} and {@code start}, which Spring accepts and nothing reads. */
    private static Stream<String> arguments(ConfigurableEnvironment settings) {
        if (!(settings.getPropertySources().get(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME)
                instanceof CommandLinePropertySource<?> given)) {
            return Stream.empty();
        }
        String others = Objects.requireNonNullElse(
                given.getProperty(CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME), "");
        Stream<String> unnamed = others.isEmpty()
                ? Stream.empty()
                : Stream.of("The arguments '" + new ShownText(others) + "' have no effect. " + FORM);
        return Stream.concat(
                unnamed,
                Arrays.stream(given.getPropertyNames())
                        .filter(name -> !name.contains(".") && !OF_SPRING.contains(name))
                        .map(UnknownSettings::argument));
    }

    private static String argument(String name) {
        return "The argument --" + new ShownText(name) + " has no effect. "
                + SimilarName.of(name, Stream.concat(Settings.names().stream(), SimilarName.OF_SPRING.stream()))
                        .map(similar -> "Did you mean --" + similar + "?")
                        .orElse(FORM);
    }

    /** A sentence about a name that has no effect; empty for a setting. */
    static Optional<String> problem(String name) {
        Optional<String> service = Upstreams.service(name);
        if (service.isPresent()) {
            return upstream(name, service.get());
        }
        return isSetting(name) || OF_SCRIPTS.contains(name)
                ? Optional.empty()
                : Optional.of(new ShownText(name) + " is not a setting and has no effect."
                        + SimilarName.of(name, Stream.concat(Settings.names().stream(), SimilarName.OF_SPRING.stream()))
                                .map(similar -> suggestion(name, similar))
                                .orElse(" The README lists the settings."));
    }

    private static Optional<String> upstream(String name, String service) {
        if (AwsService.bySigningName(service).isPresent()) {
            return Optional.of(name + " has no effect, because VPC Local answers calls of " + service + " itself.");
        }
        Set<String> known = KnownService.signingNames();
        return known.contains(service)
                ? Optional.empty()
                : Optional.of(new ShownText(name) + " has an effect only on calls that are signed for '"
                        + new ShownText(service) + "', which is not the signing name of a known service."
                        + SimilarName.of(service, known.stream())
                                .map(similar -> suggestion(name, "vpclocal.upstream." + similar))
                                .orElse(" The name must be a signing name, such as dynamodb or cognito-idp."));
    }

    /** @param similar a property */
    private static String suggestion(String name, String similar) {
        return " Did you mean " + (isVariable(name) ? UnusableSetting.variable(similar) : similar) + "?";
    }

    private static boolean ofContainers(String name, ConfigurableEnvironment settings) {
        return OF_CONTAINERS.matcher(name).matches()
                || PORT_OF_CONTAINERS.matcher(name).matches()
                        && settings.getProperty(name, "").contains("://");
    }

    /** Spring accepts a variable with or without underscores in place of hyphens, and properties in any case. */
    private static boolean isSetting(String name) {
        String given = isVariable(name)
                ? INDEX_OF_VARIABLE.matcher(name).replaceAll("").toUpperCase(Locale.ROOT)
                : INDEX.matcher(name).replaceAll("").toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
        return Settings.names().stream()
                .flatMap(setting -> isVariable(name)
                        ? Stream.of(
                                UnusableSetting.variable(setting), UnusableSetting.variable(setting.replace("-", "")))
                        : Stream.of(setting.replace("-", "")))
                .anyMatch(given::equals);
    }

    private static boolean isVariable(String name) {
        return !name.contains(".");
    }
}
