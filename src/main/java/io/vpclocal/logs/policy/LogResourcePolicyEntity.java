package io.vpclocal.logs.policy;

import io.vpclocal.logs.LogsEntity;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A resource policy of an account or of one log group. */
@Entity
@Table(name = "log_resource_policy")
class LogResourcePolicyEntity extends LogsEntity {

    @Column(nullable = false, updatable = false, length = 512)
    private String name;

    @Column(nullable = false, updatable = false, length = 1024)
    private String resourceArn;

    @Column(nullable = false, length = 51_200)
    private String document;

    @Column(nullable = false, length = 64)
    private String revisionId;

    @Column(nullable = false)
    private long updatedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected LogResourcePolicyEntity() {}

    /** @param resourceArn empty for a policy of the account */
    @SuppressWarnings("NullAway.Init") // Set by define(), which every caller runs next.
    LogResourcePolicyEntity(Scope scope, String name, String resourceArn) {
        super(scope);
        this.name = name;
        this.resourceArn = resourceArn;
    }

    void define(String newDocument, String revision, long now) {
        this.document = newDocument;
        this.revisionId = revision;
        this.updatedAt = now;
    }

    String name() {
        return name;
    }

    /** Empty for a policy of the account. */
    String resourceArn() {
        return resourceArn;
    }

    String document() {
        return document;
    }

    String revisionId() {
        return revisionId;
    }

    long updatedAt() {
        return updatedAt;
    }

    boolean ofAccount() {
        return resourceArn.isEmpty();
    }
}
