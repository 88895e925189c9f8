package io.vpclocal.network.transitgateway;

import io.vpclocal.resource.Ec2Errors;
import org.jspecify.annotations.Nullable;

/** Options that are {@code enable} or {@code disable}. */
final class TransitSwitch {

    private static final String ON = "enable";
    private static final String OFF = "disable";

    private TransitSwitch() {}

    static String text(boolean on) {
        return on ? ON : OFF;
    }

    /** @param unset the value if the request has none */
    static boolean read(@Nullable String value, String parameter, boolean unset) {
        if (value == null) {
            return unset;
        }
        if (!value.equals(ON) && !value.equals(OFF)) {
            throw Ec2Errors.invalidValue(parameter, value, "Expecting enable or disable.");
        }
        return value.equals(ON);
    }
}
