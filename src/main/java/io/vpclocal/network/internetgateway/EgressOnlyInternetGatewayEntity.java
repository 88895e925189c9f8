package io.vpclocal.network.internetgateway;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** An egress-only internet gateway. It is attached to one VPC until it is deleted. */
@Entity
@Table(name = "egress_only_internet_gateway")
public class EgressOnlyInternetGatewayEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected EgressOnlyInternetGatewayEntity() {}

    EgressOnlyInternetGatewayEntity(Scope scope, String id, Instant createdAt, String vpcId) {
        super(scope, id, createdAt);
        this.vpcId = vpcId;
    }

    public String vpcId() {
        return vpcId;
    }
}
