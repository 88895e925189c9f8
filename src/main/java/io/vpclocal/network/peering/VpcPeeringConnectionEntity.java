package io.vpclocal.network.peering;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A peering connection as one account and Region sees it. If its VPCs belong to two accounts or Regions, two rows share
 * one id and are changed together.
 */
@Entity
@Table(name = "vpc_peering_connection")
class VpcPeeringConnectionEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 12)
    private String requesterAccount;

    @Column(nullable = false, updatable = false, length = 32)
    private String requesterRegion;

    @Column(nullable = false, updatable = false, length = 64)
    private String requesterVpcId;

    @Column(nullable = false, updatable = false, length = 12)
    private String accepterAccount;

    @Column(nullable = false, updatable = false, length = 32)
    private String accepterRegion;

    @Column(nullable = false, updatable = false, length = 64)
    private String accepterVpcId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private PeeringPhase phase;

    @Column(nullable = false)
    private Instant phaseSince;

    @Column(length = 12)
    private @Nullable String endedBy;

    @Column(nullable = false)
    private boolean requesterDns;

    @Column(nullable = false)
    private boolean accepterDns;

    @SuppressWarnings("NullAway.Init") // JPA
    protected VpcPeeringConnectionEntity() {}

    /** @param scope the owner of the row: the requester or the accepter */
    VpcPeeringConnectionEntity(Scope scope, String id, Instant createdAt, PeeredVpc requester, PeeredVpc accepter) {
        super(scope, id, createdAt);
        this.requesterAccount = requester.scope().account();
        this.requesterRegion = requester.scope().region();
        this.requesterVpcId = requester.vpcId();
        this.accepterAccount = accepter.scope().account();
        this.accepterRegion = accepter.scope().region();
        this.accepterVpcId = accepter.vpcId();
        this.phase = PeeringPhase.REQUESTED;
        this.phaseSince = createdAt;
    }

    PeeredVpc requester() {
        return new PeeredVpc(new Scope(requesterAccount, requesterRegion), requesterVpcId);
    }

    PeeredVpc accepter() {
        return new PeeredVpc(new Scope(accepterAccount, accepterRegion), accepterVpcId);
    }

    PeeringPhase phase() {
        return phase;
    }

    Instant phaseSince() {
        return phaseSince;
    }

    /** The account that deleted it; null if it is not deleted. */
    @Nullable
    String endedBy() {
        return endedBy;
    }

    boolean sameAccount() {
        return requesterAccount.equals(accepterAccount);
    }

    boolean sameRegion() {
        return requesterRegion.equals(accepterRegion);
    }

    boolean isRequester(Scope scope) {
        return requester().scope().equals(scope);
    }

    boolean isAccepter(Scope scope) {
        return accepter().scope().equals(scope);
    }

    boolean requesterDns() {
        return requesterDns;
    }

    boolean accepterDns() {
        return accepterDns;
    }

    void move(PeeringPhase to, Instant at) {
        this.phase = to;
        this.phaseSince = at;
    }

    void delete(String account, Instant at) {
        move(PeeringPhase.DELETED, at);
        this.endedBy = account;
    }

    void resolveForRequester(boolean on) {
        this.requesterDns = on;
    }

    void resolveForAccepter(boolean on) {
        this.accepterDns = on;
    }
}
