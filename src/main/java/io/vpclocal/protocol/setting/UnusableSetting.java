package io.vpclocal.protocol.setting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        return new UnusableSetting(named(property) + " is '" + value + "', but must be " + expected + ".");
    }

    /** The setting's name as an environment variable and as a property. */
    public static String named(String property) {
        String variable =
                property.toUpperCase(Locale.ROOT).replaceAll("[.\\-\\[]", "_").replace("]", "");
        return variable + " (" + property + ")";
    }
}
