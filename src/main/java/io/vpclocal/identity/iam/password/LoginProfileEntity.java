package io.vpclocal.identity.iam.password;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The password of a user, with earlier ones. */
@Entity
@Table(name = "iam_login_profile")
public class LoginProfileEntity {

    /** The largest value of {@code PasswordReusePrevention}. */
    private static final int REMEMBERED = 24;

    @Id
    @Column(nullable = false, updatable = false)
    private Long userSeq;

    @Column(nullable = false)
    private boolean resetRequired;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private Instant changedAt;

    @ElementCollection
    @CollectionTable(name = "iam_password", joinColumns = @JoinColumn(name = "user_seq"))
    @OrderColumn(name = "position")
    @Column(name = "hash", nullable = false, length = 128)
    private List<String> hashes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected LoginProfileEntity() {}

    LoginProfileEntity(long userSeq, Instant now) {
        this.userSeq = userSeq;
        this.createdAt = now;
        this.changedAt = now;
    }

    public long userSeq() {
        return userSeq;
    }

    public boolean resetRequired() {
        return resetRequired;
    }

    void requireReset(boolean required) {
        this.resetRequired = required;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    void changePassword(String hash, Instant now) {
        hashes.add(0, hash);
        if (hashes.size() > REMEMBERED) {
            hashes.remove(REMEMBERED);
        }
        this.changedAt = now;
    }

    boolean isCurrent(String password) {
        return PasswordHash.matches(hashes.get(0), password);
    }

    boolean isAmongLatest(int count, String password) {
        return hashes.stream().limit(count).anyMatch(hash -> PasswordHash.matches(hash, password));
    }
}
