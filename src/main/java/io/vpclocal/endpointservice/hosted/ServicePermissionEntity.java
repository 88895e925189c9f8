package io.vpclocal.endpointservice.hosted;

import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** One principal that may connect to a hosted service. */
@Entity
@Table(name = "hosted_service_permission")
class ServicePermissionEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String serviceId;

    @Column(nullable = false, updatable = false, length = 255)
    private String principal;

    @Column(nullable = false, updatable = false, length = 12)
    private String principalAccount;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ServicePermissionEntity() {}

    ServicePermissionEntity(HostedServiceEntity service, String id, Instant createdAt, AllowedPrincipal principal) {
        super(service.scope(), id, createdAt);
        this.serviceId = service.id();
        this.principal = principal.text();
        this.principalAccount = principal.account();
    }

    String serviceId() {
        return serviceId;
    }

    AllowedPrincipal principal() {
        return AllowedPrincipal.of(principal);
    }
}
