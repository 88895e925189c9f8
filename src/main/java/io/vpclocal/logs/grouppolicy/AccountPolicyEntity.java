package io.vpclocal.logs.grouppolicy;

import io.vpclocal.logs.LogsEntity;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A policy of an account for its log groups. */
@Entity
@Table(name = "log_account_policy")
class AccountPolicyEntity extends LogsEntity {

    @Column(nullable = false, updatable = false, length = 32)
    private String type;

    @Column(nullable = false, updatable = false, length = 512)
    private String name;

    @Column(nullable = false, length = 51_200)
    private String document;

    @Column(length = 25_000)
    private @Nullable String selectionCriteria;

    @Column(nullable = false)
    private long updatedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected AccountPolicyEntity() {}

    AccountPolicyEntity(Scope scope, String type, String name) {
        super(scope);
        this.type = type;
        this.name = name;
        this.document = "";
    }

    void define(String newDocument, @Nullable String criteria, long now) {
        this.document = newDocument;
        this.selectionCriteria = criteria;
        this.updatedAt = now;
    }

    String type() {
        return type;
    }

    String name() {
        return name;
    }

    String document() {
        return document;
    }

    @Nullable
    String selectionCriteria() {
        return selectionCriteria;
    }

    long updatedAt() {
        return updatedAt;
    }
}
