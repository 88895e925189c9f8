package io.vpclocal.start;

import io.vpclocal.protocol.setting.ShownText;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;

/**
 * Failures of Spring Boot and its libraries that do not name the setting. If the user has set anything of theirs, that is
 * the reason, because the emulator starts without.
 */
final class SpringSettings {

    private static final Pattern NAME = Pattern.compile("(?i)(?:server|spring|springdoc|logging|management)[._].+");

    /** They are checked before the start. */
    private static final Set<String> CHECKED = Set.of("SERVER_PORT", "SERVER_ADDRESS", "server.port", "server.address");

    /** The packages of the parser. */
    private static final String YAML = "org.yaml.snakeyaml.";

    private SpringSettings() {}

    /** Empty if the user has set nothing of Spring Boot. */
    static Optional<String> sentence(Throwable failure, String... arguments) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (cause.getClass().getName().startsWith(YAML)) {
            // What follows is the line itself.
            String problem = String.valueOf(cause.getMessage()).split("\\R {4}", 2)[0];
            return Optional.of("A configuration file is not valid YAML: "
                    + problem.replaceAll("\\s*\\R\\s*", " ").replaceFirst(":$", "") + ".");
        }
        Set<String> names = given(arguments);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String reason = JavaNames.without(cause).orElse("Spring Boot does not accept its settings");
        return Optional.of(reason + ". Check "
                + names.stream().map(name -> new ShownText(name).toString()).collect(Collectors.joining(", ")) + ".");
    }

    private static Set<String> given(String... arguments) {
        return Stream.of(
                        System.getenv().keySet().stream(),
                        System.getProperties().stringPropertyNames().stream(),
                        Arrays.stream(arguments)
                                .filter(argument -> argument.startsWith("--"))
                                .map(argument -> argument.substring(2).split("=", 2)[0]))
                .flatMap(names -> names)
                .filter(name -> NAME.matcher(name).matches() && !CHECKED.contains(name))
                .filter(name -> !name.startsWith("spring.aot."))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
