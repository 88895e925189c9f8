package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.vpngateway.DeletableEntity;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A VPN connection with its two tunnels. Its state follows from its times, see {@link VpnConnectionLifecycle}. */
@Entity
@Table(name = "vpn_connection")
class VpnConnectionEntity extends DeletableEntity {

    @Column(nullable = false, length = 64)
    private String customerGatewayId;

    @Column(length = 64)
    private @Nullable String vpnGatewayId;

    @Column(nullable = false, updatable = false)
    private boolean staticRoutesOnly;

    @Column(nullable = false, length = 64)
    private String localCidr;

    @Column(nullable = false, length = 64)
    private String remoteCidr;

    @Column
    private @Nullable Instant modifiedAt;

    @ElementCollection
    @CollectionTable(name = "vpn_tunnel", joinColumns = @JoinColumn(name = "connection_seq"))
    @OrderColumn(name = "position")
    private List<VpnTunnel> tunnels = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "vpn_static_route", joinColumns = @JoinColumn(name = "connection_seq"))
    @OrderColumn(name = "position")
    private List<StaticRoute> routes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected VpnConnectionEntity() {}

    VpnConnectionEntity(Scope scope, String id, Instant createdAt, VpnConnectionPlan plan, List<VpnTunnel> tunnels) {
        super(scope, id, createdAt);
        this.customerGatewayId = plan.customerGatewayId();
        this.vpnGatewayId = plan.vpnGatewayId();
        this.staticRoutesOnly = plan.staticRoutesOnly();
        this.localCidr = plan.localCidr().toString();
        this.remoteCidr = plan.remoteCidr().toString();
        this.tunnels.addAll(tunnels);
    }

    String customerGatewayId() {
        return customerGatewayId;
    }

    /** Null for a connection that waits for a gateway. */
    @Nullable
    String vpnGatewayId() {
        return vpnGatewayId;
    }

    /** False if routes come from BGP. */
    boolean staticRoutesOnly() {
        return staticRoutesOnly;
    }

    /** The networks on the customer's side. */
    String localCidr() {
        return localCidr;
    }

    /** The networks on Amazon's side. */
    String remoteCidr() {
        return remoteCidr;
    }

    Optional<Instant> modifiedAt() {
        return Optional.ofNullable(modifiedAt);
    }

    Optional<Instant> deletionTime() {
        return Optional.ofNullable(deletedAt());
    }

    List<VpnTunnel> tunnels() {
        return List.copyOf(tunnels);
    }

    List<StaticRoute> routes() {
        return List.copyOf(routes);
    }

    Optional<StaticRoute> route(Cidr destination) {
        return routes.stream()
                .filter(route -> route.destination().equals(destination))
                .findFirst();
    }

    void add(StaticRoute route) {
        routes.add(route);
    }

    void remove(StaticRoute route) {
        routes.remove(route);
    }

    void moveTo(@Nullable String newCustomerGatewayId, @Nullable String newVpnGatewayId) {
        if (newCustomerGatewayId != null) {
            this.customerGatewayId = newCustomerGatewayId;
        }
        if (newVpnGatewayId != null) {
            this.vpnGatewayId = newVpnGatewayId;
        }
    }

    void limit(Cidr local, Cidr remote) {
        this.localCidr = local.toString();
        this.remoteCidr = remote.toString();
    }

    void modified(Instant at) {
        this.modifiedAt = at;
    }
}
