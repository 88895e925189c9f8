package io.vpclocal.flowlog.capture;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The flows of one accepted batch. */
@Entity
@Table(name = "captured_traffic_body")
class CapturedTrafficBodyEntity {

    @Id
    private long seq;

    @Column(nullable = false, updatable = false)
    private byte[] flows;

    @SuppressWarnings("NullAway.Init") // JPA
    protected CapturedTrafficBodyEntity() {}

    CapturedTrafficBodyEntity(long seq, byte[] flows) {
        this.seq = seq;
        this.flows = flows;
    }
}
