package io.vpclocal.analysis.accessscope;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** An access scope; it never changes. */
@Entity
@Table(name = "network_insights_access_scope")
class ScopeEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 1_000_000)
    private String content;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ScopeEntity() {}

    ScopeEntity(Scope scope, String id, Instant createdAt, String content) {
        super(scope, id, createdAt);
        this.content = content;
    }

    /** As stored: JSON. */
    String content() {
        return content;
    }
}
