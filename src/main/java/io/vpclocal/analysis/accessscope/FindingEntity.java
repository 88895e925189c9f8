package io.vpclocal.analysis.accessscope;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One path that matches an access scope. */
@Entity
@Table(name = "network_insights_finding")
class FindingEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(nullable = false, updatable = false, length = 64)
    private String analysisId;

    @Column(nullable = false, updatable = false)
    private int findingNumber;

    @Column(nullable = false, updatable = false, length = 1_000_000)
    private String components;

    @SuppressWarnings("NullAway.Init") // JPA
    protected FindingEntity() {}

    FindingEntity(Scope scope, String analysisId, int number, String components) {
        this.account = scope.account();
        this.region = scope.region();
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
