package io.vpclocal.flowlog.capture;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One accepted batch, without its flows. */
@Entity
@Table(name = "captured_traffic")
class CapturedTrafficEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "captured_traffic_seq")
    @SequenceGenerator(name = "captured_traffic_seq", sequenceName = "captured_traffic_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(nullable = false, updatable = false)
    private long earliest;

    @Column(nullable = false, updatable = false)
    private long latest;

    @Column(nullable = false, updatable = false)
    private int flows;

    @Column(nullable = false, updatable = false)
    private int capacity;

    @SuppressWarnings("NullAway.Init") // JPA
    protected CapturedTrafficEntity() {}

    CapturedTrafficEntity(Scope scope, long earliest, long latest, int flows, int capacity) {
        this.account = scope.account();
        this.region = scope.region();
        this.earliest = earliest;
        this.latest = latest;
        this.flows = flows;
        this.capacity = capacity;
    }

    long seq() {
        if (seq == null) {
            throw new IllegalStateException("The captured batch has no row yet. Save it first.");
        }
        return seq;
    }
}
