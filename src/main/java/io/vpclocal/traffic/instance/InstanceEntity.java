package io.vpclocal.traffic.instance;

import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance. A terminated instance is kept for an hour. */
@Entity
@Table(name = "ec2_instance")
class InstanceEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String reservationId;

    @Column(nullable = false, updatable = false)
    private int launchIndex;

    @Column(nullable = false, updatable = false, length = 255)
    private String imageId;

    @Column(nullable = false, length = 64)
    private String instanceType;

    @Column(updatable = false, length = 255)
    private @Nullable String keyName;

    @Column(updatable = false, length = 64)
    private @Nullable String clientToken;

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @Column(nullable = false, updatable = false, length = 64)
    private String subnetId;

    @Column(nullable = false, updatable = false, length = 32)
    private String availabilityZone;

    @Column(nullable = false, updatable = false)
    private boolean publicAddress;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private InstancePhase phase;

    @Column(nullable = false)
    private Instant phaseSince;

    @Column(nullable = false)
    private Instant launchedAt;

    @Embedded
    private InstanceSettings settings;

    @Embedded
    private InstanceNames names;

    @Embedded
    private @Nullable InstancePlacement placement;

    @Column(length = 64)
    private @Nullable String spotRequestId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected InstanceEntity() {}

    InstanceEntity(
            SubnetEntity subnet,
            String id,
            String reservationId,
            int launchIndex,
            Launch launch,
            @Nullable InstancePlacement placement,
            Instant now) {
        super(subnet.scope(), id, now);
        this.reservationId = reservationId;
        this.launchIndex = launchIndex;
        this.imageId = launch.imageId();
        this.instanceType = launch.instanceType();
        this.keyName = launch.keyName();
        this.clientToken = launch.clientToken();
        this.vpcId = subnet.vpcId();
        this.subnetId = subnet.id();
        this.availabilityZone = subnet.availabilityZone();
        this.publicAddress = launch.publicAddress(subnet);
        this.phase = InstancePhase.STARTED;
        this.phaseSince = now;
        this.launchedAt = now;
        this.settings = launch.settings().get();
        this.names = launch.names(subnet);
        this.placement = placement;
    }

    /** Empty for instances on demand. */
    Optional<String> spotRequestId() {
        return Optional.ofNullable(spotRequestId);
    }

    /** Makes a new instance the one that fulfils a spot request. */
    void fulfil(String requestId) {
        this.spotRequestId = requestId;
    }

    /** Empty if it is in no placement group. */
    Optional<InstancePlacement> placement() {
        return Optional.ofNullable(placement);
    }

    InstanceNames names() {
        return names;
    }

    String reservationId() {
        return reservationId;
    }

    int launchIndex() {
        return launchIndex;
    }

    String imageId() {
        return imageId;
    }

    String instanceType() {
        return instanceType;
    }

    @Nullable
    String keyName() {
        return keyName;
    }

    @Nullable
    String clientToken() {
        return clientToken;
    }

    String vpcId() {
        return vpcId;
    }

    String subnetId() {
        return subnetId;
    }

    String availabilityZone() {
        return availabilityZone;
    }

    /** Whether it gets a public address at each start. */
    boolean publicAddress() {
        return publicAddress;
    }

    InstancePhase phase() {
        return phase;
    }

    Instant phaseSince() {
        return phaseSince;
    }

    Instant launchedAt() {
        return launchedAt;
    }

    InstanceSettings settings() {
        return settings;
    }

    void resize(String type) {
        this.instanceType = type;
    }

    boolean terminated() {
        return phase == InstancePhase.TERMINATED;
    }

    void enter(InstancePhase next, Instant now) {
        this.phase = next;
        this.phaseSince = now;
        if (next == InstancePhase.STARTED) {
            this.launchedAt = now;
        }
    }
}
