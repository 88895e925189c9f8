package io.vpclocal.protocol.setting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.PlaceholderResolutionException;

/** Thrown when the emulator cannot start with a setting. The message names the setting and is shown to the user. */
public final class UnusableSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableSetting(String message) {
        super(message);
    }

    public UnusableSetting(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** @param expected the valid values, as the end of the sentence "…, but must be" */
    public static UnusableSetting wrong(String property, @Nullable Object value, String expected) {
        return new UnusableSetting(is(property, value) + ", but must be " + expected + ".");
    }

    /** The setting's name as an environment variable and as a property. */
    public static String named(String property) {
        return variable(property) + " (" + property + ")";
    }

    /** The environment variable of a property. */
    public static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.\\-\\[]", "_").replace("]", "");
    }

    /** The beginning of a sentence: the name of the setting, and its value on one line. */
    public static String is(String property, @Nullable Object value) {
        return named(property) + " is '" + new ShownText(String.valueOf(value)) + "'";
    }

    /**
     * The text of a setting.
     *
     * @return null if it is not set
     * @throws UnusableSetting if it has a placeholder for something that is not set
     */
    public static @Nullable String text(PropertyResolver settings, String property) {
        try {
            return settings.getProperty(property);
        } catch (PlaceholderResolutionException e) {
            throw new UnusableSetting(
                    named(property) + " has a placeholder that cannot be replaced: "
                            + new ShownText(String.valueOf(e.getMessage())) + ".",
                    e);
        }
    }
}
