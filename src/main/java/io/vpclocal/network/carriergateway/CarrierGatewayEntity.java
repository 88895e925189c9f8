package io.vpclocal.network.carriergateway;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A carrier gateway. It belongs to one VPC until it is deleted. */
@Entity
@Table(name = "carrier_gateway")
public class CarrierGatewayEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected CarrierGatewayEntity() {}

    CarrierGatewayEntity(Scope scope, String id, Instant createdAt, String vpcId) {
        super(scope, id, createdAt);
        this.vpcId = vpcId;
    }

    public String vpcId() {
        return vpcId;
    }
}
