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

/** A transit gateway, which connects VPCs of its account and Region. */
@Entity
@Table(name = "transit_gateway")
public class TransitGatewayEntity extends TransitEntity {

    @Column(length = 1024)
    private @Nullable String description;

    @Column(nullable = false)
    private long amazonSideAsn;

    @Embedded
    private TransitGatewaySwitches switches;

    /** The table that new attachments are associated with; null for none. */
    @Column(length = 64)
    private @Nullable String associationTableId;

    /** The table that new attachments propagate their routes to; null for none. */
    @Column(length = 64)
    private @Nullable String propagationTableId;

    @ElementCollection
    @CollectionTable(name = "transit_gateway_cidr", joinColumns = @JoinColumn(name = "gateway_seq"))
    @OrderColumn(name = "position")
    @Column(name = "cidr", nullable = false, length = 64)
    private List<String> cidrBlocks = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected TransitGatewayEntity() {}

    TransitGatewayEntity(
            Scope scope, String id, Instant createdAt, long amazonSideAsn, TransitGatewaySwitches switches) {
        super(scope, id, createdAt);
        this.amazonSideAsn = amazonSideAsn;
        this.switches = switches;
    }

    @Nullable
    String description() {
        return description;
    }

    long amazonSideAsn() {
        return amazonSideAsn;
    }

    TransitGatewaySwitches switches() {
        return switches;
    }

    @Nullable
    String associationTableId() {
        return associationTableId;
    }

    @Nullable
    String propagationTableId() {
        return propagationTableId;
    }

    /** Addresses for Connect attachments. */
    List<String> cidrBlocks() {
        return List.copyOf(cidrBlocks);
    }

    void describe(@Nullable String text) {
        this.description = text;
    }

    void number(long asn) {
        this.amazonSideAsn = asn;
    }

    void change(TransitGatewaySwitches wanted) {
        this.switches = wanted;
    }

    void associateWith(@Nullable String tableId) {
        this.associationTableId = tableId;
    }

    void propagateTo(@Nullable String tableId) {
        this.propagationTableId = tableId;
    }

    void replaceCidrBlocks(List<String> blocks) {
        if (!blocks.equals(cidrBlocks)) {
            cidrBlocks.clear();
            cidrBlocks.addAll(blocks);
        }
    }
}
