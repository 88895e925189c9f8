package io.vpclocal.charges;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time that an interface endpoint spent in one Availability Zone, in any state. */
@Entity
@Table(name = "endpoint_stay")
class EndpointUptimeEntity {

    private static final long SECONDS_PER_HOUR = 3600;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "endpoint_stay_seq")
    @SequenceGenerator(name = "endpoint_stay_seq", sequenceName = "endpoint_stay_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(nullable = false, updatable = false, length = 64)
    private String endpointId;

    @Column(nullable = false, updatable = false, length = 32)
    private String zone;

    @Column(nullable = false, updatable = false)
    private Instant enteredAt;

    @Column
    private @Nullable Instant leftAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected EndpointUptimeEntity() {}

    EndpointUptimeEntity(Scope scope, String endpointId, String zone, Instant enteredAt) {
        this.account = scope.account();
        this.region = scope.region();
        this.endpointId = endpointId;
        this.zone = zone;
        this.enteredAt = enteredAt;
    }

    Scope scope() {
        return new Scope(account, region);
    }

    String endpointId() {
        return endpointId;
    }

    /** The zone's name, such as {@code us-east-1a}. */
    String zone() {
        return zone;
    }

    /** The hours until now, or until the end. A started hour counts as a full one. */
    long hours(Instant now) {
        Duration stay = Duration.between(enteredAt, leftAt == null ? now : leftAt);
        long seconds = stay.isNegative() ? 0 : stay.plusMillis(999).toSeconds();
        return Math.max(1, (seconds + SECONDS_PER_HOUR - 1) / SECONDS_PER_HOUR);
    }
}
