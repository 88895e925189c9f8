package io.vpclocal.compute.keypair;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key pair. Its private key is not stored. */
@Entity
@Table(name = "key_pair")
class KeyPairEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 255)
    private String name;

    @Column(nullable = false, updatable = false, length = 8)
    private String keyType;

    @Column(nullable = false, updatable = false, length = 64)
    private String fingerprint;

    @Column(nullable = false, updatable = false, length = 4000)
    private String publicKey;

    @SuppressWarnings("NullAway.Init") // JPA
    protected KeyPairEntity() {}

    KeyPairEntity(Scope scope, String id, Instant createdAt, String name, PublicKeyMaterial key) {
        super(scope, id, createdAt);
        this.name = name;
        this.keyType = key.type();
        this.fingerprint = key.fingerprint();
        this.publicKey = key.openSsh();
    }

    String name() {
        return name;
    }

    /** {@code rsa} or {@code ed25519}. */
    String keyType() {
        return keyType;
    }

    String fingerprint() {
        return fingerprint;
    }

    /** In OpenSSH form, with the pair's name as the comment. */
    String publicKey() {
        return publicKey + " " + name;
    }
}
