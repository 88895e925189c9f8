package io.vpclocal.network.routetable;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
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

    // No orphan removal: an association moves from one table to another.
    @OneToMany(mappedBy = "table", cascade = CascadeType.ALL)
    @OrderBy("seq")
    private List<RouteTableAssociationEntity> associations = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected RouteTableEntity() {}

    RouteTableEntity(Scope scope, String id, Instant createdAt, String vpcId) {
        super(scope, id, createdAt);
        this.vpcId = vpcId;
    }

    public String vpcId() {
        return vpcId;
    }

    /** The table's routes in the order in which they were made. */
    public List<RouteEntity> routes() {
        return List.copyOf(routes);
    }

    /** What the table's routes lead to. */
    List<String> targets() {
        return routes.stream().map(RouteEntity::target).toList();
    }

    List<RouteTableAssociationEntity> associations() {
        return associations;
    }

    /** The subnets that use this table because they were told to. */
    public List<String> subnetIds() {
        return associations.stream()
                .flatMap(association -> Optional.ofNullable(association.subnetId()).stream())
                .toList();
    }

    /** The gateways whose incoming traffic this table directs. */
    public List<String> gatewayIds() {
        return associations.stream()
                .flatMap(association -> Optional.ofNullable(association.gatewayId()).stream())
                .toList();
    }

    /** True if the VPC's subnets without a table of their own use this one. */
    public boolean main() {
        return associations.stream().anyMatch(RouteTableAssociationEntity::main);
    }

    public Optional<RouteEntity> route(RouteDestination destination) {
        return routes.stream()
                .filter(route -> route.destination().equals(destination))
                .findFirst();
    }

    void add(RouteDestination destination, String target, String origin) {
        routes.add(new RouteEntity(this, destination, target, origin));
    }

    void remove(RouteEntity route) {
        routes.remove(route);
    }
}
