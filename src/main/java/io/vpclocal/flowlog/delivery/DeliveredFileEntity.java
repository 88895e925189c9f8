package io.vpclocal.flowlog.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The number of deliveries of a flow log for one period of files. */
@Entity
@Table(name = "flow_log_file")
class DeliveredFileEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "flow_log_file_seq")
    @SequenceGenerator(name = "flow_log_file_seq", sequenceName = "flow_log_file_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 64)
    private String flowLogId;

    @Column(nullable = false, updatable = false)
    private long periodStart;

    @Column(nullable = false)
    private long deliveries;

    @SuppressWarnings("NullAway.Init") // JPA
    protected DeliveredFileEntity() {}

    DeliveredFileEntity(String flowLogId, long periodStart) {
        this.flowLogId = flowLogId;
        this.periodStart = periodStart;
    }

    /** The number of the current delivery. */
    long next() {
        return deliveries++;
    }
}
