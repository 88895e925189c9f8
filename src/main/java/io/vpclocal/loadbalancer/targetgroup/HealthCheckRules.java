package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;

/**
 * What the health checks of a kind of target group may be (User Guides, health checks for target groups).
 *
 * @param targetType the kind of targets, as in error texts
 * @param protocols the allowed protocols, the default first; empty for Lambda functions
 * @param needed true if health checks cannot be disabled
 * @param shorter true if the timeout must be less than the interval, false if they may be equal
 * @param kind of the success codes: {@code HTTP} or {@code GRPC}
 * @param range the success codes, as in error texts
 * @param form the form of success codes
 * @param path the default path
 * @param matcher the default success codes
 */
record HealthCheckRules(
        String targetType,
        List<String> protocols,
        boolean needed,
        boolean shorter,
        String kind,
        String range,
        Pattern form,
        String path,
        String matcher) {

    private static final String HTTP = "HTTP";

    static HealthCheckRules of(@Nullable BalancedProtocol targets, String targetType, @Nullable String version) {
        if (targets == null) {
            return http(targetType, List.of(), false, true, "200-499", "[2-4]", "200");
        }
        if (TargetGroupPlan.GRPC.equals(version)) {
            return new HealthCheckRules(
                    targetType,
                    List.of(HTTP, "HTTPS"),
                    true,
                    true,
                    "GRPC",
                    "0-99",
                    codes("\\d{1,2}"),
                    "/AWS.ALB/healthcheck",
                    "12");
        }
        if (targets.http()) {
            return http(targetType, List.of(HTTP, "HTTPS"), true, true, "200-499", "[2-4]", "200");
        }
        return targetType.equals(TargetGroupPlan.ALB)
                ? http(targetType, List.of(HTTP, "HTTPS"), true, false, "200-599", "[2-5]", "200-399")
                : http(targetType, List.of("TCP", HTTP, "HTTPS"), true, false, "200-599", "[2-5]", "200-399");
    }

    /** The default protocol; empty for Lambda functions. */
    String first() {
        return protocols.isEmpty() ? "" : protocols.get(0);
    }

    /**
     * The success codes of a request; null if it has none.
     *
     * @throws io.vpclocal.protocol.AwsException if they are not valid
     */
    @Nullable
    String codes(@Nullable Matcher wanted) {
        if (wanted == null) {
            return null;
        }
        boolean http = kind.equals(HTTP);
        String codes = http ? wanted.httpCode() : wanted.grpcCode();
        if (codes == null || codes.isEmpty()) {
            throw TargetErrors.codesNeeded(kind);
        }
        if ((http ? wanted.grpcCode() : wanted.httpCode()) != null) {
            throw TargetErrors.otherCodes(http ? "GRPC" : HTTP);
        }
        if (!form.matcher(codes).matches()) {
            throw TargetErrors.healthCheckCodes(kind, codes, range);
        }
        return codes;
    }

    private static HealthCheckRules http(
            String targetType,
            List<String> protocols,
            boolean needed,
            boolean shorter,
            String range,
            String first,
            String matcher) {
        return new HealthCheckRules(
                targetType, protocols, needed, shorter, HTTP, range, codes(first + "\\d\\d"), "/", matcher);
    }

    private static Pattern codes(String code) {
        return Pattern.compile(code + "(-" + code + ")?(," + code + "(-" + code + ")?)*");
    }
}
