package io.vpclocal.logs.filter;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;

/** The rules for metric transformations. AWS documentation, API reference, MetricTransformation. */
final class MetricRules {

    private static final String NAME = "[^:*$]*";
    private static final String NAMESPACE = "[^*$]*";
    private static final int VALUE_LENGTH = 100;
    private static final int DIMENSION_LENGTH = 255;

    /** A number or a field selector. Users report that a name without a dollar sign is refused. */
    private static final Pattern VALUE =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?|\\$[A-Za-z_]\\w*|\\$\\d+|\\$[.\\[].+");

    private MetricRules() {}

    /** @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} */
    static MetricTransformation check(List<MetricTransformation> transformations) {
        String member = "metricTransformations";
        if (transformations.isEmpty()) {
            throw LogsErrors.constraint(member, "[]", "Member must have length greater than or equal to 1");
        }
        if (transformations.size() > LogsLimits.METRIC_TRANSFORMATIONS) {
            throw Constraints.tooMany(member, transformations, LogsLimits.METRIC_TRANSFORMATIONS);
        }
        MetricTransformation one = transformations.get(0);
        String prefix = member + ".1.member.";
        name(prefix + "metricName", Constraints.require(one.metricName(), prefix + "metricName"));
        namespace(prefix + "metricNamespace", Constraints.require(one.metricNamespace(), prefix + "metricNamespace"));
        String value = Constraints.require(one.metricValue(), prefix + "metricValue");
        Constraints.length(prefix + "metricValue", value, 0, VALUE_LENGTH);
        if (!VALUE.matcher(value).matches()) {
            // UNVERIFIED: the message, as another emulator has it.
            throw LogsErrors.invalidParameter(
                    "Invalid metric transformation: metric value " + value + " must be a valid number");
        }
        dimensions(one);
        return one;
    }

    /** The message as users of the service report it. */
    static void checkDimensions(MetricTransformation transformation, FilterDefinition definition) {
        if (!transformation.dimensions().isEmpty() && !definition.namesFields()) {
            throw LogsErrors.invalidParameter("The specified filter pattern does not support dimensions");
        }
    }

    static void name(String member, String name) {
        check(member, name, NAME, ":*$");
    }

    /** Recorded: namespaces may contain colons, although the service's model forbids them. */
    static void namespace(String member, String namespace) {
        check(member, namespace, NAMESPACE, "*$");
        if (namespace.startsWith("AWS/")) {
            throw LogsErrors.invalidParameter("Metric namespaces starting with AWS/ are reserved for AWS.");
        }
    }

    private static void check(String member, String name, String pattern, String forbidden) {
        Constraints.length(member, name, 0, LogsLimits.METRIC_NAME_LENGTH);
        if (name.chars().anyMatch(c -> forbidden.indexOf(c) >= 0)) {
            throw Constraints.pattern(member, name, pattern);
        }
    }

    /** Users report the messages, except that about the number of dimensions. */
    private static void dimensions(MetricTransformation transformation) {
        Map<String, String> dimensions = transformation.dimensions();
        if (dimensions.size() > LogsLimits.METRIC_DIMENSIONS) {
            throw LogsErrors.invalidParameter(
                    "The maximum number of dimensions of a metric filter is " + LogsLimits.METRIC_DIMENSIONS + ".");
        }
        if (!dimensions.isEmpty() && transformation.defaultValue() != null) {
            throw LogsErrors.invalidParameter(
                    "Invalid metric transformation: dimensions and default value are mutually exclusive properties");
        }
        dimensions.forEach((name, value) -> {
            Constraints.length("dimensions", name, 1, DIMENSION_LENGTH);
            Constraints.length("dimensions", value, 1, DIMENSION_LENGTH);
            if (!value.startsWith("$")) {
                throw LogsErrors.invalidParameter(
                        "Invalid metric transformation: dimension value must be valid selector");
            }
        });
    }
}
