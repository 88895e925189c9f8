package io.vpclocal.lattice;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A registered resource configuration or service network. Its id is the id in its ARN. */
@Entity
@Table(name = "lattice_resource")
class LatticeEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 32)
    @Enumerated(EnumType.STRING)
    private LatticeKind kind;

    @Column(nullable = false, updatable = false, length = 255)
    private String arn;

    @Column(nullable = false, length = LatticeRegistry.LONGEST_NAME)
    private String name;

    @ElementCollection
    @CollectionTable(name = "lattice_resource_share", joinColumns = @JoinColumn(name = "resource_seq"))
    @OrderColumn(name = "position")
    @Column(name = "shared_with", nullable = false, length = 12)
    private List<String> sharedWith = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "lattice_resource_member", joinColumns = @JoinColumn(name = "resource_seq"))
    @OrderColumn(name = "position")
    @Column(name = "member_arn", nullable = false, length = 255)
    private List<String> members = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected LatticeEntity() {}

    LatticeEntity(LatticeArn arn, Instant createdAt) {
        super(new Scope(arn.account(), arn.region()), arn.id(), createdAt);
        this.kind = arn.kind();
        this.arn = arn.text();
        this.name = arn.id();
    }

    LatticeKind kind() {
        return kind;
    }

    String arn() {
        return arn;
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        this.name = newName;
    }

    /** The other accounts whose endpoints may connect to it. */
    List<String> sharedWith() {
        return sharedWith;
    }

    /** The ARNs of a service network's resource configurations. */
    List<String> members() {
        return members;
    }

    boolean usableBy(String account) {
        return account.equals(account()) || sharedWith.contains(account);
    }
}
