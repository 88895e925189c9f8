package io.vpclocal.loadbalancer.resource;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Checks of request parameters for controllers. */
public final class ElbParams {

    private ElbParams() {}

    /** The value, or {@code ValidationError} with the parameter's name. */
    public static <T> T require(@Nullable T value, String name) {
        if (value == null) {
            throw CommonErrors.missingParameter(AwsService.ELB, name);
        }
        return value;
    }

    /** The list, or {@code ValidationError} if it is empty. */
    public static <T, C extends Collection<T>> C requireAny(@Nullable C values, String name) {
        if (values == null || values.isEmpty()) {
            throw CommonErrors.missingParameter(AwsService.ELB, name);
        }
        return values;
    }

    /** The number if it is unset or in the range, else {@code ValidationError}. */
    public static @Nullable Integer inRange(@Nullable Integer value, String name, int least, int most) {
        if (value != null && value < least) {
            throw outOfRange(name, value, "greater than or equal to " + least);
        }
        if (value != null && value > most) {
            throw outOfRange(name, value, "less than or equal to " + most);
        }
        return value;
    }

    /** The text if it is unset or of that length, else {@code ValidationError}. */
    public static @Nullable String ofLength(@Nullable String value, String name, int least, int most) {
        if (value != null && value.length() < least) {
            throw CommonErrors.constraint(
                    AwsService.ELB, name, value, "Member must have length greater than or equal to " + least);
        }
        if (value != null && value.length() > most) {
            throw CommonErrors.constraint(
                    AwsService.ELB, name, value, "Member must have length less than or equal to " + most);
        }
        return value;
    }

    private static RuntimeException outOfRange(String name, int value, String bound) {
        return CommonErrors.constraint(AwsService.ELB, name, value, "Member must have value " + bound);
    }
}
