package io.vpclocal.start;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.convert.ConversionException;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** The message of a value that cannot be converted to the type of its setting, such as the number of Tomcat's threads. */
final class UnboundSetting {

    private static final Map<Class<?>, String> EXPECTED = Map.ofEntries(
            Map.entry(Boolean.class, "true or false"),
            Map.entry(Short.class, "a whole number"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(Float.class, "a number"),
            Map.entry(Double.class, "a number"),
            Map.entry(BigDecimal.class, "a number"),
            Map.entry(Duration.class, "a duration, such as 90s or PT90S"),
            Map.entry(DataSize.class, "a size, such as 4MB"),
            Map.entry(InetAddress.class, "an address"),
            Map.entry(Charset.class, "a character encoding, such as UTF-8"));

    private UnboundSetting() {}

    /** Empty for other failures. */
    static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnboundConfigurationPropertiesException unbound) {
                return unbound.getUnboundProperties().stream().findFirst().map(UnboundSetting::notBound);
            }
            if (cause instanceof BindException bind
                    && !(cause.getCause() instanceof UnboundConfigurationPropertiesException)) {
                return Optional.of(notConverted(bind));
            }
            if (cause instanceof InvalidConfigurationPropertyValueException invalid) {
                return Optional.of(UnusableSetting.is(invalid.getName(), invalid.getValue()) + ", which is not valid.");
            }
        }
        return Optional.empty();
    }

    private static String notBound(ConfigurationProperty property) {
        String value = String.valueOf(property.getValue());
        return UnusableSetting.is(property.getName().toString(), value)
                + (value.isBlank()
                        ? ", but must not be empty."
                        : ", but the elements of a list must be numbered from 0 without gaps.");
    }

    private static String notConverted(BindException bind) {
        ConfigurationProperty property = bind.getProperty();
        if (property == null) {
            return UnusableSetting.named(bind.getName().toString())
                    + " is not valid. Only the settings below it have values.";
        }
        String given = UnusableSetting.is(property.getName().toString(), property.getValue());
        String expected = expected(bind.getTarget().getType().resolve());
        Throwable reason = NestedExceptionUtils.getMostSpecificCause(bind);
        if (expected != null && isConversion(bind)) {
            return given + ", but must be " + expected + ".";
        }
        return given + ", which is not valid"
                + JavaNames.without(reason).map(text -> ": " + text).orElse("") + ".";
    }

    private static boolean isConversion(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String expected(@Nullable Class<?> type) {
        if (type == null) {
            return null;
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant ->
                                constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(", ", "one of ", ""))
                : EXPECTED.get(ClassUtils.resolvePrimitiveIfNecessary(type));
    }
}
