package io.vpclocal.endpointservice.hosted;

import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An endpoint service that an account hosts. Its zones are not stored: they are the zones of its load balancers. */
@Entity
@Table(name = "hosted_service")
class HostedServiceEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 255)
    private String serviceName;

    @Column(nullable = false, updatable = false, length = 32)
    private String serviceType;

    @Column(nullable = false)
    private boolean acceptanceRequired;

    @Column(length = 32)
    private @Nullable String payerResponsibility;

    @Embedded
    private @Nullable PrivateName privateName;

    @ElementCollection
    @CollectionTable(name = "hosted_service_load_balancer", joinColumns = @JoinColumn(name = "service_seq"))
    @OrderColumn(name = "position")
    @Column(name = "arn", nullable = false, length = 512)
    private List<String> loadBalancerArns = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "hosted_service_address_type", joinColumns = @JoinColumn(name = "service_seq"))
    @OrderColumn(name = "position")
    @Column(name = "address_type", nullable = false, length = 16)
    private List<String> addressTypes = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "hosted_service_supported_region", joinColumns = @JoinColumn(name = "service_seq"))
    @OrderColumn(name = "position")
    @Column(name = "supported_region", nullable = false, length = 32)
    private List<String> supportedRegions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected HostedServiceEntity() {}

    /** @param serviceType a type constant of {@link EndpointService} */
    HostedServiceEntity(Scope scope, String id, Instant createdAt, String serviceName, String serviceType) {
        super(scope, id, createdAt);
        this.serviceName = serviceName;
        this.serviceType = serviceType;
    }

    String serviceName() {
        return serviceName;
    }

    String serviceType() {
        return serviceType;
    }

    /** True for Gateway Load Balancers, false for Network Load Balancers. */
    boolean gateway() {
        return serviceType.equals(EndpointService.GATEWAY_LOAD_BALANCER);
    }

    boolean acceptanceRequired() {
        return acceptanceRequired;
    }

    void requireAcceptance(boolean required) {
        this.acceptanceRequired = required;
    }

    /** {@code ServiceOwner}; null if it was never set. */
    @Nullable
    String payerResponsibility() {
        return payerResponsibility;
    }

    void chargeTo(String payer) {
        this.payerResponsibility = payer;
    }

    @Nullable
    PrivateName privateName() {
        return privateName;
    }

    void usePrivateName(@Nullable PrivateName name) {
        this.privateName = name;
    }

    List<String> loadBalancerArns() {
        return loadBalancerArns;
    }

    /** {@code ipv4}, {@code ipv6} or both. */
    List<String> addressTypes() {
        return addressTypes;
    }

    /** The Regions whose endpoints may connect, including its own. */
    List<String> supportedRegions() {
        return supportedRegions;
    }

    boolean multiRegion() {
        return supportedRegions.size() > 1;
    }
}
