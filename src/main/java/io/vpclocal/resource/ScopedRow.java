package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;

/** A row that belongs to one account and Region. {@code seq} is the order of creation. */
@MappedSuperclass
public abstract class ScopedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ScopedRow() {}

    protected ScopedRow(Scope scope) {
        this.account = scope.account();
        this.region = scope.region();
    }

    public Scope scope() {
        return new Scope(account, region);
    }

    /** The account that owns the row. */
    public String account() {
        return account;
    }

    public String region() {
        return region;
    }

    public long seq() {
        if (seq == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " has no row yet. Save it first.");
        }
        return seq;
    }
}
