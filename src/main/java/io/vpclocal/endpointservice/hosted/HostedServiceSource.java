package io.vpclocal.endpointservice.hosted;

import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.endpointservice.ServiceSource;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Hosted services as consumers find them: only in Regions that the service supports, and only if its owner allows the
 * caller or is the caller's account (AWS PrivateLink Guide: "Manage permissions"; that owners need no permission is our
 * guess).
 */
@Component
class HostedServiceSource implements ServiceSource {

    private final HostedServices services;
    private final ServicePermissions permissions;
    private final HostedServiceViews views;

    HostedServiceSource(HostedServices services, ServicePermissions permissions, HostedServiceViews views) {
        this.services = services;
        this.permissions = permissions;
        this.views = views;
    }

    @Override
    public List<EndpointService> visible(Call call, String region) {
        return views.of(allowed(call, services.known(region, call.scope().account())));
    }

    @Override
    public List<EndpointService> find(Call call, String region, String serviceName) {
        return views.of(allowed(call, named(region, serviceName).stream().toList()));
    }

    @Override
    public List<EndpointService> find(String region, String serviceName) {
        return views.of(named(region, serviceName).stream().toList());
    }

    @Override
    public boolean lock(EndpointService service) {
        return !service.owner().equals(EndpointService.AMAZON)
                && services.lock(new Scope(service.owner(), service.region()), service.id())
                        .isPresent();
    }

    private Optional<HostedServiceEntity> named(String region, String serviceName) {
        return serviceName.contains(HostedServiceOwner.KIND.prefix())
                ? services.findByRegionAndServiceName(region, serviceName)
                : Optional.empty();
    }

    private List<HostedServiceEntity> allowed(Call call, List<HostedServiceEntity> some) {
        String account = call.scope().account();
        Set<String> foreign = some.stream()
                .filter(service -> !service.account().equals(account))
                .map(HostedServiceEntity::id)
                .collect(Collectors.toSet());
        Set<String> permitted = foreign.isEmpty() ? Set.of() : permitted(call, foreign);
        return some.stream()
                .filter(service ->
                        service.supportedRegions().contains(call.scope().region()))
                .filter(service -> !foreign.contains(service.id()) || permitted.contains(service.id()))
                .toList();
    }

    private Set<String> permitted(Call call, Collection<String> serviceIds) {
        return permissions.concerning(serviceIds, call.scope().account()).stream()
                .filter(permission -> permission.principal().allows(call.caller()))
                .map(ServicePermissionEntity::serviceId)
                .collect(Collectors.toSet());
    }
}
