package io.vpclocal.network.cidrreservation;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reserved block of a subnet. */
@Entity
@Table(name = "subnet_cidr_reservation")
public class CidrReservationEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String subnetId;

    @Column(nullable = false, updatable = false, length = 64)
    private String cidr;

    @Column(nullable = false, updatable = false, length = 16)
    private String reservationType;

    @Column(updatable = false, length = 255)
    private @Nullable String description;

    @SuppressWarnings("NullAway.Init") // JPA
    protected CidrReservationEntity() {}

    CidrReservationEntity(
            Scope scope,
            String id,
            Instant createdAt,
            String subnetId,
            Cidr cidr,
            String reservationType,
            @Nullable String description) {
        super(scope, id, createdAt);
        this.subnetId = subnetId;
        this.cidr = cidr.toString();
        this.reservationType = reservationType;
        this.description = description;
    }

    String subnetId() {
        return subnetId;
    }

    Cidr cidr() {
        return Cidr.parse(cidr).orElseThrow();
    }

    /** {@code prefix} or {@code explicit}. */
    String reservationType() {
        return reservationType;
    }

    @Nullable
    String description() {
        return description;
    }
}
