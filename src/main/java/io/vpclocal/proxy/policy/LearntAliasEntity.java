package io.vpclocal.proxy.policy;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An alias in an upstream, and the key that it stands for, both as ARNs. */
@Entity
@Table(name = "learnt_alias")
class LearntAliasEntity {

    @Id
    @Column(length = 700)
    private String arn;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(nullable = false, length = 700)
    private String target;

    @SuppressWarnings("NullAway.Init") // JPA
    protected LearntAliasEntity() {}

    LearntAliasEntity(String arn, Scope owner, String target) {
        this.arn = arn;
        this.account = owner.account();
        this.region = owner.region();
        this.target = target;
    }

    String arn() {
        return arn;
    }

    String target() {
        return target;
    }
}
