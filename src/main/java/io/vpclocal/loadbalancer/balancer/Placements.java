package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.network.address.ElasticIpEntity;
import io.vpclocal.network.address.ElasticIpService;
import io.vpclocal.network.address.PublicAddressPool;
import io.vpclocal.network.internetgateway.InternetGatewayService;
import io.vpclocal.network.networkinterface.InterfaceAddress;
import io.vpclocal.network.networkinterface.InterfacePlan;
import io.vpclocal.network.networkinterface.InterfacePlan.Families;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.networkinterface.PublicAssociation;
import io.vpclocal.network.networkinterface.PublicAssociations;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The placement of load balancers: one network interface in one subnet of each Availability Zone. */
@Component
class Placements {

    private static final String REQUESTER = "amazon-elb";

    private final NetworkInterfaces interfaces;
    private final SubnetService subnets;
    private final InternetGatewayService gateways;
    private final ElasticIpService elasticIps;
    private final PublicAssociations associations;
    private final PublicAddressPool publicAddresses;

    Placements(
            NetworkInterfaces interfaces,
            SubnetService subnets,
            InternetGatewayService gateways,
            ElasticIpService elasticIps,
            PublicAssociations associations,
            PublicAddressPool publicAddresses) {
        this.interfaces = interfaces;
        this.subnets = subnets;
        this.gateways = gateways;
        this.elasticIps = elasticIps;
        this.associations = associations;
        this.publicAddresses = publicAddresses;
    }

    /**
     * The subnets of some requests, by id.
     *
     * @throws AwsException if one does not exist, they are in different VPCs, or two are in one zone
     */
    Map<String, SubnetEntity> require(Scope scope, List<RequestedSubnet> requests) {
        Map<String, SubnetEntity> found = new LinkedHashMap<>();
        subnets.findAll(scope, requests.stream().map(RequestedSubnet::subnetId).toList())
                .forEach(subnet -> found.put(subnet.id(), subnet));
        Set<String> zones = new HashSet<>();
        Set<String> vpcs = new HashSet<>();
        for (RequestedSubnet request : requests) {
            SubnetEntity subnet = found.get(request.subnetId());
            if (subnet == null) {
                throw ElbErrors.subnetNotFound(request.subnetId());
            }
            vpcs.add(subnet.vpcId());
            if (!zones.add(subnet.availabilityZone())) {
                throw ElbErrors.sameZone();
            }
        }
        if (vpcs.size() > 1) {
            throw ElbErrors.subnetsOfSeveralVpcs();
        }
        return found;
    }

    /**
     * Sets the subnets of a load balancer. The caller has locked the VPC.
     *
     * @throws AwsException if a subnet cannot be used or an address is not available
     */
    void place(LoadBalancerEntity loadBalancer, List<RequestedSubnet> requests) {
        Map<String, SubnetEntity> found = require(loadBalancer.scope(), requests);
        if (loadBalancer.internetFacing()
                && gateways.attachedTo(loadBalancer.scope(), loadBalancer.vpcId())
                        .isEmpty()) {
            throw ElbErrors.noInternetGateway(loadBalancer.vpcId());
        }
        List<LoadBalancerSubnet> kept = new ArrayList<>();
        for (LoadBalancerSubnet present : loadBalancer.subnets()) {
            if (requests.contains(present.requested())) {
                kept.add(present);
            } else {
                interfaces.delete(loadBalancer.scope(), present.networkInterfaceId());
            }
        }
        for (RequestedSubnet request : requests) {
            if (kept.stream().noneMatch(present -> present.requested().equals(request))) {
                kept.add(make(loadBalancer, Objects.requireNonNull(found.get(request.subnetId())), request));
            }
        }
        kept.sort(Comparator.comparing(LoadBalancerSubnet::zone));
        loadBalancer.subnets().clear();
        loadBalancer.subnets().addAll(kept);
    }

    void remove(LoadBalancerEntity loadBalancer) {
        loadBalancer.subnets().forEach(subnet -> interfaces.delete(loadBalancer.scope(), subnet.networkInterfaceId()));
        loadBalancer.subnets().clear();
    }

    /** Applies a change of the load balancer's groups. */
    void changeGroups(LoadBalancerEntity loadBalancer) {
        loadBalancer
                .subnets()
                .forEach(subnet -> interfaces.changeGroups(
                        loadBalancer.scope(), subnet.networkInterfaceId(), loadBalancer.groupIds()));
    }

    /**
     * Applies a change of the load balancer's address type.
     *
     * @throws AwsException if a subnet does not support the address type
     */
    void changeAddressType(LoadBalancerEntity loadBalancer) {
        List<String> ids = loadBalancer.subnets().stream()
                .map(LoadBalancerSubnet::subnetId)
                .toList();
        subnets.findAll(loadBalancer.scope(), ids).forEach(subnet -> requireFamilies(loadBalancer, subnet));
        loadBalancer
                .subnets()
                .forEach(subnet -> interfaces.changeIpv6(
                        loadBalancer.scope(), subnet.networkInterfaceId(), loadBalancer.dualstack()));
    }

    private LoadBalancerSubnet make(LoadBalancerEntity loadBalancer, SubnetEntity subnet, RequestedSubnet request) {
        requireUsable(loadBalancer, subnet, request);
        InterfacePlan plan = InterfacePlan.in(subnet.id())
                .type(loadBalancer.type().interfaceType())
                .description("ELB " + loadBalancer.path())
                .managed(REQUESTER, loadBalancer.id())
                .forwarding()
                .addresses(
                        loadBalancer.dualstack() ? Families.DUALSTACK : Families.IPV4,
                        request.privateIpv4(),
                        request.ipv6());
        NetworkInterfaceEntity made = create(
                loadBalancer.scope(),
                loadBalancer.groupIds().isEmpty() ? plan.ungrouped() : plan.groups(loadBalancer.groupIds()));
        String publicIp = loadBalancer.publicIpv4() ? publish(made, request.allocationId()) : null;
        return new LoadBalancerSubnet(
                subnet.availabilityZone(),
                subnet.availabilityZoneId(),
                made.id(),
                request,
                request.allocationId() == null ? null : publicIp);
    }

    /** Converts EC2's errors about addresses to errors of this service. */
    private NetworkInterfaceEntity create(Scope scope, InterfacePlan plan) {
        try {
            return interfaces.create(scope, plan);
        } catch (AwsException refusal) {
            throw ElbErrors.invalidConfiguration(refusal.text());
        }
    }

    private void requireUsable(LoadBalancerEntity loadBalancer, SubnetEntity subnet, RequestedSubnet request) {
        requireFamilies(loadBalancer, subnet);
        if (subnets.availableAddresses(subnet) < ElbLimits.FREE_ADDRESSES) {
            throw ElbErrors.subnetFull(subnet.id(), ElbLimits.FREE_ADDRESSES);
        }
        if (request.allocationId() != null && !loadBalancer.internetFacing()) {
            throw ElbErrors.allocationForInternal();
        }
        if (request.privateIpv4() != null && loadBalancer.internetFacing()) {
            throw ElbErrors.privateAddressForInternal();
        }
        if (request.ipv6() != null && !loadBalancer.dualstack()) {
            throw ElbErrors.ipv6AddressForDualstack();
        }
    }

    private static void requireFamilies(LoadBalancerEntity loadBalancer, SubnetEntity subnet) {
        if (subnet.cidr().isEmpty()) {
            throw ElbErrors.subnetWithoutIpv4(subnet.id());
        }
        if (loadBalancer.dualstack() && subnet.ipv6Cidr().isEmpty()) {
            throw ElbErrors.subnetWithoutIpv6();
        }
    }

    /** Assigns the requested Elastic IP address to an interface, or an address of AWS. */
    private String publish(NetworkInterfaceEntity made, @Nullable String allocationId) {
        InterfaceAddress primary = made.primaryAddress().orElseThrow();
        if (allocationId == null) {
            String address = publicAddresses.draw();
            associations.associate(primary, new PublicAssociation(address, null, null, REQUESTER));
            return address;
        }
        ElasticIpEntity address = elasticIps
                .lock(made.scope(), allocationId)
                .orElseThrow(() -> ElbErrors.allocationNotFound(allocationId));
        if (elasticIps.target(allocationId).isPresent()) {
            throw ElbErrors.allocationInUse();
        }
        elasticIps.associate(address, primary);
        return address.publicIp();
    }
}
