package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbParams;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;

/** The health check settings of a target group. No health checks are sent; the settings are stored and described. */
@Embeddable
public class HealthCheck {

    private static final String TRAFFIC_PORT = "traffic-port";
    private static final int LONGEST_PATH = 1024;
    private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");

    @Column(name = "check_protocol", length = 16)
    private @Nullable String protocol;

    @Column(name = "check_port", length = 16)
    private @Nullable String port;

    @Column(name = "check_enabled", nullable = false)
    private boolean enabled;

    @Column(name = "check_path", length = LONGEST_PATH)
    private @Nullable String path;

    @Column(name = "check_matcher", length = 256)
    private @Nullable String matcher;

    @Column(name = "check_interval", nullable = false)
    private int interval;

    @Column(name = "check_timeout", nullable = false)
    private int timeout;

    @Column(name = "healthy_threshold", nullable = false)
    private int healthyThreshold;

    @Column(name = "unhealthy_threshold", nullable = false)
    private int unhealthyThreshold;

    @SuppressWarnings("NullAway.Init") // JPA
    protected HealthCheck() {}

    /** The health check members of a request; null for absent ones. */
    record Requested(
            @Nullable String protocol,
            @Nullable String port,
            @Nullable Boolean enabled,
            @Nullable String path,
            @Nullable Integer interval,
            @Nullable Integer timeout,
            @Nullable Integer healthyThreshold,
            @Nullable Integer unhealthyThreshold,
            @Nullable Matcher matcher) {

        static Requested of(CreateTargetGroupRequest request) {
            return new Requested(
                    request.healthCheckProtocolAsString(),
                    request.healthCheckPort(),
                    request.healthCheckEnabled(),
                    ElbParams.ofLength(request.healthCheckPath(), "healthCheckPath", 1, LONGEST_PATH),
                    request.healthCheckIntervalSeconds(),
                    request.healthCheckTimeoutSeconds(),
                    request.healthyThresholdCount(),
                    request.unhealthyThresholdCount(),
                    request.matcher());
        }

        static Requested of(ModifyTargetGroupRequest request) {
            return new Requested(
                    request.healthCheckProtocolAsString(),
                    request.healthCheckPort(),
                    request.healthCheckEnabled(),
                    ElbParams.ofLength(request.healthCheckPath(), "healthCheckPath", 1, LONGEST_PATH),
                    request.healthCheckIntervalSeconds(),
                    request.healthCheckTimeoutSeconds(),
                    request.healthyThresholdCount(),
                    request.unhealthyThresholdCount(),
                    request.matcher());
        }
    }

    /**
     * The health check of a new target group: AWS's defaults for its protocol, changed by a request.
     *
     * @param targets null for Lambda functions
     * @throws io.vpclocal.protocol.AwsException if a value is not valid
     */
    static HealthCheck of(
            @Nullable BalancedProtocol targets, String targetType, @Nullable String version, Requested wanted) {
        HealthCheckRules rules = HealthCheckRules.of(targets, targetType, version);
        boolean geneve = targets == BalancedProtocol.GENEVE;
        boolean http = targets != null && targets.http();
        HealthCheck check = new HealthCheck();
        check.enabled = targets != null;
        check.protocol = rules.protocols().isEmpty() ? null : rules.protocols().get(0);
        check.port = targets == null ? null : geneve ? "80" : TRAFFIC_PORT;
        check.interval = geneve ? 10 : targets == null ? 35 : 30;
        int timeout = geneve || http ? 5 : "HTTP".equals(or(wanted.protocol(), rules.first())) ? 6 : 10;
        check.timeout = targets == null ? 30 : timeout;
        check.healthyThreshold = 5;
        check.unhealthyThreshold = 2;
        return check.with(rules, wanted);
    }

    /**
     * A copy with a request's changes.
     *
     * @throws io.vpclocal.protocol.AwsException if a value is not valid
     */
    HealthCheck with(HealthCheckRules rules, Requested wanted) {
        HealthCheck check = new HealthCheck();
        check.enabled = wanted.enabled() == null ? enabled : wanted.enabled();
        if (!check.enabled && rules.needed()) {
            throw TargetErrors.healthCheckNeeded(rules.targetType());
        }
        check.protocol = protocol(rules.protocols(), wanted.protocol());
        check.port = wanted.port() == null ? port : port(wanted.port());
        check.interval = or(ElbParams.inRange(wanted.interval(), "healthCheckIntervalSeconds", 5, 300), interval);
        check.timeout = or(ElbParams.inRange(wanted.timeout(), "healthCheckTimeoutSeconds", 2, 120), timeout);
        check.healthyThreshold =
                or(ElbParams.inRange(wanted.healthyThreshold(), "healthyThresholdCount", 2, 10), healthyThreshold);
        check.unhealthyThreshold = or(
                ElbParams.inRange(wanted.unhealthyThreshold(), "unhealthyThresholdCount", 2, 10), unhealthyThreshold);
        check.requireTimely(rules);
        boolean http = !"TCP".equals(check.protocol);
        if (!http && wanted.path() != null) {
            throw TargetErrors.pathOfTcp();
        }
        if (!http && wanted.matcher() != null) {
            throw TargetErrors.codesOfTcp();
        }
        String codes = rules.codes(wanted.matcher());
        if (wanted.path() != null && !wanted.path().startsWith("/")) {
            throw TargetErrors.healthCheckPath(wanted.path());
        }
        check.path = http ? or(wanted.path(), or(path, rules.path())) : null;
        check.matcher = http ? or(codes, or(matcher, rules.matcher())) : null;
        return check;
    }

    private void requireTimely(HealthCheckRules rules) {
        if (rules.shorter() && timeout >= interval) {
            throw TargetErrors.timeoutNotShorter(timeout, interval);
        }
        if (timeout > interval) {
            throw TargetErrors.timeoutTooLong(timeout, interval);
        }
    }

    /** The health check port as text; null for a Lambda function. */
    public @Nullable String portOf(@Nullable Integer trafficPort) {
        return TRAFFIC_PORT.equals(port) ? String.valueOf(trafficPort) : port;
    }

    @Nullable
    String protocol() {
        return protocol;
    }

    @Nullable
    String port() {
        return port;
    }

    public boolean enabled() {
        return enabled;
    }

    @Nullable
    String path() {
        return path;
    }

    @Nullable
    String matcher() {
        return matcher;
    }

    int interval() {
        return interval;
    }

    int timeout() {
        return timeout;
    }

    int healthyThreshold() {
        return healthyThreshold;
    }

    int unhealthyThreshold() {
        return unhealthyThreshold;
    }

    boolean same(HealthCheck other) {
        return Objects.equals(protocol, other.protocol)
                && Objects.equals(port, other.port)
                && enabled == other.enabled
                && Objects.equals(path, other.path)
                && Objects.equals(matcher, other.matcher)
                && interval == other.interval
                && timeout == other.timeout
                && healthyThreshold == other.healthyThreshold
                && unhealthyThreshold == other.unhealthyThreshold;
    }

    private @Nullable String protocol(List<String> allowed, @Nullable String wanted) {
        if (wanted != null && !allowed.contains(wanted)) {
            throw TargetErrors.healthCheckProtocol(
                    wanted, allowed.stream().sorted().toList());
        }
        return wanted == null ? protocol : wanted;
    }

    private static String port(String wanted) {
        boolean number = PORT.matcher(wanted).matches() && Integer.parseInt(wanted) <= ElbLimits.MOST_PORT;
        if (!number && !wanted.equals(TRAFFIC_PORT)) {
            throw TargetErrors.healthCheckPort(wanted);
        }
        return wanted;
    }

    private static <T> T or(@Nullable T wanted, T present) {
        return wanted == null ? present : wanted;
    }
}
