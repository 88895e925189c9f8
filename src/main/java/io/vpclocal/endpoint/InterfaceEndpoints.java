package io.vpclocal.endpoint;

import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.resource.Quotas;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;

/** Interface endpoints: network interfaces in the chosen subnets, and names that lead to them. */
@Component
class InterfaceEndpoints implements EndpointBehaviour {

    private final VpcEndpoints endpoints;
    private final EndpointInterfaces interfaces;
    private final EndpointGroups groups;
    private final PrivateDns privateDns;
    private final Quotas quotas;

    InterfaceEndpoints(
            VpcEndpoints endpoints,
            EndpointInterfaces interfaces,
            EndpointGroups groups,
            PrivateDns privateDns,
            Quotas quotas) {
        this.endpoints = endpoints;
        this.interfaces = interfaces;
        this.groups = groups;
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
                endpoints.countInVpc(vpc.id(), EndpointType.INTERFACE.wire())
                        + endpoints.countInVpc(vpc.id(), EndpointType.GATEWAY_LOAD_BALANCER.wire()),
                EndpointLimits.INTERFACES_PER_VPC,
                EndpointErrors.limitExceeded().code(),
                EndpointErrors.limitExceeded().text());
    }

    @Override
    public void create(VpcEndpointEntity endpoint, Site site, CreateVpcEndpointRequest request) {
        Options options = Options.of(request.dnsOptions());
        AddressTypes types = AddressTypes.ofInterface(request.ipAddressTypeAsString(), options.recordIpType());
        EndpointInterfaces.requireOffered(site.service(), types);
        endpoint.useAddressTypes(types);
        endpoint.join(groups.choose(site.vpc(), request.securityGroupIds()));
        SubnetPlan plan = SubnetPlan.of(request.subnetIds(), request.subnetConfigurations());
        privateDns.create(endpoint, site, request.privateDnsEnabled(), options.resolversOnly());
        interfaces.add(endpoint, site, plan);
    }

    @Override
    public void modify(VpcEndpointEntity endpoint, Site site, ModifyVpcEndpointRequest request) {
        Options options = Options.of(request.dnsOptions());
        Delta subnets = Delta.of(request.addSubnetIds(), request.removeSubnetIds());
        interfaces.remove(endpoint, subnets.removed());
        changeAddressTypes(endpoint, site, request.ipAddressTypeAsString(), options.recordIpType());
        Delta changedGroups = Delta.of(request.addSecurityGroupIds(), request.removeSecurityGroupIds());
        if (!changedGroups.none()) {
            groups.change(endpoint, site.vpc(), changedGroups);
            interfaces.changeGroups(endpoint);
        }
        SubnetPlan plan = SubnetPlan.of(subnets.added(), request.subnetConfigurations());
        Set<String> present =
                endpoint.subnets().stream().map(EndpointSubnet::subnetId).collect(Collectors.toSet());
        interfaces.readdress(endpoint, plan);
        interfaces.add(endpoint, site, plan.only(id -> subnets.added().contains(id) || !present.contains(id)));
        privateDns.modify(endpoint, site, request.privateDnsEnabled(), options.resolversOnly());
    }

    @Override
    public void remove(VpcEndpointEntity endpoint) {
        interfaces.removeAll(endpoint);
    }

    private void changeAddressTypes(
            VpcEndpointEntity endpoint, Site site, @Nullable String ipAddressType, @Nullable String recordIpType) {
        if (ipAddressType == null && recordIpType == null) {
            return;
        }
        AddressTypes before = new AddressTypes(endpoint.ipAddressType(), endpoint.dnsRecordIpType());
        AddressTypes after = before.changedTo(ipAddressType, recordIpType).requireConsistent();
        endpoint.useAddressTypes(after);
        if (!after.ipAddressType().equals(before.ipAddressType())) {
            interfaces.changeAddressType(endpoint, site);
        }
    }

    private static void requireNoRoutes(List<String> tableIds) {
        if (!tableIds.isEmpty()) {
            throw EndpointErrors.routeTablesOnlyForGateway();
        }
    }

    /** What the request says of DNS; null where it is silent. */
    private record Options(
            @Nullable String recordIpType, @Nullable Boolean resolversOnly) {

        static Options of(@Nullable DnsOptionsSpecification options) {
            if (options == null) {
                return new Options(null, null);
            }
            if (options.privateDnsPreference() != null
                    || !options.privateDnsSpecifiedDomains().isEmpty()) {
                throw EndpointErrors.onlyFor("DnsOptions PrivateDnsPreference", "Resource and ServiceNetwork");
            }
            return new Options(options.dnsRecordIpTypeAsString(), options.privateDnsOnlyForInboundResolverEndpoint());
        }
    }
}
