package io.vpclocal.protocol;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What controllers ask of an EC2 request's parameters before they call a service. A parameter is named as EC2 names it: in
 * lower camel case, such as {@code vpcId}, and in upper camel case for actions of VPC endpoints, their services and
 * the network analyzers, such as
 * {@code VpcEndpointId} (UNVERIFIED: no recording from AWS). {@code ParamNamesTest} checks it and lists the exceptions.
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

    /** False when unset. */
    public static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
