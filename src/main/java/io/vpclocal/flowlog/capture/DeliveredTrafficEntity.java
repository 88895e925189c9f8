package io.vpclocal.flowlog.capture;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The instant up to which one flow log has delivered one batch. */
@Entity
@Table(name = "delivered_traffic")
class DeliveredTrafficEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "captured_traffic_seq")
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 64)
    private String flowLogId;

    @Column(nullable = false, updatable = false)
    private long batchSeq;

    @Column(nullable = false)
    private long deliveredUntil;

    @SuppressWarnings("NullAway.Init") // JPA
    protected DeliveredTrafficEntity() {}

    DeliveredTrafficEntity(String flowLogId, long batchSeq, long deliveredUntil) {
        this.flowLogId = flowLogId;
        this.batchSeq = batchSeq;
        this.deliveredUntil = deliveredUntil;
    }

    long batchSeq() {
        return batchSeq;
    }

    void deliveredUntil(long until) {
        deliveredUntil = Math.max(deliveredUntil, until);
    }
}
