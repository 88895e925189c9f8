package io.vpclocal.identity.iam;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An account in IAM. */
@Entity
@Table(name = "iam_account")
public class AccountEntity {

    @Id
    @Column(nullable = false, length = 32)
    private String id;

    @Column(nullable = false, length = 12)
    private String account;

    @Column(nullable = false)
    private long revision;

    @Column(length = 63)
    private @Nullable String alias;

    @SuppressWarnings("NullAway.Init") // JPA
    protected AccountEntity() {}

    /** @param revision a revision that no earlier account with this number had */
    AccountEntity(IamScope scope, long revision) {
        this.id = scope.id();
        this.account = scope.account();
        this.revision = revision;
    }

    void changed() {
        revision++;
    }

    @Nullable
    public String alias() {
        return alias;
    }

    public void alias(@Nullable String text) {
        this.alias = text;
    }
}
