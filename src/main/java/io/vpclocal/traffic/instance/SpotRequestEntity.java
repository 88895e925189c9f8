package io.vpclocal.traffic.instance;

import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A one-time spot request of a launch, with its instance. */
@Entity
@Table(name = "spot_request")
class SpotRequestEntity extends ResourceEntity {

    private static final String ACTIVE = "active";
    private static final String CANCELLED = "cancelled";
    private static final String CLOSED = "closed";

    @Column(nullable = false, updatable = false, length = 64)
    private String instanceId;

    @Column(nullable = false, updatable = false, length = 32)
    private String availabilityZone;

    @Column(nullable = false, updatable = false, length = 64)
    private String productDescription;

    @Column(updatable = false, length = 32)
    private @Nullable String maxPrice;

    @Column(nullable = false, updatable = false, length = 1_000_000)
    private String specification;

    @Column(nullable = false, length = 16)
    private String state;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 32)
    private SpotStatus status;

    @Column(nullable = false)
    private Instant statusSince;

    @SuppressWarnings("NullAway.Init") // JPA
    protected SpotRequestEntity() {}

    SpotRequestEntity(
            InstanceEntity instance, String id, Instant now, @Nullable String maxPrice, String specification) {
        super(instance.scope(), id, now);
        this.instanceId = instance.id();
        this.availabilityZone = instance.availabilityZone();
        this.productDescription = instance.settings().platformDetails();
        this.maxPrice = maxPrice;
        this.specification = specification;
        this.state = ACTIVE;
        this.status = SpotStatus.FULFILLED;
        this.statusSince = now;
    }

    String instanceId() {
        return instanceId;
    }

    String availabilityZone() {
        return availabilityZone;
    }

    /** {@code Linux/UNIX} or another platform. */
    String productDescription() {
        return productDescription;
    }

    /** Null if the launch has none. AWS shows the price of an instance on demand then. */
    @Nullable
    String maxPrice() {
        return maxPrice;
    }

    /** The launch as the request shows it, in JSON. */
    String specification() {
        return specification;
    }

    /** {@code active}, {@code cancelled} or {@code closed}. */
    String state() {
        return state;
    }

    SpotStatus status() {
        return status;
    }

    Instant statusSince() {
        return statusSince;
    }

    /** Its instance continues to run. A request that is not active stays as it is. */
    void cancel(Instant now) {
        if (state.equals(ACTIVE)) {
            this.state = CANCELLED;
            enter(SpotStatus.CANCELED, now);
        }
    }

    /** Its instance is terminated. A cancelled request stays cancelled. */
    void end(Instant now) {
        if (state.equals(ACTIVE)) {
            this.state = CLOSED;
        }
        enter(SpotStatus.TERMINATED, now);
    }

    private void enter(SpotStatus next, Instant now) {
        this.status = next;
        this.statusSince = now;
    }
}
