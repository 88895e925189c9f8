package io.vpclocal.endpoint.gatewayloadbalancer;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.placement.EndpointInterfaces;
import io.vpclocal.endpoint.placement.SubnetPlan;
import io.vpclocal.endpoint.vpcendpoint.AddressTypes;
import io.vpclocal.endpoint.vpcendpoint.Delta;
import io.vpclocal.endpoint.vpcendpoint.EndpointBehaviour;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.EndpointLimits;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.network.routetable.GatewayRoutes;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.protocol.Params;
import io.vpclocal.resource.Quotas;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;

/**
 * Gateway Load Balancer endpoints: one network interface that is a route target. They have no security groups, DNS
 * names, or policy (AWS PrivateLink Guide: "Access an inspection system using a Gateway Load Balancer endpoint").
 */
@Component
class GatewayLoadBalancerEndpoints implements EndpointBehaviour {

    private static final String INTERFACE_ONLY = "Interface";

    private final VpcEndpoints endpoints;
    private final EndpointInterfaces interfaces;
    private final GatewayRoutes routes;
    private final Quotas quotas;

    GatewayLoadBalancerEndpoints(
            VpcEndpoints endpoints, EndpointInterfaces interfaces, GatewayRoutes routes, Quotas quotas) {
        this.endpoints = endpoints;
        this.interfaces = interfaces;
        this.routes = routes;
        this.quotas = quotas;
    }

    @Override
    public EndpointType type() {
        return EndpointType.GATEWAY_LOAD_BALANCER;
    }

    @Override
    public void requireFitting(CreateVpcEndpointRequest request) {
        requireFitting(
                !request.routeTableIds().isEmpty(),
                !request.securityGroupIds().isEmpty(),
                !request.subnetConfigurations().isEmpty());
        requireNot(request.policyDocument() != null && !request.policyDocument().isEmpty(), "PolicyDocument");
        requireNot(Params.isTrue(request.privateDnsEnabled()), "PrivateDnsEnabled");
        requireNot(request.dnsOptions() != null, "DnsOptions");
        requireNot(request.serviceRegion() != null && !request.serviceRegion().isEmpty(), "ServiceRegion");
        Params.requireAny(request.subnetIds(), "SubnetId");
    }

    @Override
    public void requireFitting(ModifyVpcEndpointRequest request) {
        requireFitting(
                !request.addRouteTableIds().isEmpty()
                        || !request.removeRouteTableIds().isEmpty(),
                !request.addSecurityGroupIds().isEmpty()
                        || !request.removeSecurityGroupIds().isEmpty(),
                !request.subnetConfigurations().isEmpty());
        requireNot(request.policyDocument() != null && !request.policyDocument().isEmpty(), "PolicyDocument");
        requireNot(Params.isTrue(request.resetPolicy()), "ResetPolicy");
        requireNot(Params.isTrue(request.privateDnsEnabled()), "PrivateDnsEnabled");
        requireNot(request.dnsOptions() != null, "DnsOptions");
    }

    @Override
    public void requireRoom(VpcEntity vpc) {
        quotas.requireRoom(
                () -> endpoints.countInVpc(vpc.id(), EndpointType.INTERFACE.wire())
                        + endpoints.countInVpc(vpc.id(), type().wire()),
                EndpointLimits.INTERFACES_PER_VPC,
                EndpointErrors.limitExceeded().code(),
                EndpointErrors.limitExceeded().text());
    }

    @Override
    public void create(VpcEndpointEntity endpoint, Site site, CreateVpcEndpointRequest request) {
        AddressTypes types = AddressTypes.ofInterface(request.ipAddressTypeAsString(), null);
        requireIpv4(site, types.ipAddressType());
        EndpointInterfaces.requireOffered(site.service(), types);
        endpoint.useAddressTypes(types);
        SubnetPlan plan = SubnetPlan.of(request.subnetIds(), request.subnetConfigurations());
        if (plan.ids().size() != 1) {
            throw EndpointErrors.oneSubnetOnly();
        }
        interfaces.add(endpoint, site, plan);
    }

    @Override
    public void modify(VpcEndpointEntity endpoint, Site site, ModifyVpcEndpointRequest request) {
        Delta subnets = Delta.of(request.addSubnetIds(), request.removeSubnetIds());
        interfaces.remove(endpoint, subnets.removed());
        requireIpv4(site, request.ipAddressTypeAsString());
        interfaces.changeAddressTypes(endpoint, site, request.ipAddressTypeAsString(), null);
        if (endpoint.subnets().size() + subnets.added().size() != 1) {
            throw EndpointErrors.oneSubnetOnly();
        }
        interfaces.add(endpoint, site, SubnetPlan.of(subnets.added(), request.subnetConfigurations()));
    }

    @Override
    public void requireDeletable(VpcEndpointEntity endpoint, Set<String> deleted) {
        if (!routes.tablesOf(endpoint.scope(), Set.of(endpoint.id())).isEmpty()) {
            throw EndpointErrors.routesLeadToIt();
        }
    }

    @Override
    public void remove(VpcEndpointEntity endpoint) {
        interfaces.removeAll(endpoint);
    }

    private static void requireFitting(boolean routeTables, boolean groups, boolean configurations) {
        if (routeTables) {
            throw EndpointErrors.routeTablesOnlyForGateway();
        }
        if (groups) {
            throw EndpointErrors.groupsNotForGateway();
        }
        requireNot(configurations, "SubnetConfigurations");
    }

    /** Appliances support dualstack or IPv4 only. @throws AwsException for IPv6 only */
    private static void requireIpv4(Site site, @Nullable String ipAddressType) {
        if (AddressTypes.IPV6.equals(ipAddressType)) {
            throw EndpointErrors.addressTypeNotOffered(site.service().name(), AddressTypes.IPV6);
        }
    }

    private static void requireNot(boolean sent, String parameter) {
        if (sent) {
            throw EndpointErrors.onlyFor(parameter, INTERFACE_ONLY);
        }
    }
}
