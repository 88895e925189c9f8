package io.vpclocal.identity.federation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The key of the local issuer. There is at most one. */
@Entity
@Table(name = "oidc_signing_key")
class SigningKeyEntity {

    static final String ID = "local";

    @Id
    @Column(nullable = false, updatable = false, length = 32)
    private String id;

    @Column(nullable = false, updatable = false)
    private byte[] privateKey;

    @SuppressWarnings("NullAway.Init") // JPA
    protected SigningKeyEntity() {}

    /** @param privateKey encrypted */
    SigningKeyEntity(byte[] privateKey) {
        this.id = ID;
        this.privateKey = privateKey.clone();
    }

    String id() {
        return id;
    }

    byte[] encryptedKey() {
        return privateKey.clone();
    }
}
