package io.vpclocal.network.defaultvpc;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Records that an account has used a Region. Unique across nodes. */
@Entity
@Table(name = "account_region")
class AccountRegionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @SuppressWarnings("NullAway.Init") // JPA
    protected AccountRegionEntity() {}

    AccountRegionEntity(Scope scope) {
        this.account = scope.account();
        this.region = scope.region();
    }
}
