package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.balancer.LoadBalancerAttributes;
import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.resource.AttributeSet;
import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.ElbEntity;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target group with its targets. Its id is the last part of its ARN. */
@Entity
@Table(name = "target_group")
public class TargetGroupEntity extends ElbEntity {

    @Column(nullable = false, updatable = false, length = 32)
    private String name;

    @Column(updatable = false, length = 16)
    @Enumerated(EnumType.STRING)
    private @Nullable BalancedProtocol protocol;

    @Column(updatable = false, length = 8)
    private @Nullable String protocolVersion;

    @Column(updatable = false)
    private @Nullable Integer port;

    @Column(updatable = false, length = 64)
    private @Nullable String vpcId;

    @Column(nullable = false, updatable = false, length = 16)
    private String targetType;

    @Column(nullable = false, updatable = false, length = 16)
    private String ipAddressType;

    @Embedded
    private HealthCheck healthCheck;

    @ElementCollection
    @CollectionTable(name = "target_group_target", joinColumns = @JoinColumn(name = "target_group_seq"))
    @OrderColumn(name = "position")
    private List<Target> targets = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected TargetGroupEntity() {}

    TargetGroupEntity(Scope scope, String id, Instant createdAt, TargetGroupPlan plan) {
        super(scope, id, createdAt);
        this.name = plan.name();
        this.protocol = plan.protocol();
        this.protocolVersion = plan.protocolVersion();
        this.port = plan.port();
        this.vpcId = plan.vpcId();
        this.targetType = plan.targetType();
        this.ipAddressType = plan.ipAddressType();
        this.healthCheck = plan.healthCheck();
    }

    @Override
    public String arn() {
        return arn(scope(), name, id());
    }

    static String arn(Scope scope, String name, String id) {
        return scope.arn(ElbArn.SERVICE, "targetgroup/" + name + "/" + id);
    }

    String name() {
        return name;
    }

    /** Null for Lambda functions, like port and VPC. */
    public @Nullable BalancedProtocol protocol() {
        return protocol;
    }

    /** {@code HTTP1}, {@code HTTP2} or {@code GRPC}; null unless the protocol is HTTP or HTTPS. */
    @Nullable
    String protocolVersion() {
        return protocolVersion;
    }

    public @Nullable Integer port() {
        return port;
    }

    public @Nullable String vpcId() {
        return vpcId;
    }

    /** {@code instance}, {@code ip}, {@code lambda} or {@code alb}. */
    public String targetType() {
        return targetType;
    }

    /** {@code ipv4} or {@code ipv6}. */
    public String ipAddressType() {
        return ipAddressType;
    }

    public HealthCheck healthCheck() {
        return healthCheck;
    }

    /** Changes the health check as a request says. */
    void check(HealthCheck.Requested wanted) {
        this.healthCheck = healthCheck.with(HealthCheckRules.of(protocol, targetType, protocolVersion), wanted);
    }

    public List<Target> targets() {
        return targets;
    }

    @Override
    public AttributeSet attributeSet() {
        return TargetGroupAttributes.of(protocol, targetType);
    }

    /** True for cross-zone load balancing, by its own attribute or else by that of its load balancer. */
    public boolean crossZone(LoadBalancerEntity loadBalancer) {
        String own = attributes().get(LoadBalancerAttributes.CROSS_ZONE);
        return "true".equals(own) || !"false".equals(own) && loadBalancer.crossZone();
    }

    /** True if it preserves client IP addresses. */
    public boolean keepsClientAddress() {
        return "true".equals(allAttributes().get(TargetGroupAttributes.PRESERVE_CLIENT_IP));
    }

    /** True if a cookie of the application decides to which target a client's requests go. */
    public boolean stickyByApplicationCookie() {
        return "true".equals(allAttributes().get(TargetGroupAttributes.STICKINESS))
                && TargetGroupAttributes.APP_COOKIE.equals(allAttributes().get(TargetGroupAttributes.STICKINESS_TYPE));
    }

    /** True if connections to its targets begin with a header of proxy protocol version 2. */
    public boolean sendsProxyProtocol() {
        return "true".equals(allAttributes().get(TargetGroupAttributes.PROXY_PROTOCOL));
    }

    /** How long a deregistered target is draining. A Lambda function is not. */
    public Duration deregistrationDelay() {
        String seconds = allAttributes().get(TargetGroupAttributes.DEREGISTRATION_DELAY);
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(seconds));
    }
}
