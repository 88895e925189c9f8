package io.vpclocal.endpoint.privatelink;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.placement.EndpointPlacement;
import io.vpclocal.endpoint.vpcendpoint.EndpointBehaviour;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.EndpointLimits;
import io.vpclocal.endpoint.vpcendpoint.PrivateDomains;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.resource.Quotas;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;

/** Interface endpoints: network interfaces in the chosen subnets, and their DNS names. */
@Component
class InterfaceEndpoints implements EndpointBehaviour {

    private final VpcEndpoints endpoints;
    private final EndpointPlacement placement;
    private final PrivateDns privateDns;
    private final Quotas quotas;

    InterfaceEndpoints(VpcEndpoints endpoints, EndpointPlacement placement, PrivateDns privateDns, Quotas quotas) {
        this.endpoints = endpoints;
        this.placement = placement;
        this.privateDns = privateDns;
        this.quotas = quotas;
    }

    @Override
    public EndpointType type() {
        return EndpointType.INTERFACE;
    }

    @Override
    public void requireFitting(CreateVpcEndpointRequest request) {
        requireNoRoutes(request.routeTableIds());
    }

    @Override
    public void requireFitting(ModifyVpcEndpointRequest request) {
        requireNoRoutes(request.addRouteTableIds());
        requireNoRoutes(request.removeRouteTableIds());
    }

    @Override
    public void requireRoom(VpcEntity vpc) {
        quotas.requireRoom(
                () -> endpoints.countInVpc(vpc.id(), EndpointType.INTERFACE.wire())
                        + endpoints.countInVpc(vpc.id(), EndpointType.GATEWAY_LOAD_BALANCER.wire()),
                EndpointLimits.INTERFACES_PER_VPC,
                EndpointErrors.limitExceeded().code(),
                EndpointErrors.limitExceeded().text());
    }

    @Override
    public void create(VpcEndpointEntity endpoint, Site site, CreateVpcEndpointRequest request) {
        Boolean resolversOnly = resolversOnly(request.dnsOptions());
        placement.prepare(endpoint, site, request);
        privateDns.create(endpoint, site, request.privateDnsEnabled(), resolversOnly);
        placement.place(endpoint, site, request);
    }

    @Override
    public void modify(VpcEndpointEntity endpoint, Site site, ModifyVpcEndpointRequest request) {
        Boolean resolversOnly = resolversOnly(request.dnsOptions());
        placement.change(endpoint, site, request);
        privateDns.modify(endpoint, site, request.privateDnsEnabled(), resolversOnly);
    }

    @Override
    public void remove(VpcEndpointEntity endpoint) {
        placement.remove(endpoint);
    }

    private static void requireNoRoutes(List<String> tableIds) {
        if (!tableIds.isEmpty()) {
            throw EndpointErrors.routeTablesOnlyForGateway();
        }
    }

    private static @Nullable Boolean resolversOnly(@Nullable DnsOptionsSpecification options) {
        if (PrivateDomains.in(options)) {
            throw EndpointErrors.onlyFor("DnsOptions PrivateDnsPreference", "Resource and ServiceNetwork");
        }
        return options == null ? null : options.privateDnsOnlyForInboundResolverEndpoint();
    }
}
