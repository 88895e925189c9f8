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

    /** The most characters that the actions of a listener or rule have as text. */
    public static final int ACTIONS = 32_000;

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

    @Column(length = 16)
    private @Nullable String mutualAuthentication;

    @Column(length = ACTIONS)
    private @Nullable String actions;

    @ElementCollection
    @CollectionTable(name = "load_balancer_listener_certificate", joinColumns = @JoinColumn(name = "listener_seq"))
    @OrderColumn(name = "position")
    @Column(name = "certificate_arn", nullable = false, length = 2048)
    private List<String> moreCertificates = new ArrayList<>();

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
        this.sslPolicy = plan.tls().sslPolicy();
        this.certificateArn = plan.tls().certificateArn();
        this.alpnPolicy = plan.tls().alpnPolicy();
        this.mutualAuthentication = plan.tls().mutualAuthentication();
        this.actions = plan.actions().text();
        if (certificateArn == null) {
            moreCertificates.clear();
        }
        if (!targetGroups.equals(plan.targetGroups())) {
            targetGroups.clear();
            targetGroups.addAll(plan.targetGroups());
        }
    }

    /** Its properties as a plan. */
    ListenerPlan plan() {
        return new ListenerPlan(
                protocol,
                port,
                new ListenerPlan.Tls(sslPolicy, certificateArn, alpnPolicy, mutualAuthentication),
                new DefaultActions(actions, List.copyOf(targetGroups)));
    }

    @Override
    public String arn() {
        return scope().arn(ElbArn.SERVICE, "listener/" + path());
    }

    /** The id of its default rule, which follows from its own id. */
    public String defaultRuleId() {
        return new StringBuilder(id()).reverse().toString();
    }

    /** {@code app/NAME/ID/ID}, part of its ARN and of its rules' ARNs. */
    public String path() {
        return loadBalancerPath + "/" + id();
    }

    public @Nullable BalancedProtocol protocol() {
        return protocol;
    }

    /** The actions of its default rule as text; null unless its load balancer is an Application Load Balancer. */
    public @Nullable String actions() {
        return actions;
    }

    @Nullable
    String certificateArn() {
        return certificateArn;
    }

    /** The certificates that were added to the default certificate, mutable. */
    List<String> moreCertificates() {
        return moreCertificates;
    }

    public String loadBalancerArn() {
        return scope().arn(ElbArn.SERVICE, "loadbalancer/" + loadBalancerPath);
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

    @Override
    public AttributeSet attributeSet() {
        return ListenerAttributes.of(protocol);
    }
}
