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

/** The association of a route table with a subnet or a gateway, or as the main table of a VPC. */
@Entity
@Table(name = "route_table_association")
public class RouteTableAssociationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(name = "id", nullable = false, length = 64)
    private String associationId;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "table_seq", nullable = false)
    private RouteTableEntity table;

    @Column(updatable = false, length = 64)
    private @Nullable String subnetId;

    @Column(updatable = false, length = 64)
    private @Nullable String gatewayId;

    @Column(nullable = false, updatable = false)
    private boolean mainTable;

    @SuppressWarnings("NullAway.Init") // JPA
    protected RouteTableAssociationEntity() {}

    private RouteTableAssociationEntity(
            RouteTableEntity table, String id, @Nullable String subnetId, @Nullable String gatewayId) {
        this.associationId = id;
        this.account = table.account();
        this.region = table.region();
        this.vpcId = table.vpcId();
        this.table = table;
        this.subnetId = subnetId;
        this.gatewayId = gatewayId;
        this.mainTable = subnetId == null && gatewayId == null;
    }

    static RouteTableAssociationEntity main(RouteTableEntity table, String id) {
        return new RouteTableAssociationEntity(table, id, null, null);
    }

    static RouteTableAssociationEntity subnet(RouteTableEntity table, String id, String subnetId) {
        return new RouteTableAssociationEntity(table, id, subnetId, null);
    }

    static RouteTableAssociationEntity gateway(RouteTableEntity table, String id, String gatewayId) {
        return new RouteTableAssociationEntity(table, id, null, gatewayId);
    }

    /** {@code rtbassoc-…} */
    public String id() {
        return associationId;
    }

    public RouteTableEntity table() {
        return table;
    }

    /** The VPC of the subnet, the gateway, or the main table. */
    public String vpcId() {
        return vpcId;
    }

    public @Nullable String subnetId() {
        return subnetId;
    }

    public @Nullable String gatewayId() {
        return gatewayId;
    }

    /** True for the association as the main route table. */
    public boolean main() {
        return mainTable;
    }

    /** AWS gives a replaced association a new id. */
    void moveTo(RouteTableEntity newTable, String newId) {
        table.associations().remove(this);
        this.table = newTable;
        this.associationId = newId;
        newTable.associations().add(this);
    }
}
