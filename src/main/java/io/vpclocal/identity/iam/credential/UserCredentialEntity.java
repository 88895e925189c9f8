package io.vpclocal.identity.iam.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An SSH public key, a signing certificate or a service-specific credential of a user. */
@Entity
@Table(name = "iam_user_credential")
class UserCredentialEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "iam_seq")
    @SequenceGenerator(name = "iam_seq", sequenceName = "iam_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 24)
    private CredentialKind kind;

    @Column(nullable = false, updatable = false, length = 128)
    private String credentialId;

    @Column(nullable = false, updatable = false)
    private Long userSeq;

    @Column(updatable = false, length = 16_384)
    private @Nullable String body;

    @Column(updatable = false, length = 128)
    private @Nullable String service;

    @Column(updatable = false, length = 200)
    private @Nullable String serviceUser;

    @Column(updatable = false)
    private @Nullable Instant expiresAt;

    @Column(nullable = false)
    private boolean active = true;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected UserCredentialEntity() {}

    /** @param body the key or certificate; null for service-specific credentials */
    UserCredentialEntity(
            CredentialKind kind, String credentialId, long userSeq, @Nullable String body, Instant createdAt) {
        this.kind = kind;
        this.credentialId = credentialId;
        this.userSeq = userSeq;
        this.body = body;
        this.createdAt = createdAt;
    }

    void ofService(String name, String user, @Nullable Instant end) {
        this.service = name;
        this.serviceUser = user;
        this.expiresAt = end;
    }

    CredentialKind kind() {
        return kind;
    }

    String id() {
        return credentialId;
    }

    String body() {
        return body == null ? "" : body;
    }

    String service() {
        return service == null ? "" : service;
    }

    String serviceUser() {
        return serviceUser == null ? "" : serviceUser;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    boolean active() {
        return active;
    }

    /** {@code Active} or {@code Inactive}. */
    String status() {
        return active ? "Active" : "Inactive";
    }

    void activate(boolean on) {
        this.active = on;
    }

    Instant createdAt() {
        return createdAt;
    }
}
