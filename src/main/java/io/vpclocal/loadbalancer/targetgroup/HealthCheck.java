package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbParams;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The health check settings of a target group. No health checks are sent; the settings are stored and described. */
@Embeddable
public class HealthCheck {

    private static final Set<String> PROTOCOLS = Set.of("TCP", "HTTP", "HTTPS");
    private static final String TRAFFIC_PORT = "traffic-port";
    private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern CODES = Pattern.compile("[2-5]\\d\\d(-[2-5]\\d\\d)?(,[2-5]\\d\\d(-[2-5]\\d\\d)?)*");

    @Column(name = "check_protocol", nullable = false, length = 16)
    private String protocol;

    @Column(name = "check_port", nullable = false, length = 16)
    private String port;

    @Column(name = "check_path", length = 1024)
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
            @Nullable String matcher) {}

    /**
     * The health check of a new target group: AWS's defaults for its protocol, changed by a request.
     *
     * @throws io.vpclocal.protocol.AwsException if a value is not valid
     */
    static HealthCheck of(BalancedProtocol targets, Requested wanted) {
        boolean geneve = targets == BalancedProtocol.GENEVE;
        HealthCheck check = new HealthCheck();
        check.protocol = "TCP";
        check.port = geneve ? "80" : TRAFFIC_PORT;
        check.interval = geneve ? 10 : 30;
        check.timeout = geneve ? 5 : "HTTP".equals(wanted.protocol()) ? 6 : 10;
        check.healthyThreshold = 5;
        check.unhealthyThreshold = 2;
        return check.with(wanted);
    }

    /**
     * A copy with a request's changes.
     *
     * @throws io.vpclocal.protocol.AwsException if a value is not valid
     */
    HealthCheck with(Requested wanted) {
        if (Boolean.FALSE.equals(wanted.enabled())) {
            throw TargetErrors.healthCheckNeeded();
        }
        HealthCheck check = new HealthCheck();
        check.protocol = protocol(or(wanted.protocol(), protocol));
        check.port = port(or(wanted.port(), port));
        check.interval = or(ElbParams.inRange(wanted.interval(), "healthCheckIntervalSeconds", 5, 300), interval);
        check.timeout = or(ElbParams.inRange(wanted.timeout(), "healthCheckTimeoutSeconds", 2, 120), timeout);
        check.healthyThreshold =
                or(ElbParams.inRange(wanted.healthyThreshold(), "healthyThresholdCount", 2, 10), healthyThreshold);
        check.unhealthyThreshold = or(
                ElbParams.inRange(wanted.unhealthyThreshold(), "unhealthyThresholdCount", 2, 10), unhealthyThreshold);
        if (check.timeout > check.interval) {
            throw TargetErrors.timeoutTooLong(check.timeout, check.interval);
        }
        boolean http = !check.protocol.equals("TCP");
        String codes = wanted.matcher();
        if (!http && (wanted.path() != null || codes != null)) {
            throw TargetErrors.onlyForHttp(wanted.path() == null ? "Health check matcher" : "Health check path");
        }
        check.path = http ? or(wanted.path(), or(path, "/")) : null;
        check.matcher = http ? codes(or(codes, or(matcher, "200-399"))) : null;
        return check;
    }

    /** The health check port as text. */
    public String portOf(int trafficPort) {
        return port.equals(TRAFFIC_PORT) ? String.valueOf(trafficPort) : port;
    }

    String protocol() {
        return protocol;
    }

    String port() {
        return port;
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
        return protocol.equals(other.protocol)
                && port.equals(other.port)
                && Objects.equals(path, other.path)
                && Objects.equals(matcher, other.matcher)
                && interval == other.interval
                && timeout == other.timeout
                && healthyThreshold == other.healthyThreshold
                && unhealthyThreshold == other.unhealthyThreshold;
    }

    private static String protocol(String wanted) {
        if (!PROTOCOLS.contains(wanted)) {
            throw TargetErrors.healthCheckProtocol(wanted);
        }
        return wanted;
    }

    private static String port(String wanted) {
        boolean number = PORT.matcher(wanted).matches() && Integer.parseInt(wanted) <= ElbLimits.MOST_PORT;
        if (!number && !wanted.equals(TRAFFIC_PORT)) {
            throw TargetErrors.healthCheckPort(wanted);
        }
        return wanted;
    }

    private static String codes(String wanted) {
        if (!CODES.matcher(wanted).matches()) {
            throw TargetErrors.healthCheckCodes(wanted);
        }
        return wanted;
    }

    private static <T> T or(@Nullable T wanted, T present) {
        return wanted == null ? present : wanted;
    }
}
