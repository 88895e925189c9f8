package io.vpclocal.analysis.accessscope;

import io.vpclocal.analysis.AnalysisStatus;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An analysis of an access scope. Its findings are separate rows. */
@Entity
@Table(name = "network_insights_access_scope_analysis")
class ScopeAnalysisEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String scopeId;

    @Column(nullable = false, updatable = false)
    private Instant endsAt;

    @Column(updatable = false, length = 1000)
    private @Nullable String failure;

    @Column(updatable = false, length = 1000)
    private @Nullable String warning;

    @Column(nullable = false, updatable = false)
    private int findingCount;

    @Column(nullable = false, updatable = false)
    private int analyzedEniCount;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ScopeAnalysisEntity() {}

    ScopeAnalysisEntity(Scope scope, String id, Instant createdAt, String scopeId, Instant endsAt, ScopeResult result) {
        super(scope, id, createdAt);
        this.scopeId = scopeId;
        this.endsAt = endsAt;
        this.failure = result.failure();
        this.warning = result.warning();
        this.findingCount = result.findings().size();
        this.analyzedEniCount = result.interfaces();
    }

    String scopeId() {
        return scopeId;
    }

    Instant endsAt() {
        return endsAt;
    }

    String status(Instant now) {
        return AnalysisStatus.at(now, endsAt, failure);
    }

    @Nullable
    String failure() {
        return failure;
    }

    @Nullable
    String warning() {
        return warning;
    }

    int findingCount() {
        return findingCount;
    }

    int analyzedEniCount() {
        return analyzedEniCount;
    }
}
