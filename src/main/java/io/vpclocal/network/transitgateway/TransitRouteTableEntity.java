package io.vpclocal.network.transitgateway;

import io.vpclocal.network.Cidr;
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

/** A route table of a transit gateway with its static routes. */
@Entity
@Table(name = "transit_gateway_route_table")
class TransitRouteTableEntity extends TransitEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String transitGatewayId;

    @ElementCollection
    @CollectionTable(name = "transit_gateway_propagation", joinColumns = @JoinColumn(name = "table_seq"))
    @OrderColumn(name = "position")
    @Column(name = "attachment_id", nullable = false, length = 64)
    private List<String> propagating = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "transit_gateway_route", joinColumns = @JoinColumn(name = "table_seq"))
    @OrderColumn(name = "position")
    private List<TransitRoute> routes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected TransitRouteTableEntity() {}

    TransitRouteTableEntity(Scope scope, String id, Instant createdAt, String transitGatewayId) {
        super(scope, id, createdAt);
        this.transitGatewayId = transitGatewayId;
    }

    String transitGatewayId() {
        return transitGatewayId;
    }

    /** The attachments whose VPCs' CIDR blocks are routes of this table. */
    List<String> propagating() {
        return List.copyOf(propagating);
    }

    /** The static routes, in the order of their creation. */
    List<TransitRoute> routes() {
        return List.copyOf(routes);
    }

    Optional<TransitRoute> route(Cidr destination) {
        return routes.stream()
                .filter(route -> route.destination().equals(destination))
                .findFirst();
    }

    void propagate(String attachmentId, boolean on) {
        if (!on) {
            propagating.remove(attachmentId);
        } else if (!propagating.contains(attachmentId)) {
            propagating.add(attachmentId);
        }
    }

    void add(TransitRoute route) {
        routes.add(route);
    }

    void remove(TransitRoute route) {
        routes.remove(route);
    }
}
