package io.vpclocal.protocol;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Checks of an EC2 request's parameters in controllers. Errors name a parameter as EC2 does: in lower camel case, such
 * as {@code vpcId}, and in upper camel case for actions of VPC endpoints, their services and the network analyzers,
 * such as {@code VpcEndpointId} (UNVERIFIED: no recording from AWS). {@code ParamNamesTest} checks it and lists the
 * exceptions.
 */
public final class Params {

    private Params() {}

    /** The value, or {@code MissingParameter} with the parameter's name on the wire. Empty text counts as missing. */
    public static String require(@Nullable String value, String name) {
        if (value == null || value.isEmpty()) {
            throw CommonErrors.missingParameter(AwsService.EC2, name);
        }
        return value;
    }

    /** The value, or {@code MissingParameter}. */
    public static <T> T require(@Nullable T value, String name) {
        if (value == null) {
            throw CommonErrors.missingParameter(AwsService.EC2, name);
        }
        return value;
    }

    /** The list, or {@code MissingParameter} if it has no elements. */
    public static <T, C extends Collection<T>> C requireAny(@Nullable C values, String name) {
        if (values == null || values.isEmpty()) {
            throw CommonErrors.missingParameter(AwsService.EC2, name);
        }
        return values;
    }

    /** The value; null if it is empty. Terraform sends empty text for parameters that are not set. */
    public static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /** False when unset. */
    public static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
