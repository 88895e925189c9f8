package io.vpclocal.gateway.policy;

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

    @Column(nullable = false, length = 700)
    private String target;

    @SuppressWarnings("NullAway.Init") // JPA
    protected LearntAliasEntity() {}

    LearntAliasEntity(String arn, String target) {
        this.arn = arn;
        this.target = target;
    }

    String arn() {
        return arn;
    }

    String target() {
        return target;
    }
}
