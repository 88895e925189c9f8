package io.vpclocal.endpoint.lattice;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.placement.EndpointPlacement;
import io.vpclocal.endpoint.vpcendpoint.EndpointBehaviour;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.PrivateDomains;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Params;
import io.vpclocal.resource.Quotas;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;

/**
 * Resource and service network endpoints: network interfaces for VPC Lattice targets (AWS PrivateLink Guide: "Access
 * VPC resources" and "Access service networks"). They have no policy.
 */
class LatticeEndpoints implements EndpointBehaviour {

    private final EndpointType type;
    private final int quota;
    private final VpcEndpoints endpoints;
    private final EndpointPlacement placement;
    private final Quotas quotas;

    /** @param quota AWS's default quota of endpoints of this type in a VPC */
    LatticeEndpoints(EndpointType type, int quota, VpcEndpoints endpoints, EndpointPlacement placement, Quotas quotas) {
        this.type = type;
        this.quota = quota;
        this.endpoints = endpoints;
        this.placement = placement;
        this.quotas = quotas;
    }

    @Override
    public EndpointType type() {
        return type;
    }

    @Override
    public void requireFitting(CreateVpcEndpointRequest request) {
        requireFitting(!request.routeTableIds().isEmpty(), request.policyDocument(), request.dnsOptions());
    }

    @Override
    public void requireFitting(ModifyVpcEndpointRequest request) {
        boolean routes = !request.addRouteTableIds().isEmpty()
                || !request.removeRouteTableIds().isEmpty();
        requireFitting(routes, request.policyDocument(), request.dnsOptions());
        if (Params.isTrue(request.resetPolicy())) {
            throw EndpointErrors.onlyFor("ResetPolicy", "Gateway and Interface");
        }
    }

    @Override
    public void requireRoom(VpcEntity vpc) {
        quotas.requireRoom(
                () -> endpoints.countInVpc(vpc.id(), type.wire()),
                quota,
                EndpointErrors.limitExceeded().code(),
                EndpointErrors.limitExceeded().text());
    }

    @Override
    public void create(VpcEndpointEntity endpoint, Site site, CreateVpcEndpointRequest request) {
        placement.prepare(endpoint, site, request);
        setPrivateDns(endpoint, site, request.privateDnsEnabled(), request.dnsOptions());
        placement.place(endpoint, site, request);
    }

    @Override
    public void modify(VpcEndpointEntity endpoint, Site site, ModifyVpcEndpointRequest request) {
        placement.change(endpoint, site, request);
        setPrivateDns(endpoint, site, request.privateDnsEnabled(), request.dnsOptions());
    }

    @Override
    public void remove(VpcEndpointEntity endpoint) {
        placement.remove(endpoint);
    }

    /** @param wanted null to keep it; off for a new endpoint */
    private static void setPrivateDns(
            VpcEndpointEntity endpoint,
            Site site,
            @Nullable Boolean wanted,
            @Nullable DnsOptionsSpecification options) {
        boolean on = wanted == null ? endpoint.privateDns() : wanted;
        if (!on) {
            if (PrivateDomains.in(options)) {
                throw EndpointErrors.domainsWithoutPrivateDns();
            }
            endpoint.disablePrivateDns();
            return;
        }
        if (!endpoint.privateDns()) {
            requirePossible(site.vpc());
        }
        endpoint.enablePrivateDns(List.of(), null);
        endpoint.usePrivateDomains(endpoint.privateDomains().changedBy(options));
    }

    private static void requirePossible(VpcEntity vpc) {
        if (!vpc.dnsSupport() || !vpc.dnsHostnames()) {
            throw EndpointErrors.dnsAttributesOff(vpc.id());
        }
    }

    /** @throws AwsException if the request has parameters of other types */
    private static void requireFitting(
            boolean routes, @Nullable String policy, @Nullable DnsOptionsSpecification options) {
        if (routes) {
            throw EndpointErrors.routeTablesOnlyForGateway();
        }
        if (policy != null && !policy.isEmpty()) {
            throw EndpointErrors.onlyFor("PolicyDocument", "Gateway and Interface");
        }
        if (options != null && options.privateDnsOnlyForInboundResolverEndpoint() != null) {
            throw EndpointErrors.onlyFor("DnsOptions PrivateDnsOnlyForInboundResolverEndpoint", "Interface");
        }
    }
}
