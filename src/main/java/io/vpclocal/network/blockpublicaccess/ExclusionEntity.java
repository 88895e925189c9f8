package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A VPC or subnet that is excluded from VPC Block Public Access. A deleted exclusion stays visible for a while. */
@Entity
@Table(name = "vpc_block_public_access_exclusion")
class ExclusionEntity extends ResourceEntity {

    static final String ALLOW_BIDIRECTIONAL = "allow-bidirectional";
    static final String ALLOW_EGRESS = "allow-egress";

    @Column(name = "resource_id", nullable = false, updatable = false, length = 64)
    private String excludedId;

    @Column(nullable = false, length = 32)
    private String mode;

    @Column(length = 32)
    private @Nullable String modeBefore;

    @Column(nullable = false)
    private Instant changedAt;

    @Column
    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ExclusionEntity() {}

    ExclusionEntity(Scope scope, String id, Instant createdAt, String excludedId, String mode) {
        super(scope, id, createdAt);
        this.excludedId = excludedId;
        this.mode = mode;
        this.changedAt = createdAt;
    }

    /** The id of the VPC or subnet. */
    String excludedId() {
        return excludedId;
    }

    String resourceArn() {
        String type = excludedId.startsWith("subnet-") ? "subnet/" : "vpc/";
        return scope().arn("ec2", type + excludedId);
    }

    /** {@code allow-bidirectional} or {@code allow-egress}. */
    String mode() {
        return mode;
    }

    /** The mode until the last change is complete; null if it was never changed. */
    @Nullable
    String modeBefore() {
        return modeBefore;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    Instant deletedAt() {
        return deletedAt;
    }

    void change(String newMode, Instant at) {
        this.modeBefore = mode;
        this.mode = newMode;
        this.changedAt = at;
    }

    void delete(Instant at) {
        this.deletedAt = at;
    }
}
