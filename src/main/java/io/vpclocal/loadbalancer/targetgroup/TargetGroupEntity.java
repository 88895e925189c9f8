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
import java.util.Objects;

/** A target group with its targets. Its id is the last part of its ARN. */
@Entity
@Table(name = "target_group")
public class TargetGroupEntity extends ElbEntity {

    @Column(nullable = false, updatable = false, length = 32)
    private String name;

    @Column(nullable = false, updatable = false, length = 16)
    @Enumerated(EnumType.STRING)
    private BalancedProtocol protocol;

    @Column(nullable = false, updatable = false)
    private int port;

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

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

    public BalancedProtocol protocol() {
        return protocol;
    }

    public int port() {
        return port;
    }

    public String vpcId() {
        return vpcId;
    }

    /** {@code instance} or {@code ip}. */
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

    void use(HealthCheck changed) {
        this.healthCheck = changed;
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
        return "true".equals(own)
                || (!"false".equals(own)
                        && "true".equals(loadBalancer.attributes().get(LoadBalancerAttributes.CROSS_ZONE)));
    }

    /** True if it preserves client IP addresses. */
    public boolean keepsClientAddress() {
        return "true".equals(allAttributes().get(TargetGroupAttributes.PRESERVE_CLIENT_IP));
    }

    /** True if connections to its targets begin with a header of proxy protocol version 2. */
    public boolean sendsProxyProtocol() {
        return "true".equals(allAttributes().get(TargetGroupAttributes.PROXY_PROTOCOL));
    }

    /** How long a deregistered target is draining. */
    public Duration deregistrationDelay() {
        String seconds = Objects.requireNonNull(allAttributes().get(TargetGroupAttributes.DEREGISTRATION_DELAY));
        return Duration.ofSeconds(Long.parseLong(seconds));
    }
}
