package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.committed.StoredRow;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row with an AWS id in one account and Region. {@code seq} is the order of creation, which pages follow. Other
 * modules and tables refer to the AWS id only.
 */
@MappedSuperclass
public abstract class ResourceEntity implements StoredRow {

    /** The attribute with the AWS id. */
    static final String ID = "resourceId";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Version
    private int version;

    @Column(name = "id", nullable = false, updatable = false, length = 64)
    private String resourceId;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ResourceEntity() {}

    protected ResourceEntity(Scope scope, String resourceId, Instant createdAt) {
        this.account = scope.account();
        this.region = scope.region();
        this.resourceId = resourceId;
        this.createdAt = createdAt;
    }

    public String id() {
        return resourceId;
    }

    @Override
    public Scope scope() {
        return new Scope(account, region);
    }

    /** The account that owns the resource. */
    public String account() {
        return account;
    }

    public String region() {
        return region;
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public long seq() {
        if (seq == null) {
            throw new IllegalStateException(resourceId + " has no row yet. Save it first.");
        }
        return seq;
    }
}
