package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.resource.AttributeSet;
import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.ElbEntity;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A listener of a load balancer. The listener of a Gateway Load Balancer accepts all protocols and ports. */
@Entity
@Table(name = "load_balancer_listener")
public class ListenerEntity extends ElbEntity {

    private static final int TCP = 6;
    private static final int UDP = 17;

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

    @SuppressWarnings("NullAway.Init") // JPA
    protected ListenerEntity() {}

    ListenerEntity(LoadBalancerEntity of, String id, Instant createdAt, ListenerPlan plan) {
        super(of.scope(), id, createdAt);
        this.loadBalancerId = of.id();
        this.loadBalancerPath = of.path();
        become(plan);
    }

    /** Sets the properties of a plan. */
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

    /** Its properties as a plan. */
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

    public boolean ofGateway() {
        return loadBalancerPath.startsWith(LoadBalancerType.GATEWAY.inArn());
    }

    public List<ListenerTargetGroup> targetGroups() {
        return List.copyOf(targetGroups);
    }

    /** True if it accepts packets of a protocol, {@code tcp} or {@code udp}, to a port. */
    public boolean takes(String transport, int toPort) {
        if (protocol == null || port == null) {
            return true;
        }
        return port == toPort && (transport.equals("udp") ? protocol.carriesUdp() : protocol.carriesTcp());
    }

    /** Null if it accepts all ports. */
    public @Nullable Integer port() {
        return port;
    }

    /** The IANA numbers of the transport protocols that it accepts. */
    public List<Integer> transports() {
        BalancedProtocol own = protocol;
        return Stream.of(TCP, UDP)
                .filter(number -> own == null || (number == TCP ? own.carriesTcp() : own.carriesUdp()))
                .toList();
    }

    /** Only TCP and Gateway Load Balancer listeners have an idle timeout. */
    @Override
    public AttributeSet attributeSet() {
        return protocol == null || protocol == BalancedProtocol.TCP ? ListenerAttributes.IDLE : ListenerAttributes.NONE;
    }
}
