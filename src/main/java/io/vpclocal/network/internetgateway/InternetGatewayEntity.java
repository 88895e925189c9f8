package io.vpclocal.network.internetgateway;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An internet gateway, attached to one VPC or to none. */
@Entity
@Table(name = "internet_gateway")
public class InternetGatewayEntity extends ResourceEntity {

    @Column(length = 64)
    private @Nullable String vpcId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected InternetGatewayEntity() {}

    InternetGatewayEntity(Scope scope, String id, Instant createdAt) {
        super(scope, id, createdAt);
    }

    /** The VPC it is attached to, or null. */
    public @Nullable String vpcId() {
        return vpcId;
    }

    public boolean attachedTo(String id) {
        return id.equals(vpcId);
    }

    void attach(String id) {
        this.vpcId = id;
    }

    void detach() {
        this.vpcId = null;
    }
}
