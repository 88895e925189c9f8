package io.vpclocal.endpointservice.hosted;

import io.vpclocal.endpointservice.EndpointDnsNames;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Region;
import io.vpclocal.network.region.Regions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Converts hosted services to {@link EndpointService}s. */
@Component
class HostedServiceViews {

    private final ServiceLoadBalancers balancers;
    private final Regions regions;

    HostedServiceViews(ServiceLoadBalancers balancers, Regions regions) {
        this.balancers = balancers;
        this.regions = regions;
    }

    List<EndpointService> of(List<HostedServiceEntity> services) {
        Map<String, List<AvailabilityZone>> zones = balancers.zones(services);
        return services.stream()
                .map(service -> view(service, zones.getOrDefault(service.id(), List.of())))
                .toList();
    }

    EndpointService of(HostedServiceEntity service) {
        return of(List.of(service)).get(0);
    }

    private EndpointService view(HostedServiceEntity service, List<AvailabilityZone> zones) {
        return new EndpointService(
                service.serviceName(),
                service.id(),
                service.serviceType(),
                service.region(),
                service.account(),
                zones,
                dns(service),
                List.copyOf(service.addressTypes()),
                false,
                service.acceptanceRequired(),
                service.multiRegion(),
                null,
                service.payerResponsibility());
    }

    private EndpointService.Dns dns(HostedServiceEntity service) {
        PrivateName name = service.privateName();
        return new EndpointService.Dns(
                baseNames(service),
                name == null ? List.of() : List.of(name.name()),
                name == null ? null : name.state(),
                false);
    }

    private List<String> baseNames(HostedServiceEntity service) {
        Region region = regions.find(service.region()).orElseThrow();
        return service.gateway() ? List.of() : List.of(EndpointDnsNames.customerBaseName(region, service.id()));
    }
}
