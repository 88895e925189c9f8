package io.vpclocal.network.vpngateway;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A virtual private gateway, attached to one VPC or to none. */
@Entity
@Table(name = "vpn_gateway")
public class VpnGatewayEntity extends DeletableEntity {

    @Column(nullable = false, updatable = false)
    private long amazonSideAsn;

    @Column(updatable = false, length = 32)
    private @Nullable String availabilityZone;

    @Column(length = 64)
    private @Nullable String vpcId;

    @Column
    private @Nullable Instant detachedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected VpnGatewayEntity() {}

    VpnGatewayEntity(Scope scope, String id, Instant createdAt, long amazonSideAsn, @Nullable String availabilityZone) {
        super(scope, id, createdAt);
        this.amazonSideAsn = amazonSideAsn;
        this.availabilityZone = availabilityZone;
    }

    public long amazonSideAsn() {
        return amazonSideAsn;
    }

    /** The zone that its creation named, or null. */
    public @Nullable String availabilityZone() {
        return availabilityZone;
    }

    /** The VPC that it is attached to, or was attached to last; null if it never had one. */
    @Nullable
    String lastVpcId() {
        return vpcId;
    }

    /** When it was detached from {@link #lastVpcId}; null if it is attached. */
    @Nullable
    Instant detachedAt() {
        return detachedAt;
    }

    /** The VPC that it is attached to, or null. */
    public @Nullable String vpcId() {
        return detachedAt == null ? vpcId : null;
    }

    public boolean attachedTo(String id) {
        return id.equals(vpcId());
    }

    void attach(String id) {
        this.vpcId = id;
        this.detachedAt = null;
    }

    void detach(Instant at) {
        this.detachedAt = at;
    }
}
