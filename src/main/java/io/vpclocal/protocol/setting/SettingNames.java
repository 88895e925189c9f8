package io.vpclocal.protocol.setting;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** The names of everything that is set: environment variables, system properties, arguments and entries of files. */
public final class SettingNames {

    private SettingNames() {}

    /** The names as the user wrote them. */
    public static Stream<String> of(ConfigurableEnvironment settings) {
        return settings.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()));
    }
}
