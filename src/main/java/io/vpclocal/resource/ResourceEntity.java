package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.committed.StoredRow;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A row with an AWS id in one account and Region. {@code seq} is the order of creation, which pages follow. Other
 * modules and tables refer to the AWS id only.
 */
@MappedSuperclass
public abstract class ResourceEntity extends ScopedRow implements StoredRow {

    /** The attribute with the AWS id. */
    static final String ID = "resourceId";

    @Version
    private int version;

    @Column(name = "id", nullable = false, updatable = false, length = 64)
    private String resourceId;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ResourceEntity() {}

    protected ResourceEntity(Scope scope, String resourceId, Instant createdAt) {
        super(scope);
        this.resourceId = resourceId;
        this.createdAt = createdAt;
    }

    public String id() {
        return resourceId;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
