package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.iam.IamScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A long-term access key of a user, or of an account's root user. */
@Entity
@Table(name = "iam_access_key")
public class AccessKeyEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "iam_seq")
    @SequenceGenerator(name = "iam_seq", sequenceName = "iam_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(name = "id", nullable = false, updatable = false, length = 32)
    private String keyId;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(name = "aws_partition", nullable = false, updatable = false, length = 16)
    private String partition;

    @Column(updatable = false)
    private @Nullable Long userSeq;

    @Column(nullable = false, updatable = false)
    private byte[] secret;

    @Column(nullable = false)
    private boolean active = true;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected AccessKeyEntity() {}

    /** @param secret the encrypted secret access key */
    AccessKeyEntity(IamScope scope, String keyId, @Nullable Long userSeq, byte[] secret, Instant createdAt) {
        this.account = scope.account();
        this.partition = scope.partition();
        this.keyId = keyId;
        this.userSeq = userSeq;
        this.secret = secret.clone();
        this.createdAt = createdAt;
    }

    public String id() {
        return keyId;
    }

    public IamScope scope() {
        return new IamScope(partition, account);
    }

    /** Null for a key of the root user. */
    @Nullable
    public Long userSeq() {
        return userSeq;
    }

    public byte[] encryptedSecret() {
        return secret.clone();
    }

    public boolean active() {
        return active;
    }

    void activate(boolean on) {
        this.active = on;
    }

    /** {@code Active} or {@code Inactive}. */
    String status() {
        return active ? "Active" : "Inactive";
    }

    public Instant createdAt() {
        return createdAt;
    }
}
