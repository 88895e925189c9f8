package io.vpclocal.identity.iam;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An account as IAM knows it. */
@Entity
@Table(name = "iam_account")
class AccountEntity {

    @Id
    @Column(nullable = false, length = 32)
    private String id;

    @Column(nullable = false)
    private long revision;

    @Column(length = 63)
    private @Nullable String alias;

    @SuppressWarnings("NullAway.Init") // JPA
    protected AccountEntity() {}

    AccountEntity(IamScope scope) {
        this.id = scope.id();
    }

    void changed() {
        revision++;
    }

    @Nullable
    String alias() {
        return alias;
    }

    void alias(@Nullable String text) {
        this.alias = text;
    }
}
