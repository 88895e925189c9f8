package io.vpclocal.compute.placementgroup;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A placement group. It places no machines, but decides where instances may be launched. */
@Entity
@Table(name = "placement_group")
public class PlacementGroupEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 255)
    private String name;

    @Column(nullable = false, updatable = false, length = 16)
    private String strategy;

    @Column(updatable = false)
    private @Nullable Integer partitionCount;

    @Column(updatable = false, length = 16)
    private @Nullable String spreadLevel;

    @SuppressWarnings("NullAway.Init") // JPA
    protected PlacementGroupEntity() {}

    PlacementGroupEntity(Scope scope, String id, Instant createdAt, String name, PlacementStrategy strategy) {
        super(scope, id, createdAt);
        this.name = name;
        this.strategy = strategy.name();
        this.partitionCount = strategy.partitionCount();
        this.spreadLevel = strategy.spreadLevel();
    }

    public String name() {
        return name;
    }

    /** {@code cluster}, {@code spread} or {@code partition}. */
    public String strategy() {
        return strategy;
    }

    /** True if all its instances must be in one zone. */
    public boolean ofOneZone() {
        return strategy.equals(PlacementStrategy.CLUSTER);
    }

    /** Empty for other strategies than {@code partition}. */
    public Optional<Integer> partitionCount() {
        return Optional.ofNullable(partitionCount);
    }

    /** {@code rack} or {@code host}; null for other strategies than {@code spread}. */
    @Nullable
    String spreadLevel() {
        return spreadLevel;
    }

    String arn() {
        return PlacementGroups.arn(scope(), name);
    }
}
