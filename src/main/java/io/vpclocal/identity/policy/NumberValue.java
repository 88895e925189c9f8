package io.vpclocal.identity.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimal numbers, with or without an exponent: {@code 1e0} equals 1 (recorded from AWS). */
final class NumberValue {

    private NumberValue() {}

    static @Nullable BigDecimal parse(String text) {
        String number = text.strip();
        if (number.isEmpty() || number.length() > PolicyLimits.MAX_NUMBER_CHARS) {
            return null;
        }
        for (int i = 0; i < number.length(); i++) {
            if ("+-.0123456789eE".indexOf(number.charAt(i)) < 0) {
                return null;
            }
        }
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
