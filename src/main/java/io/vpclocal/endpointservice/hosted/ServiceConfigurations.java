package io.vpclocal.endpointservice.hosted;

import io.vpclocal.endpointservice.ConnectionListener;
import io.vpclocal.endpointservice.EndpointConnections;
import io.vpclocal.endpointservice.EndpointDnsNames;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.TagStore;
import io.vpclocal.resource.UnsuccessfulItems;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** Creates, changes, and deletes hosted services. */
@Service
class ServiceConfigurations {

    private final HostedServices services;
    private final HostedServiceLookup lookup;
    private final ServiceSettings settings;
    private final PermissionService permissions;
    private final PrivateNames privateNames;
    private final EndpointConnections connections;
    private final ObjectProvider<ConnectionListener> listeners;
    private final ClientTokens tokens;
    private final TagStore tags;
    private final Regions regions;
    private final Ids ids;
    private final Clock clock;

    ServiceConfigurations(
            HostedServices services,
            HostedServiceLookup lookup,
            ServiceSettings settings,
            PermissionService permissions,
            PrivateNames privateNames,
            EndpointConnections connections,
            ObjectProvider<ConnectionListener> listeners,
            ClientTokens tokens,
            TagStore tags,
            Regions regions,
            Ids ids,
            Clock clock) {
        this.services = services;
        this.lookup = lookup;
        this.settings = settings;
        this.permissions = permissions;
        this.privateNames = privateNames;
        this.connections = connections;
        this.listeners = listeners;
        this.tokens = tokens;
        this.tags = tags;
        this.regions = regions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Creates a service, or returns the one that was created with the same client token. */
    HostedServiceEntity create(Call call, CreateVpcEndpointServiceConfigurationRequest request) {
        return tokens.once(
                call,
                request.clientToken(),
                request,
                id -> services.find(call.scope(), id),
                () -> createNew(call.scope(), request));
    }

    private HostedServiceEntity createNew(Scope scope, CreateVpcEndpointServiceConfigurationRequest request) {
        boolean gateway = !request.gatewayLoadBalancerArns().isEmpty();
        if (gateway != request.networkLoadBalancerArns().isEmpty()) {
            throw HostedErrors.oneKindOfLoadBalancer();
        }
        HostedServiceEntity service = blank(scope, gateway);
        service.requireAcceptance(!Boolean.FALSE.equals(request.acceptanceRequired()));
        service.loadBalancerArns()
                .addAll(new LinkedHashSet<>(
                        gateway ? request.gatewayLoadBalancerArns() : request.networkLoadBalancerArns()));
        service.addressTypes()
                .addAll(
                        request.supportedIpAddressTypes().isEmpty()
                                ? List.of("ipv4")
                                : new LinkedHashSet<>(request.supportedIpAddressTypes()));
        service.supportedRegions().add(scope.region());
        request.supportedRegions().stream()
                .distinct()
                .filter(region -> !region.equals(scope.region()))
                .forEach(service.supportedRegions()::add);
        settings.choosePrivateName(service, request.privateDnsName());
        settings.requireConsistent(service);
        services.save(service);
        tags.create(scope, HostedServiceOwner.KIND, service.id(), request.tagSpecifications());
        return service;
    }

    private HostedServiceEntity blank(Scope scope, boolean gateway) {
        String id = ids.next(HostedServiceOwner.KIND.prefix());
        String name = EndpointDnsNames.customerServiceName(
                regions.find(scope.region()).orElseThrow(() -> HostedErrors.noSuchRegion(scope.region())), id);
        String type = gateway ? EndpointService.GATEWAY_LOAD_BALANCER : EndpointService.INTERFACE;
        return new HostedServiceEntity(scope, id, clock.instant(), name, type);
    }

    /** Deletes each service that can be deleted, and returns an error for each of the others. */
    List<UnsuccessfulItem> delete(Scope scope, List<String> serviceIds) {
        List<UnsuccessfulItem> unsuccessful = new ArrayList<>();
        // A fixed order prevents deadlocks between two such calls.
        for (String id : new TreeSet<>(serviceIds)) {
            try {
                delete(requireDeletable(scope, id));
            } catch (AwsException refusal) {
                unsuccessful.add(UnsuccessfulItems.of(id, refusal));
            }
        }
        return unsuccessful;
    }

    private HostedServiceEntity requireDeletable(Scope scope, String id) {
        if (!HostedServiceOwner.KIND.wellFormed(id)) {
            throw HostedServiceOwner.KIND.malformed(id);
        }
        HostedServiceEntity service = services.lock(scope, id).orElseThrow(() -> HostedErrors.nothingToDelete(id));
        if (connections.anyLive(id)) {
            throw HostedErrors.connected();
        }
        return service;
    }

    private void delete(HostedServiceEntity service) {
        permissions.deleteAll(service);
        listeners.orderedStream().forEach(listener -> listener.withdrawn(service.id()));
        tags.forget(service.scope(), service.id());
        services.delete(service);
    }

    void chargeTo(Scope scope, String serviceId, String payer) {
        lookup.lock(scope, serviceId).chargeTo(Params.require(payer, "PayerResponsibility"));
    }

    /** @throws AwsException if the service has no private DNS name */
    void verifyPrivateName(Scope scope, String serviceId) {
        HostedServiceEntity service = lookup.lock(scope, serviceId);
        PrivateName name = service.privateName();
        if (name == null) {
            throw HostedErrors.noNameToVerify(service.id());
        }
        service.usePrivateName(privateNames.verify(name));
    }
}
