package io.vpclocal.logs.event;

import io.vpclocal.logs.LogsEntity;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The key of a stored delivery, which prevents a second one. */
@Entity
@Table(name = "log_delivery")
class DeliveryEntity extends LogsEntity {

    @Column(nullable = false, updatable = false, length = 256)
    private String deliveryKey;

    @Column(nullable = false, updatable = false)
    private long deliveredAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected DeliveryEntity() {}

    DeliveryEntity(Scope scope, String deliveryKey, long deliveredAt) {
        super(scope);
        this.deliveryKey = deliveryKey;
        this.deliveredAt = deliveredAt;
    }
}
