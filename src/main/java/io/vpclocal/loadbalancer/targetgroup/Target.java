package io.vpclocal.loadbalancer.targetgroup;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A target of a target group, identified by id and port. */
@Embeddable
public class Target {

    @Column(nullable = false, length = 512)
    private String targetId;

    @Column
    private @Nullable Integer port;

    @Column(length = 32)
    private @Nullable String zone;

    @Column
    private @Nullable Instant deregisteredAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected Target() {}

    public Target(String targetId, @Nullable Integer port, @Nullable String zone) {
        this(targetId, port, zone, null);
    }

    private Target(String targetId, @Nullable Integer port, @Nullable String zone, @Nullable Instant deregisteredAt) {
        this.targetId = targetId;
        this.port = port;
        this.zone = zone;
        this.deregisteredAt = deregisteredAt;
    }

    /** An instance's id, an IP address, or the ARN of a Lambda function or an Application Load Balancer. */
    public String targetId() {
        return targetId;
    }

    /** Null for a Lambda function. */
    public @Nullable Integer port() {
        return port;
    }

    /** The zone of an IP address, or {@code all}; null for an instance. */
    @Nullable
    public String zone() {
        return zone;
    }

    /** When draining started; null while it is registered. */
    @Nullable
    public Instant deregisteredAt() {
        return deregisteredAt;
    }

    public boolean is(String otherId, @Nullable Integer otherPort) {
        return targetId.equals(otherId) && (otherPort == null || otherPort.equals(port));
    }

    /** A draining copy of this target. Embedded values are immutable. */
    public Target drained(Instant since) {
        return new Target(targetId, port, zone, since);
    }
}
