package io.vpclocal.analysis.path;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A path that can be analyzed; it never changes. */
@Entity
@Table(name = "network_insights_path")
class PathEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false)
    private String source;

    @Column(nullable = false, updatable = false, length = 1283)
    private String sourceArn;

    @Column(updatable = false)
    private @Nullable String destination;

    @Column(updatable = false, length = 1283)
    private @Nullable String destinationArn;

    @Column(updatable = false, length = 15)
    private @Nullable String sourceIp;

    @Column(updatable = false, length = 15)
    private @Nullable String destinationIp;

    @Column(nullable = false, updatable = false, length = 8)
    private String protocol;

    @Column(updatable = false)
    private @Nullable Integer destinationPort;

    @Column(updatable = false, length = 1000)
    private @Nullable String filterAtSource;

    @Column(updatable = false, length = 1000)
    private @Nullable String filterAtDestination;

    @SuppressWarnings("NullAway.Init") // JPA
    protected PathEntity() {}

    PathEntity(Scope scope, String id, Instant createdAt, PathRequest request) {
        super(scope, id, createdAt);
        this.source = request.source().id();
        this.sourceArn = request.source().arn();
        this.destination =
                request.destination() == null ? null : request.destination().id();
        this.destinationArn =
                request.destination() == null ? null : request.destination().arn();
        this.sourceIp = request.sourceIp();
        this.destinationIp = request.destinationIp();
        this.protocol = request.protocol();
        this.destinationPort = request.destinationPort();
        this.filterAtSource = request.atSource();
        this.filterAtDestination = request.atDestination();
    }

    String source() {
        return source;
    }

    String sourceArn() {
        return sourceArn;
    }

    @Nullable
    String destination() {
        return destination;
    }

    @Nullable
    String destinationArn() {
        return destinationArn;
    }

    @Nullable
    String sourceIp() {
        return sourceIp;
    }

    @Nullable
    String destinationIp() {
        return destinationIp;
    }

    String protocol() {
        return protocol;
    }

    @Nullable
    Integer destinationPort() {
        return destinationPort;
    }

    /** As {@link PathFilters} writes it. */
    @Nullable
    String atSource() {
        return filterAtSource;
    }

    @Nullable
    String atDestination() {
        return filterAtDestination;
    }
}
