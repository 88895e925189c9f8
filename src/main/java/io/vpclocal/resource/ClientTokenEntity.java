package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A used client token with the id of its resource. */
@Entity
@Table(name = "client_token")
class ClientTokenEntity extends ScopedRow {

    @Column(nullable = false, length = 128)
    private String action;

    @Column(nullable = false, length = 64)
    private String token;

    @Column(nullable = false, length = 64)
    private String fingerprint;

    @Column(nullable = false, length = 64)
    private String resourceId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ClientTokenEntity() {}

    ClientTokenEntity(Scope scope, String action, String token, String fingerprint) {
        super(scope);
        this.action = action;
        this.token = token;
        this.fingerprint = fingerprint;
        this.resourceId = "";
    }

    String fingerprint() {
        return fingerprint;
    }

    String resourceId() {
        return resourceId;
    }

    void made(String id) {
        this.resourceId = id;
    }
}
