package io.vpclocal.analysis.path;

import io.vpclocal.analysis.Stored;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;
import software.amazon.awssdk.services.ec2.model.StartNetworkInsightsAnalysisRequest;

/** An analysis of a path, with what it finds; it never changes. */
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

    /** @param result the members of the answer that tell what was found */
    AnalysisEntity(
            Scope scope,
            String id,
            Instant createdAt,
            Instant endsAt,
            StartNetworkInsightsAnalysisRequest request,
            @Nullable String failure,
            NetworkInsightsAnalysis result) {
        super(scope, id, createdAt);
        this.pathId = request.networkInsightsPathId();
        this.endsAt = endsAt;
        this.request = Stored.write(request);
        this.failure = failure;
        this.pathFound = Boolean.TRUE.equals(result.networkPathFound());
        this.result = Stored.write(result);
    }

    String pathId() {
        return pathId;
    }

    /** False once AWS would have deleted it. */
    boolean kept(Instant now) {
        return now.isBefore(createdAt().plus(PathLimits.KEPT));
    }

    String status(Instant now) {
        if (now.isBefore(endsAt)) {
            return "running";
        }
        return failure == null ? "succeeded" : "failed";
    }

    @Nullable
    String failure() {
        return failure;
    }

    boolean pathFound() {
        return pathFound;
    }

    StartNetworkInsightsAnalysisRequest request() {
        return Stored.read(StartNetworkInsightsAnalysisRequest.class, request);
    }

    NetworkInsightsAnalysis result() {
        return Stored.read(NetworkInsightsAnalysis.class, result);
    }
}
