package io.vpclocal.testkit;

import java.util.Locale;
import java.util.Map;

/** When the class archive for faster starts is written. {@code bin/vpc-local} has the same setting. */
enum Archiving {
    /** When the processor is idle. */
    IDLE,
    /** At once, in parallel to the tests. */
    NOW,
    /** Never. */
    OFF;

    private static final String VARIABLE = "VPCLOCAL_ARCHIVE";

    /** @throws IllegalArgumentException if the variable has another value */
    static Archiving of(Map<String, String> environment) {
        String said = environment.getOrDefault(VARIABLE, "").strip().toLowerCase(Locale.ROOT);
        return switch (said) {
            case "", "idle" -> IDLE;
            case "now" -> NOW;
            case "off" -> OFF;
            default ->
                throw new IllegalArgumentException(
                        VARIABLE + " is '" + environment.get(VARIABLE) + "'. Use idle, now or off.");
        };
    }
}
