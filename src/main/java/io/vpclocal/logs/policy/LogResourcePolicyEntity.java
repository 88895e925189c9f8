package io.vpclocal.logs.policy;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourcePolicy;

/** A policy of an account, or of one log group. */
@Entity
@Table(name = "log_resource_policy")
class LogResourcePolicyEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "log_seq")
    @SequenceGenerator(name = "log_seq", sequenceName = "log_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

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
    @SuppressWarnings("NullAway.Init") // define() follows at once
    LogResourcePolicyEntity(Scope scope, String name, String resourceArn) {
        this.account = scope.account();
        this.region = scope.region();
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

    String revisionId() {
        return revisionId;
    }

    boolean ofAccount() {
        return resourceArn.isEmpty();
    }

    ResourcePolicy toWire() {
        ResourcePolicy.Builder policy = ResourcePolicy.builder()
                .policyName(name)
                .policyDocument(document)
                .lastUpdatedTime(updatedAt)
                .policyScope(ofAccount() ? "ACCOUNT" : "RESOURCE");
        if (!ofAccount()) {
            policy.resourceArn(resourceArn).revisionId(revisionId);
        }
        return policy.build();
    }
}
