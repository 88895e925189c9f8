package io.vpclocal.analysis.path;

import io.vpclocal.analysis.AnalysisStatus;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An analysis of a path with its result. It never changes. */
@Entity
@Table(name = "network_insights_analysis")
class AnalysisEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String pathId;

    @Column(nullable = false, updatable = false)
    private Instant endsAt;

    @Column(nullable = false, updatable = false, length = 100_000)
    private String request;

    @Column(updatable = false, length = 1000)
    private @Nullable String failure;

    @Column(nullable = false, updatable = false)
    private boolean pathFound;

    @Column(nullable = false, updatable = false, length = 1_000_000)
    private String result;

    @SuppressWarnings("NullAway.Init") // JPA
    protected AnalysisEntity() {}

    /**
     * @param request the request, as stored
     * @param result the members of the answer with the result, as stored
     */
    AnalysisEntity(
            Scope scope,
            String id,
            Instant createdAt,
            Instant endsAt,
            String pathId,
            String request,
            @Nullable String failure,
            boolean pathFound,
            String result) {
        super(scope, id, createdAt);
        this.pathId = pathId;
        this.endsAt = endsAt;
        this.request = request;
        this.failure = failure;
        this.pathFound = pathFound;
        this.result = result;
    }

    String pathId() {
        return pathId;
    }

    /** False after the time at which AWS deletes it. */
    boolean kept(Instant now) {
        return now.isBefore(createdAt().plus(PathLimits.KEPT));
    }

    String status(Instant now) {
        return AnalysisStatus.at(now, endsAt, failure);
    }

    @Nullable
    String failure() {
        return failure;
    }

    boolean pathFound() {
        return pathFound;
    }

    String request() {
        return request;
    }

    String result() {
        return result;
    }
}
