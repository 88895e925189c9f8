package io.vpclocal.network.vpngateway;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gateway that stays visible for a while after its deletion, in the state {@code deleted}. */
@MappedSuperclass
public abstract class DeletableEntity extends ResourceEntity {

    /** Our guess: AWS does not document how long. */
    private static final Duration VISIBLE = Duration.ofHours(1);

    @Column
    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected DeletableEntity() {}

    protected DeletableEntity(Scope scope, String id, Instant createdAt) {
        super(scope, id, createdAt);
    }

    /** {@code available} or {@code deleted}. */
    public String state() {
        return deletedAt == null ? "available" : "deleted";
    }

    public boolean isAvailable() {
        return deletedAt == null;
    }

    public boolean visible(Instant now) {
        return deletedAt == null || within(deletedAt, now);
    }

    public void delete(Instant at) {
        this.deletedAt = at;
    }

    /** When it was deleted, or null. */
    protected @Nullable Instant deletedAt() {
        return deletedAt;
    }

    static boolean within(Instant ended, Instant now) {
        return ended.plus(VISIBLE).isAfter(now);
    }
}
