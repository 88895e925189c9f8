package io.vpclocal.network.transitgateway;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attachment of a VPC to a transit gateway. */
@Entity
@Table(name = "transit_gateway_attachment")
public class TransitAttachmentEntity extends TransitEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String transitGatewayId;

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @Embedded
    private TransitAttachmentSwitches switches;

    /** An attachment is associated with one route table at most. */
    @Column(length = 64)
    private @Nullable String routeTableId;

    @ElementCollection
    @CollectionTable(name = "transit_gateway_attachment_subnet", joinColumns = @JoinColumn(name = "attachment_seq"))
    @OrderColumn(name = "position")
    private List<AttachmentSubnet> subnets = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected TransitAttachmentEntity() {}

    TransitAttachmentEntity(
            Scope scope,
            String id,
            Instant createdAt,
            String transitGatewayId,
            String vpcId,
            TransitAttachmentSwitches switches) {
        super(scope, id, createdAt);
        this.transitGatewayId = transitGatewayId;
        this.vpcId = vpcId;
        this.switches = switches;
    }

    public String transitGatewayId() {
        return transitGatewayId;
    }

    public String vpcId() {
        return vpcId;
    }

    TransitAttachmentSwitches switches() {
        return switches;
    }

    /** Whether both directions of a connection use the same Availability Zone. */
    public boolean applianceMode() {
        return switches.applianceMode();
    }

    /** The route table that decides about what comes from the VPC; null for none. */
    public @Nullable String routeTableId() {
        return routeTableId;
    }

    public List<AttachmentSubnet> subnets() {
        return List.copyOf(subnets);
    }

    void change(TransitAttachmentSwitches wanted) {
        this.switches = wanted;
    }

    void associate(@Nullable String tableId) {
        this.routeTableId = tableId;
    }

    void add(AttachmentSubnet subnet) {
        subnets.add(subnet);
    }

    void remove(AttachmentSubnet subnet) {
        subnets.remove(subnet);
    }
}
