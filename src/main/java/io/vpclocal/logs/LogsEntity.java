package io.vpclocal.logs;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;

/** A row of this module that lives in one account and Region. */
@MappedSuperclass
public abstract class LogsEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "log_seq")
    @SequenceGenerator(name = "log_seq", sequenceName = "log_seq", allocationSize = 50)
    private @Nullable Long seq;

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

    /** The row's number, by which other rows refer to it. */
    public long seq() {
        if (seq == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " has no row yet. Save it first.");
        }
        return seq;
    }
}
