package io.vpclocal.logs.grouppolicy;

import io.vpclocal.logs.LogsRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A data protection policy or an index policy of a log group. */
@Entity
@Table(name = "log_group_policy")
class GroupPolicyEntity extends LogsRow {

    static final String DATA_PROTECTION = "DATA_PROTECTION";
    static final String INDEX = "INDEX";

    @Column(nullable = false, updatable = false)
    private long groupSeq;

    @Column(nullable = false, updatable = false, length = 32)
    private String type;

    @Column(nullable = false, length = 51_200)
    private String document;

    @Column(nullable = false)
    private long updatedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected GroupPolicyEntity() {}

    GroupPolicyEntity(long groupSeq, String type) {
        this.groupSeq = groupSeq;
        this.type = type;
        this.document = "";
    }

    void define(String newDocument, long now) {
        this.document = newDocument;
        this.updatedAt = now;
    }

    String document() {
        return document;
    }

    long updatedAt() {
        return updatedAt;
    }
}
