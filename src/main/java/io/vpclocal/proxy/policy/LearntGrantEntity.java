package io.vpclocal.proxy.policy;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A grant of a key in an upstream, as the resource policy with the same effect. */
@Entity
@Table(name = "learnt_grant")
class LearntGrantEntity {

    @Id
    @Column(length = 256)
    private String id;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(nullable = false, updatable = false, length = 700)
    private String resource;

    @Column(length = 8192)
    private @Nullable String token;

    @Column(nullable = false, length = 40_000)
    private String policy;

    @SuppressWarnings("NullAway.Init") // JPA
    protected LearntGrantEntity() {}

    LearntGrantEntity(String id, Scope owner, String resource, @Nullable String token, String policy) {
        this.id = id;
        this.account = owner.account();
        this.region = owner.region();
        this.resource = resource;
        this.token = token;
        this.policy = policy;
    }

    String policy() {
        return policy;
    }
}
