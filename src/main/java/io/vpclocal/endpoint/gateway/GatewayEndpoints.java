package io.vpclocal.endpoint.gateway;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.vpcendpoint.AddressTypes;
import io.vpclocal.endpoint.vpcendpoint.Delta;
import io.vpclocal.endpoint.vpcendpoint.EndpointBehaviour;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.endpoint.vpcendpoint.EndpointLimits;
import io.vpclocal.endpoint.vpcendpoint.EndpointPhase;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.network.prefixlist.AwsPrefixList;
import io.vpclocal.network.prefixlist.AwsPrefixLists;
import io.vpclocal.network.routetable.GatewayRoutes;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.resource.Quotas;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;

/** Gateway endpoints: a route to the service's prefix list in each of the chosen route tables. */
@Component
class GatewayEndpoints implements EndpointBehaviour {

    private final VpcEndpoints endpoints;
    private final GatewayRoutes routes;
    private final AwsPrefixLists prefixLists;
    private final Quotas quotas;

    GatewayEndpoints(VpcEndpoints endpoints, GatewayRoutes routes, AwsPrefixLists prefixLists, Quotas quotas) {
        this.endpoints = endpoints;
        this.routes = routes;
        this.prefixLists = prefixLists;
        this.quotas = quotas;
    }

    @Override
    public EndpointType type() {
        return EndpointType.GATEWAY;
    }

    @Override
    public void requireFitting(CreateVpcEndpointRequest request) {
        requireNoInterfaces(
                !request.subnetIds().isEmpty()
                        || !request.subnetConfigurations().isEmpty(),
                !request.securityGroupIds().isEmpty(),
                request.privateDnsEnabled(),
                request.dnsOptions());
    }

    @Override
    public void requireFitting(ModifyVpcEndpointRequest request) {
        requireNoInterfaces(
                !request.addSubnetIds().isEmpty()
                        || !request.removeSubnetIds().isEmpty()
                        || !request.subnetConfigurations().isEmpty(),
                !request.addSecurityGroupIds().isEmpty()
                        || !request.removeSecurityGroupIds().isEmpty(),
                request.privateDnsEnabled(),
                request.dnsOptions());
    }

    @Override
    public void requireRoom(VpcEntity vpc) {
        if (endpoints.countInVpc(vpc.id(), type().wire()) >= EndpointLimits.GATEWAYS_PER_VPC) {
            throw EndpointErrors.limitExceeded();
        }
        quotas.requireRoom(
                () -> endpoints.countInRegion(vpc.account(), vpc.region(), type().wire()),
                EndpointLimits.GATEWAYS_PER_REGION,
                EndpointErrors.limitExceeded().code(),
                EndpointErrors.limitExceeded().text());
    }

    @Override
    public void create(VpcEndpointEntity endpoint, Site site, CreateVpcEndpointRequest request) {
        DnsOptionsSpecification options = request.dnsOptions();
        endpoint.useAddressTypes(AddressTypes.ofGateway(
                request.ipAddressTypeAsString(), options == null ? null : options.dnsRecordIpTypeAsString()));
        endpoint.routePrefixList(prefixList(site.service()).id());
        route(endpoint, request.routeTableIds());
    }

    @Override
    public void modify(VpcEndpointEntity endpoint, Site site, ModifyVpcEndpointRequest request) {
        DnsOptionsSpecification options = request.dnsOptions();
        endpoint.useAddressTypes(new AddressTypes(endpoint.ipAddressType(), endpoint.dnsRecordIpType())
                .changedTo(
                        request.ipAddressTypeAsString(), options == null ? null : options.dnsRecordIpTypeAsString()));
        Delta tables = Delta.of(request.addRouteTableIds(), request.removeRouteTableIds());
        unroute(endpoint, tables.removed());
        route(endpoint, tables.added());
    }

    /** Private DNS for inbound resolvers only requires a gateway endpoint for the VPC's own traffic. */
    @Override
    public void requireDeletable(VpcEndpointEntity endpoint, Set<String> deleted) {
        List<VpcEndpointEntity> sameService = endpoints.ofVpc(endpoint.vpcId(), endpoint.serviceName()).stream()
                .filter(other -> other.phase() != EndpointPhase.DELETING && !deleted.contains(other.id()))
                .toList();
        if (sameService.stream().anyMatch(other -> other.type() == EndpointType.GATEWAY)) {
            return;
        }
        sameService.stream()
                .filter(other -> Boolean.TRUE.equals(other.inboundResolverOnly()))
                .findFirst()
                .ifPresent(other -> {
                    throw EndpointErrors.gatewayNeeded(other.id());
                });
    }

    @Override
    public void disconnect(VpcEndpointEntity endpoint) {
        routes.remove(endpoint.scope(), endpoint.vpcId(), tablesOf(endpoint), endpoint.id());
    }

    private void route(VpcEndpointEntity endpoint, Collection<String> tableIds) {
        if (tableIds.isEmpty()) {
            return;
        }
        requireTableIds(tableIds);
        String prefixListId = endpoint.prefixListId();
        if (prefixListId == null) {
            throw new IllegalStateException(endpoint.id() + " has no prefix list");
        }
        routes.add(endpoint.scope(), endpoint.vpcId(), new LinkedHashSet<>(tableIds), prefixListId, endpoint.id());
    }

    private void unroute(VpcEndpointEntity endpoint, Collection<String> tableIds) {
        if (tableIds.isEmpty()) {
            return;
        }
        requireTableIds(tableIds);
        List<String> present = tablesOf(endpoint);
        routes.remove(endpoint.scope(), endpoint.vpcId(), tableIds, endpoint.id());
        tableIds.stream().filter(id -> !present.contains(id)).findFirst().ifPresent(id -> {
            throw EndpointErrors.notOfEndpoint("route table", id, endpoint.id());
        });
    }

    private List<String> tablesOf(VpcEndpointEntity endpoint) {
        return routes.tablesOf(endpoint.scope(), Set.of(endpoint.id())).getOrDefault(endpoint.id(), List.of());
    }

    private AwsPrefixList prefixList(EndpointService service) {
        String name = service.prefixList();
        return prefixLists
                .byName(service.region(), name == null ? "" : name)
                .orElseThrow(
                        () -> new IllegalStateException("Gateway service " + service.name() + " has no prefix list"));
    }

    private static void requireTableIds(Collection<String> tableIds) {
        for (String id : tableIds) {
            EndpointIds.ROUTE_TABLE.requireWellFormed(id);
            if (!GatewayRoutes.KIND.wellFormed(id)) {
                throw EndpointIds.ROUTE_TABLE.notFound(id);
            }
        }
    }

    private static void requireNoInterfaces(
            boolean subnets, boolean groups, @Nullable Boolean privateDns, @Nullable DnsOptionsSpecification options) {
        if (subnets) {
            throw EndpointErrors.subnetsNotForGateway();
        }
        if (groups) {
            throw EndpointErrors.groupsNotForGateway();
        }
        if (Boolean.TRUE.equals(privateDns)) {
            throw EndpointErrors.onlyFor("PrivateDnsEnabled", "Interface");
        }
        if (options != null && options.privateDnsOnlyForInboundResolverEndpoint() != null) {
            throw EndpointErrors.onlyFor("DnsOptions PrivateDnsOnlyForInboundResolverEndpoint", "Interface");
        }
    }
}
