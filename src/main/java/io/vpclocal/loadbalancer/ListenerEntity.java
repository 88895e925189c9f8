package io.vpclocal.loadbalancer;

import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A listener of a load balancer. That of a gateway load balancer takes every protocol and port. */
@Entity
@Table(name = "load_balancer_listener")
class ListenerEntity extends ResourceEntity implements ElbResource {

    @Column(nullable = false, updatable = false, length = 64)
    private String loadBalancerId;

    @Column(nullable = false, updatable = false, length = 64)
    private String loadBalancerPath;

    @Column(length = 16)
    @Enumerated(EnumType.STRING)
    private @Nullable BalancedProtocol protocol;

    @Column
    private @Nullable Integer port;

    @Column(length = 256)
    private @Nullable String sslPolicy;

    @Column(length = 2048)
    private @Nullable String certificateArn;

    @Column(length = 64)
    private @Nullable String alpnPolicy;

    @ElementCollection
    @CollectionTable(name = "load_balancer_listener_target_group", joinColumns = @JoinColumn(name = "listener_seq"))
    @OrderColumn(name = "position")
    private List<ListenerTargetGroup> targetGroups = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "load_balancer_listener_attribute", joinColumns = @JoinColumn(name = "listener_seq"))
    @MapKeyColumn(name = "attribute_key", length = 256)
    @Column(name = "attribute_value", nullable = false, length = 1024)
    private Map<String, String> attributes = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "load_balancer_listener_tag", joinColumns = @JoinColumn(name = "listener_seq"))
    @MapKeyColumn(name = "tag_key", length = 128)
    @Column(name = "tag_value", nullable = false, length = 256)
    private Map<String, String> tags = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected ListenerEntity() {}

    ListenerEntity(LoadBalancerEntity of, String id, Instant createdAt, ListenerPlan plan) {
        super(of.scope(), id, createdAt);
        this.loadBalancerId = of.id();
        this.loadBalancerPath = of.path();
        become(plan);
    }

    /** Takes over what a plan says. */
    final void become(ListenerPlan plan) {
        this.protocol = plan.protocol();
        this.port = plan.port();
        this.sslPolicy = plan.sslPolicy();
        this.certificateArn = plan.certificateArn();
        this.alpnPolicy = plan.alpnPolicy();
        if (!targetGroups.equals(plan.targetGroups())) {
            targetGroups.clear();
            targetGroups.addAll(plan.targetGroups());
        }
    }

    /** What it is, as a plan. */
    ListenerPlan plan() {
        return new ListenerPlan(protocol, port, sslPolicy, certificateArn, alpnPolicy, List.copyOf(targetGroups));
    }

    @Override
    public String arn() {
        return scope().arn(ElbArn.SERVICE, "listener/" + loadBalancerPath + "/" + id());
    }

    String loadBalancerArn() {
        return scope().arn(ElbArn.SERVICE, "loadbalancer/" + loadBalancerPath);
    }

    String loadBalancerId() {
        return loadBalancerId;
    }

    boolean ofGateway() {
        return loadBalancerPath.startsWith(LoadBalancerType.GATEWAY.inArn());
    }

    List<ListenerTargetGroup> targetGroups() {
        return List.copyOf(targetGroups);
    }

    /** True if it takes packets of a protocol, {@code tcp} or {@code udp}, to a port. */
    boolean takes(String transport, int toPort) {
        if (protocol == null || port == null) {
            return true;
        }
        return port == toPort && (transport.equals("udp") ? protocol.carriesUdp() : protocol.carriesTcp());
    }

    @Override
    public Map<String, String> attributes() {
        return attributes;
    }

    @Override
    public Map<String, String> tags() {
        return tags;
    }

    /** Those it may have: only TCP and gateways know of idle time. */
    AttributeSet attributeSet() {
        return protocol == null || protocol == BalancedProtocol.TCP ? ListenerAttributes.IDLE : ListenerAttributes.NONE;
    }

    /** All its attributes: AWS's defaults and what was set. */
    Map<String, String> allAttributes() {
        Map<String, String> all = new TreeMap<>(attributeSet().defaults());
        attributes.forEach((key, value) -> all.computeIfPresent(key, (k, initial) -> value));
        return all;
    }
}
