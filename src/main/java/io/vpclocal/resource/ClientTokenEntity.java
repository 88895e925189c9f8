package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A used client token with the id of its resource. */
@Entity
@Table(name = "client_token")
class ClientTokenEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, length = 12)
    private String account;

    @Column(nullable = false, length = 32)
    private String region;

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
        this.account = scope.account();
        this.region = scope.region();
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
