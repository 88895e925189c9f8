package io.vpclocal.logs;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** A row of this module that belongs to one account and Region. */
@MappedSuperclass
public abstract class LogsEntity extends LogsRow {

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @SuppressWarnings("NullAway.Init") // JPA
    protected LogsEntity() {}

    protected LogsEntity(Scope scope) {
        this.account = scope.account();
        this.region = scope.region();
    }

    public Scope scope() {
        return new Scope(account, region);
    }
}
