package io.vpclocal.logs.event;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The key of a stored delivery, which prevents a second one. */
@Entity
@Table(name = "log_delivery")
class DeliveryEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "log_seq")
    @SequenceGenerator(name = "log_seq", sequenceName = "log_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(nullable = false, updatable = false, length = 256)
    private String deliveryKey;

    @Column(nullable = false, updatable = false)
    private long deliveredAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected DeliveryEntity() {}

    DeliveryEntity(Scope scope, String deliveryKey, long deliveredAt) {
        this.account = scope.account();
        this.region = scope.region();
        this.deliveryKey = deliveryKey;
        this.deliveredAt = deliveredAt;
    }

    long seq() {
        return seq == null ? 0 : seq;
    }
}
