package io.vpclocal.logs.grouppolicy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A data protection policy or an index policy of a log group. */
@Entity
@Table(name = "log_group_policy")
class GroupPolicyEntity {

    static final String DATA_PROTECTION = "DATA_PROTECTION";
    static final String INDEX = "INDEX";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "log_seq")
    @SequenceGenerator(name = "log_seq", sequenceName = "log_seq", allocationSize = 50)
    private @Nullable Long seq;

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
