package io.vpclocal.identity.iam.report;

import io.vpclocal.identity.iam.IamScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The latest credential report of an account. */
@Entity
@Table(name = "iam_credential_report")
class CredentialReportEntity {

    static final int LONGEST = 1_000_000;

    @Id
    @Column(nullable = false, updatable = false, length = 32)
    private String id;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, length = LONGEST)
    private String content;

    @Column(nullable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected CredentialReportEntity() {}

    CredentialReportEntity(IamScope scope, String content, Instant now) {
        this.id = scope.id();
        this.account = scope.account();
        this.content = content;
        this.createdAt = now;
    }

    String content() {
        return content;
    }

    Instant createdAt() {
        return createdAt;
    }

    void replace(String csv, Instant now) {
        this.content = csv;
        this.createdAt = now;
    }
}
