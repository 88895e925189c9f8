package io.vpclocal.network.networkacl;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** The ACL of a subnet. Every subnet has exactly one such row. */
@Entity
@Table(name = "network_acl_association")
class NetworkAclAssociationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    private @Nullable Long seq;

    @Version
    private int version;

    @Column(nullable = false, length = 64)
    private String associationId;

    @Column(nullable = false, updatable = false, length = 64)
    private String subnetId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "acl_seq")
    private NetworkAclEntity acl;

    @SuppressWarnings("NullAway.Init") // JPA
    protected NetworkAclAssociationEntity() {}

    NetworkAclAssociationEntity(String associationId, String subnetId, NetworkAclEntity acl) {
        this.associationId = associationId;
        this.subnetId = subnetId;
        this.acl = acl;
    }

    String associationId() {
        return associationId;
    }

    String subnetId() {
        return subnetId;
    }

    NetworkAclEntity acl() {
        return acl;
    }

    /** Replaces the ACL. The association gets a new id. */
    void replace(NetworkAclEntity newAcl, String newAssociationId) {
        this.acl = newAcl;
        this.associationId = newAssociationId;
    }
}
