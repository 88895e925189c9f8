package io.vpclocal.network.securitygroup;

import io.vpclocal.network.RuleTraffic;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One rule of a security group: it allows some traffic from or to one peer. */
@Entity
@Table(name = "security_group_rule")
public class SecurityGroupRuleEntity extends ResourceEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "group_seq", updatable = false)
    private SecurityGroupEntity group;

    @Column(nullable = false, updatable = false, length = 64)
    private String groupId;

    @Column(nullable = false, updatable = false)
    private boolean egress;

    @Column(nullable = false)
    private int protocol;

    @Column(nullable = false)
    private int fromPort;

    @Column(nullable = false)
    private int toPort;

    @Column(nullable = false, length = 64)
    private String peer;

    @Column(length = 255)
    private @Nullable String description;

    @Column(length = 12)
    private @Nullable String peerAccount;

    @Column(length = 64)
    private @Nullable String peerVpcId;

    @Column(length = 64)
    private @Nullable String peerConnectionId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected SecurityGroupRuleEntity() {}

    SecurityGroupRuleEntity(SecurityGroupEntity group, String id, Instant createdAt, boolean egress, RuleSpec spec) {
        super(group.scope(), id, createdAt);
        this.group = group;
        this.groupId = group.id();
        this.egress = egress;
        this.protocol = spec.traffic().protocol();
        this.fromPort = spec.traffic().from();
        this.toPort = spec.traffic().to();
        this.peer = spec.peer().text();
        this.description = spec.description();
        lead(spec.behind());
    }

    public String groupId() {
        return groupId;
    }

    /** True for an outbound rule. */
    public boolean egress() {
        return egress;
    }

    public RuleTraffic traffic() {
        return new RuleTraffic(protocol, fromPort, toPort);
    }

    public RulePeer peer() {
        return RulePeer.parse(peer);
    }

    public @Nullable String description() {
        return description;
    }

    /** The location of a peer group in another VPC. */
    @Nullable
    PeerGroup behind() {
        return peerAccount == null || peerVpcId == null || peerConnectionId == null
                ? null
                : new PeerGroup(peerAccount, peerVpcId, peerConnectionId);
    }

    /** {@code arn:aws:ec2:…:security-group-rule/sgr-…}. */
    public String arn() {
        return scope().arn("ec2", "security-group-rule/" + id());
    }

    RuleSpec spec() {
        return new RuleSpec(traffic(), peer(), description, behind());
    }

    void describe(@Nullable String text) {
        this.description = text;
    }

    void change(RuleSpec spec) {
        this.protocol = spec.traffic().protocol();
        this.fromPort = spec.traffic().from();
        this.toPort = spec.traffic().to();
        this.peer = spec.peer().text();
        this.description = spec.description();
        lead(spec.behind());
    }

    private void lead(@Nullable PeerGroup behind) {
        this.peerAccount = behind == null ? null : behind.account();
        this.peerVpcId = behind == null ? null : behind.vpcId();
        this.peerConnectionId = behind == null ? null : behind.connectionId();
    }
}
