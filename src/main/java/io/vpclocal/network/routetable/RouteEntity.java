package io.vpclocal.network.routetable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A route: packets to its destination go to its target. */
@Entity
@Table(name = "route")
public class RouteEntity {

    static final String OF_TABLE = "CreateRouteTable";
    static final String OF_USER = "CreateRoute";
    static final String PROPAGATED = "EnableVgwRoutePropagation";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "table_seq", nullable = false, updatable = false)
    private RouteTableEntity table;

    @Column(nullable = false, updatable = false, length = 64)
    private String destination;

    @Column(nullable = false, length = 64)
    private String target;

    @Column(nullable = false, length = 32)
    private String origin;

    @SuppressWarnings("NullAway.Init") // JPA
    protected RouteEntity() {}

    RouteEntity(RouteTableEntity table, RouteDestination destination, String target, String origin) {
        this.table = table;
        this.destination = destination.text();
        this.target = target;
        this.origin = origin;
    }

    public RouteDestination destination() {
        return RouteDestination.parse(destination);
    }

    /** The id of the target, or {@code local}. */
    public String target() {
        return target;
    }

    /**
     * {@code CreateRouteTable} for the local routes of a new table, {@code EnableVgwRoutePropagation} for propagated
     * routes, {@code CreateRoute} for all others.
     */
    public String origin() {
        return origin;
    }

    /** True for a local route, even if its target was replaced. */
    public boolean ofTable() {
        return origin.equals(OF_TABLE);
    }

    /** True for a route that a gateway endpoint created. Only the endpoint can remove it. */
    public boolean ofEndpoint() {
        return target.startsWith("vpce-") && destination().kind() == RouteDestination.Kind.PREFIX_LIST;
    }

    /** True for a route that a virtual private gateway propagated. */
    public boolean propagated() {
        return origin.equals(PROPAGATED);
    }

    boolean leadsTo(String id) {
        return target.equals(id);
    }

    void redirect(String newTarget) {
        this.target = newTarget;
    }

    /** Changes a propagated route into a static one, or the reverse. Each table has one route to a destination. */
    void become(String newTarget, String newOrigin) {
        this.target = newTarget;
        this.origin = newOrigin;
    }
}
