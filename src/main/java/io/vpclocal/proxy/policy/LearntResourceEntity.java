package io.vpclocal.proxy.policy;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A resource in an upstream, with its owner and its policy. */
@Entity
@Table(name = "learnt_resource")
class LearntResourceEntity {

    @Id
    @Column(length = 700)
    private String arn;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(length = 40_000)
    private @Nullable String policy;

    @SuppressWarnings("NullAway.Init") // JPA
    protected LearntResourceEntity() {}

    LearntResourceEntity(String arn, Scope owner) {
        this.arn = arn;
        this.account = owner.account();
        this.region = owner.region();
    }

    String account() {
        return account;
    }

    @Nullable
    String policy() {
        return policy;
    }

    void setPolicy(@Nullable String value) {
        this.policy = value;
    }
}
