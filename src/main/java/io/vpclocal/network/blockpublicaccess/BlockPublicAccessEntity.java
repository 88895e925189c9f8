package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.network.InternetBlockMode;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The mode of an account and Region. The row is created by the first change. */
@Entity
@Table(name = "vpc_block_public_access")
class BlockPublicAccessEntity extends ResourceEntity {

    @Column(nullable = false, length = 32)
    private String mode;

    @Column(nullable = false, length = 32)
    private String modeBefore;

    @Column(nullable = false)
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected BlockPublicAccessEntity() {}

    BlockPublicAccessEntity(Scope scope, Instant createdAt) {
        super(scope, idOf(scope), createdAt);
        this.mode = InternetBlockMode.OFF.wire();
        this.modeBefore = mode;
        this.changedAt = createdAt;
    }

    /** The fixed id of the row in an account and Region. */
    static String idOf(Scope scope) {
        return scope.region();
    }

    InternetBlockMode mode() {
        return InternetBlockMode.of(mode);
    }

    /** The mode until the last change is complete. */
    InternetBlockMode modeBefore() {
        return InternetBlockMode.of(modeBefore);
    }

    Instant changedAt() {
        return changedAt;
    }

    void change(InternetBlockMode from, InternetBlockMode to, Instant at) {
        this.modeBefore = from.wire();
        this.mode = to.wire();
        this.changedAt = at;
    }
}
