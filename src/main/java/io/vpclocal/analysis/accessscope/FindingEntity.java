package io.vpclocal.analysis.accessscope;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ScopedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One path that matches an access scope. */
@Entity
@Table(name = "network_insights_finding")
class FindingEntity extends ScopedRow {

    @Column(nullable = false, updatable = false, length = 64)
    private String analysisId;

    @Column(nullable = false, updatable = false)
    private int findingNumber;

    @Column(nullable = false, updatable = false, length = 1_000_000)
    private String components;

    @SuppressWarnings("NullAway.Init") // JPA
    protected FindingEntity() {}

    FindingEntity(Scope scope, String analysisId, int number, String components) {
        super(scope);
        this.analysisId = analysisId;
        this.findingNumber = number;
        this.components = components;
    }

    int number() {
        return findingNumber;
    }

    /** As stored: JSON. */
    String components() {
        return components;
    }
}
