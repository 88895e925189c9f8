package io.vpclocal.network.transitgateway;

import io.vpclocal.network.vpngateway.DeletableEntity;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;

/** A transit gateway or a part of one. Its state follows from its times, see {@link TransitLifecycle}. */
@MappedSuperclass
abstract class TransitEntity extends DeletableEntity {

    @SuppressWarnings("NullAway.Init") // JPA
    protected TransitEntity() {}

    protected TransitEntity(Scope scope, String id, Instant createdAt) {
        super(scope, id, createdAt);
    }

    Optional<Instant> deletionTime() {
        return Optional.ofNullable(deletedAt());
    }
}
