package io.vpclocal.analysis.accessscope;

import io.vpclocal.analysis.Stored;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeContent;

/** An access scope; it never changes. */
@Entity
@Table(name = "network_insights_access_scope")
class ScopeEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 1_000_000)
    private String content;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ScopeEntity() {}

    ScopeEntity(Scope scope, String id, Instant createdAt, NetworkInsightsAccessScopeContent content) {
        super(scope, id, createdAt);
        this.content = Stored.write(content);
    }

    NetworkInsightsAccessScopeContent content() {
        return Stored.read(NetworkInsightsAccessScopeContent.class, content);
    }
}
