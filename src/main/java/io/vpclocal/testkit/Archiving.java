package io.vpclocal.testkit;

import java.util.Locale;
import java.util.Map;

/** When the class archive is written that makes later starts faster; {@code bin/vpc-local} knows the same. */
enum Archiving {
    /** While the processor has nothing else to do. */
    IDLE,
    /** At once, beside the tests. */
    NOW,
    /** Never. */
    OFF;

    private static final String VARIABLE = "VPCLOCAL_ARCHIVE";

    /** @throws IllegalArgumentException if the variable is something else */
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
