package io.vpclocal.endpoint.placement;

import io.vpclocal.endpoint.vpcendpoint.AddressTypes;
import io.vpclocal.endpoint.vpcendpoint.Delta;
import io.vpclocal.endpoint.vpcendpoint.EndpointBehaviour.Site;
import io.vpclocal.endpoint.vpcendpoint.EndpointSubnet;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;

/** The subnets, addresses, and security groups of endpoints with network interfaces. */
@Component
public class EndpointPlacement {

    private final EndpointInterfaces interfaces;
    private final EndpointGroups groups;

    EndpointPlacement(EndpointInterfaces interfaces, EndpointGroups groups) {
        this.interfaces = interfaces;
        this.groups = groups;
    }

    /** Sets a new endpoint's address types and groups. @throws AwsException if they are not valid */
    public void prepare(VpcEndpointEntity endpoint, Site site, CreateVpcEndpointRequest request) {
        AddressTypes types =
                AddressTypes.ofInterface(request.ipAddressTypeAsString(), recordIpType(request.dnsOptions()));
        EndpointInterfaces.requireOffered(site.service(), types);
        endpoint.useAddressTypes(types);
        endpoint.join(groups.choose(site.vpc(), request.securityGroupIds()));
    }

    /** Creates a prepared endpoint's interfaces. @throws AwsException if a subnet cannot be used */
    public void place(VpcEndpointEntity endpoint, Site site, CreateVpcEndpointRequest request) {
        interfaces.add(endpoint, site, SubnetPlan.of(request.subnetIds(), request.subnetConfigurations()));
    }

    /** Applies a change of subnets, addresses, and groups. @throws AwsException if it is not possible */
    public void change(VpcEndpointEntity endpoint, Site site, ModifyVpcEndpointRequest request) {
        Delta subnets = Delta.of(request.addSubnetIds(), request.removeSubnetIds());
        interfaces.remove(endpoint, subnets.removed());
        interfaces.changeAddressTypes(
                endpoint, site, request.ipAddressTypeAsString(), recordIpType(request.dnsOptions()));
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
    }

    public void remove(VpcEndpointEntity endpoint) {
        interfaces.removeAll(endpoint);
    }

    private static @Nullable String recordIpType(@Nullable DnsOptionsSpecification options) {
        return options == null ? null : options.dnsRecordIpTypeAsString();
    }
}
