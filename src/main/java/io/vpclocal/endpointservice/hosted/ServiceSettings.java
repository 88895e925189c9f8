package io.vpclocal.endpointservice.hosted;

import io.vpclocal.endpointservice.EndpointConnections;
import io.vpclocal.network.region.Region;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationRequest;

/** The settings of hosted services. */
@Service
class ServiceSettings {

    private final HostedServiceLookup lookup;
    private final ServiceLoadBalancers balancers;
    private final PrivateNames privateNames;
    private final EndpointConnections connections;
    private final Regions regions;

    ServiceSettings(
            HostedServiceLookup lookup,
            ServiceLoadBalancers balancers,
            PrivateNames privateNames,
            EndpointConnections connections,
            Regions regions) {
        this.lookup = lookup;
        this.balancers = balancers;
        this.privateNames = privateNames;
        this.connections = connections;
        this.regions = regions;
    }

    /** New settings apply to new connections only. */
    void modify(Scope scope, ModifyVpcEndpointServiceConfigurationRequest request) {
        HostedServiceEntity service = lookup.lock(scope, request.serviceId());
        changeLoadBalancers(service, request);
        change(
                service.addressTypes(),
                request.addSupportedIpAddressTypes(),
                request.removeSupportedIpAddressTypes(),
                "supported IP address type",
                service.id());
        if (request.removeSupportedRegions().contains(service.region())) {
            throw HostedErrors.hostRegionStays(service.region());
        }
        change(
                service.supportedRegions(),
                request.addSupportedRegions(),
                request.removeSupportedRegions(),
                "supported Region",
                service.id());
        changePrivateName(service, request);
        if (request.acceptanceRequired() != null) {
            service.requireAcceptance(request.acceptanceRequired());
        }
        requireConsistent(service);
    }

    private void changeLoadBalancers(
            HostedServiceEntity service, ModifyVpcEndpointServiceConfigurationRequest request) {
        boolean gateway = service.gateway();
        boolean others = gateway
                ? request.hasAddNetworkLoadBalancerArns() || request.hasRemoveNetworkLoadBalancerArns()
                : request.hasAddGatewayLoadBalancerArns() || request.hasRemoveGatewayLoadBalancerArns();
        if (others) {
            throw HostedErrors.oneKindOfLoadBalancer();
        }
        List<String> added = gateway ? request.addGatewayLoadBalancerArns() : request.addNetworkLoadBalancerArns();
        List<String> removed =
                gateway ? request.removeGatewayLoadBalancerArns() : request.removeNetworkLoadBalancerArns();
        boolean any = removed.stream().anyMatch(service.loadBalancerArns()::contains);
        if (any && connections.anyLive(service.id())) {
            throw HostedErrors.connected();
        }
        change(service.loadBalancerArns(), added, removed, "load balancer", service.id());
    }

    /** Adds and removes items. @throws AwsException if an item cannot be removed, or none is left */
    private static void change(
            List<String> present, List<String> added, List<String> removed, String what, String serviceId) {
        for (String one : removed) {
            if (!present.remove(one)) {
                throw HostedErrors.notOfService(what, one, serviceId);
            }
        }
        added.stream().distinct().filter(one -> !present.contains(one)).forEach(present::add);
        if (present.isEmpty()) {
            throw HostedErrors.noneLeft(what);
        }
    }

    private void changePrivateName(HostedServiceEntity service, ModifyVpcEndpointServiceConfigurationRequest request) {
        String name = request.privateDnsName();
        if (!Params.isTrue(request.removePrivateDnsName())) {
            choosePrivateName(service, name);
        } else if (name == null || name.isEmpty()) {
            service.usePrivateName(null);
        } else {
            throw HostedErrors.nameSetAndRemoved();
        }
    }

    /** An unchanged name keeps its verification state. @param name null or empty for no change */
    void choosePrivateName(HostedServiceEntity service, @Nullable String name) {
        PrivateName present = service.privateName();
        if (name == null || name.isEmpty() || (present != null && present.name().equals(name))) {
            return;
        }
        if (service.gateway()) {
            throw HostedErrors.onlyForNetwork("PrivateDnsName");
        }
        service.usePrivateName(privateNames.choose(name));
    }

    /** @throws AwsException if the service's settings are not valid, or not valid together */
    void requireConsistent(HostedServiceEntity service) {
        for (String type : service.addressTypes()) {
            if (!type.equals("ipv4") && !type.equals("ipv6")) {
                throw HostedErrors.noSuchAddressType(type);
            }
        }
        balancers.requireFitting(
                service.scope(), service.gateway(), service.loadBalancerArns(), service.addressTypes());
        if (service.gateway() && service.multiRegion()) {
            throw HostedErrors.onlyForNetwork("SupportedRegion");
        }
        for (String name : service.supportedRegions()) {
            Optional<String> partition = regions.find(name).map(Region::partition);
            if (partition.isEmpty() || !partition.get().equals(service.scope().partition())) {
                throw HostedErrors.noSuchRegion(name);
            }
        }
    }
}
