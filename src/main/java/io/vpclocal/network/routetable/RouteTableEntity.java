package io.vpclocal.network.routetable;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A route table of a VPC with its routes and associations. */
@Entity
@Table(name = "route_table")
public class RouteTableEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @OneToMany(mappedBy = "table", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("seq")
    private List<RouteEntity> routes = new ArrayList<>();

    // No orphan removal: an association can move to another table.
    @OneToMany(mappedBy = "table", cascade = CascadeType.ALL)
    @OrderBy("seq")
    private List<RouteTableAssociationEntity> associations = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "route_table_propagation", joinColumns = @JoinColumn(name = "table_seq"))
    @OrderColumn(name = "position")
    @Column(name = "gateway_id", nullable = false, length = 64)
    private List<String> propagating = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected RouteTableEntity() {}

    RouteTableEntity(Scope scope, String id, Instant createdAt, String vpcId) {
        super(scope, id, createdAt);
        this.vpcId = vpcId;
    }

    public String vpcId() {
        return vpcId;
    }

    /** The table's routes in the order of their creation. */
    public List<RouteEntity> routes() {
        return List.copyOf(routes);
    }

    /** The targets of the table's routes. */
    List<String> targets() {
        return routes.stream().map(RouteEntity::target).toList();
    }

    List<RouteTableAssociationEntity> associations() {
        return associations;
    }

    /** The subnets that are explicitly associated with this table. */
    public List<String> subnetIds() {
        return associations.stream()
                .flatMap(association -> Optional.ofNullable(association.subnetId()).stream())
                .toList();
    }

    /** The gateways that are associated with this table. */
    public List<String> gatewayIds() {
        return associations.stream()
                .flatMap(association -> Optional.ofNullable(association.gatewayId()).stream())
                .toList();
    }

    /** True if this is the VPC's main table. */
    public boolean main() {
        return associations.stream().anyMatch(RouteTableAssociationEntity::main);
    }

    public Optional<RouteEntity> route(RouteDestination destination) {
        return routes.stream()
                .filter(route -> route.destination().equals(destination))
                .findFirst();
    }

    /** The virtual private gateways that may propagate routes to this table. */
    List<String> propagating() {
        return List.copyOf(propagating);
    }

    void propagate(String gatewayId, boolean on) {
        if (!on) {
            propagating.remove(gatewayId);
        } else if (!propagating.contains(gatewayId)) {
            propagating.add(gatewayId);
        }
    }

    void add(RouteDestination destination, String target, String origin) {
        routes.add(new RouteEntity(this, destination, target, origin));
    }

    void remove(RouteEntity route) {
        routes.remove(route);
    }
}
