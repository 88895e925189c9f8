package io.vpclocal.loadbalancer;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A target group with its targets. Its id is the last part of its ARN. */
@Entity
@Table(name = "target_group")
class TargetGroupEntity extends ResourceEntity implements ElbResource {

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

    @ElementCollection
    @CollectionTable(name = "target_group_attribute", joinColumns = @JoinColumn(name = "target_group_seq"))
    @MapKeyColumn(name = "attribute_key", length = 256)
    @Column(name = "attribute_value", nullable = false, length = 1024)
    private Map<String, String> attributes = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "target_group_tag", joinColumns = @JoinColumn(name = "target_group_seq"))
    @MapKeyColumn(name = "tag_key", length = 128)
    @Column(name = "tag_value", nullable = false, length = 256)
    private Map<String, String> tags = new HashMap<>();

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

    BalancedProtocol protocol() {
        return protocol;
    }

    int port() {
        return port;
    }

    String vpcId() {
        return vpcId;
    }

    /** {@code instance} or {@code ip}. */
    String targetType() {
        return targetType;
    }

    /** {@code ipv4} or {@code ipv6}. */
    String ipAddressType() {
        return ipAddressType;
    }

    HealthCheck healthCheck() {
        return healthCheck;
    }

    void use(HealthCheck changed) {
        this.healthCheck = changed;
    }

    List<Target> targets() {
        return targets;
    }

    @Override
    public Map<String, String> attributes() {
        return attributes;
    }

    @Override
    public Map<String, String> tags() {
        return tags;
    }

    /** All attributes of such a target group: AWS's defaults and what was set. */
    Map<String, String> allAttributes() {
        Map<String, String> all =
                new TreeMap<>(TargetGroupAttributes.of(protocol, targetType).defaults());
        all.putAll(attributes);
        return all;
    }

    /** True if nodes of every zone send to its targets: as it says itself, or else as its load balancer says. */
    boolean crossZone(LoadBalancerEntity loadBalancer) {
        String own = attributes.get(LoadBalancerAttributes.CROSS_ZONE);
        return "true".equals(own)
                || (!"false".equals(own)
                        && "true".equals(loadBalancer.attributes().get(LoadBalancerAttributes.CROSS_ZONE)));
    }

    /** For how long the connections of a target are drained that was taken away. */
    Duration deregistrationDelay() {
        String seconds = Objects.requireNonNull(allAttributes().get(TargetGroupAttributes.DEREGISTRATION_DELAY));
        return Duration.ofSeconds(Long.parseLong(seconds));
    }
}
