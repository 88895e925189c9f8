package io.vpclocal.endpoint.placement;

import io.vpclocal.endpoint.ZoneListener;
import io.vpclocal.endpoint.placement.SubnetPlan.Addresses;
import io.vpclocal.endpoint.placement.SubnetPlan.Place;
import io.vpclocal.endpoint.vpcendpoint.AddressTypes;
import io.vpclocal.endpoint.vpcendpoint.EndpointBehaviour.Site;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.endpoint.vpcendpoint.EndpointSubnet;
import io.vpclocal.endpoint.vpcendpoint.Lifecycle;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.network.Cidr;
import io.vpclocal.network.networkinterface.InterfaceAddress;
import io.vpclocal.network.networkinterface.InterfacePlan;
import io.vpclocal.network.networkinterface.InterfacePlan.Families;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The network interfaces of endpoints: one in each subnet (AWS PrivateLink Guide: "Subnets and zones"). */
@Component
public class EndpointInterfaces {

    /** The account in which AWS runs PrivateLink, as the EC2 User Guide's sample of such an interface shows it. */
    private static final String REQUESTER = "727180483921";

    private final NetworkInterfaces interfaces;
    private final SubnetService subnets;
    private final RemoteAccess remoteAccess;
    private final Lifecycle lifecycle;
    private final ObjectProvider<ZoneListener> listeners;

    EndpointInterfaces(
            NetworkInterfaces interfaces,
            SubnetService subnets,
            RemoteAccess remoteAccess,
            Lifecycle lifecycle,
            ObjectProvider<ZoneListener> listeners) {
        this.interfaces = interfaces;
        this.subnets = subnets;
        this.remoteAccess = remoteAccess;
        this.lifecycle = lifecycle;
        this.listeners = listeners;
    }

    /**
     * Adds the endpoint to the subnets of the plan.
     *
     * @throws AwsException if a subnet cannot be used, or an address is not available
     */
    public void add(VpcEndpointEntity endpoint, Site site, SubnetPlan plan) {
        List<SubnetEntity> chosen = require(endpoint, site, plan.ids());
        SubnetPlan.requireOnePerZone(
                endpoint.subnets().stream().map(EndpointSubnet::zone).toList(),
                chosen.stream()
                        .map(subnet -> new Place(subnet.id(), subnet.availabilityZone()))
                        .toList());
        for (SubnetEntity subnet : chosen) {
            NetworkInterfaceEntity made = make(endpoint, subnet.id(), plan.addresses(subnet.id()));
            endpoint.subnets().add(new EndpointSubnet(subnet.id(), subnet.availabilityZone(), made.id()));
            listeners.forEach(listener ->
                    listener.entered(endpoint.scope(), endpoint.id(), subnet.availabilityZone(), lifecycle.now()));
        }
    }

    /** @throws AwsException if a subnet does not exist or the endpoint is not in it */
    public void remove(VpcEndpointEntity endpoint, Collection<String> subnetIds) {
        for (String subnetId : subnetIds) {
            EndpointIds.SUBNET.requireWellFormed(subnetId);
            EndpointSubnet present = in(endpoint, subnetId).orElseThrow(() -> notIn(endpoint, subnetId));
            interfaces.delete(endpoint.scope(), present.networkInterfaceId());
            endpoint.subnets().remove(present);
            left(endpoint, present, lifecycle.now());
        }
    }

    public void removeAll(VpcEndpointEntity endpoint) {
        for (EndpointSubnet subnet : endpoint.subnets()) {
            interfaces.delete(endpoint.scope(), subnet.networkInterfaceId());
            left(endpoint, subnet, endpoint.phaseSince());
        }
        endpoint.subnets().clear();
    }

    private void left(VpcEndpointEntity endpoint, EndpointSubnet subnet, Instant at) {
        listeners.forEach(listener -> listener.left(endpoint.scope(), endpoint.id(), subnet.zone(), at));
    }

    /** Changes the endpoint's addresses in its subnets. Changed addresses need a new interface. */
    void readdress(VpcEndpointEntity endpoint, SubnetPlan plan) {
        List<EndpointSubnet> present = endpoint.subnets();
        for (int i = 0; i < present.size(); i++) {
            EndpointSubnet subnet = present.get(i);
            Addresses wanted = plan.addresses(subnet.subnetId());
            if (!has(endpoint.scope(), subnet, wanted)) {
                interfaces.delete(endpoint.scope(), subnet.networkInterfaceId());
                NetworkInterfaceEntity made = make(endpoint, subnet.subnetId(), wanted);
                present.set(i, new EndpointSubnet(subnet.subnetId(), subnet.zone(), made.id()));
            }
        }
    }

    /** Applies a change of the endpoint's groups. */
    void changeGroups(VpcEndpointEntity endpoint) {
        endpoint.subnets()
                .forEach(subnet ->
                        interfaces.changeGroups(endpoint.scope(), subnet.networkInterfaceId(), endpoint.groupIds()));
    }

    /**
     * Applies a change of the endpoint's address types.
     *
     * @param ipAddressType null to keep it
     * @throws AwsException if the service or a subnet does not support the address type
     */
    public void changeAddressTypes(
            VpcEndpointEntity endpoint, Site site, @Nullable String ipAddressType, @Nullable String recordIpType) {
        if (ipAddressType == null && recordIpType == null) {
            return;
        }
        AddressTypes before = types(endpoint);
        AddressTypes after = before.changedTo(ipAddressType, recordIpType).requireConsistent();
        endpoint.useAddressTypes(after);
        if (!after.ipAddressType().equals(before.ipAddressType())) {
            changeAddressType(endpoint, site);
        }
    }

    private void changeAddressType(VpcEndpointEntity endpoint, Site site) {
        Set<String> ids = Set.copyOf(
                endpoint.subnets().stream().map(EndpointSubnet::subnetId).toList());
        requireOffered(site.service(), types(endpoint));
        subnets.findAll(endpoint.scope(), ids).forEach(subnet -> requireAddressType(subnet, types(endpoint)));
        endpoint.subnets()
                .forEach(subnet -> interfaces.changeIpv6(
                        endpoint.scope(),
                        subnet.networkInterfaceId(),
                        types(endpoint).v6()));
    }

    /** @throws AwsException if the service does not support the address type */
    public static void requireOffered(EndpointService service, AddressTypes types) {
        if (!types.supportedBy(service.supportedIpAddressTypes())) {
            throw EndpointErrors.addressTypeNotOffered(service.name(), types.ipAddressType());
        }
    }

    private List<SubnetEntity> require(VpcEndpointEntity endpoint, Site site, Set<String> ids) {
        Map<String, SubnetEntity> found = new LinkedHashMap<>();
        subnets.findAll(endpoint.scope(), ids).forEach(subnet -> found.put(subnet.id(), subnet));
        List<SubnetEntity> chosen = new ArrayList<>();
        for (String id : ids) {
            SubnetEntity subnet = found.get(id);
            if (subnet == null) {
                throw EndpointIds.SUBNET.notFound(id);
            }
            if (!subnet.vpcId().equals(site.vpc().id())) {
                throw EndpointErrors.subnetOfOtherVpc(id, site.vpc().id());
            }
            requireZone(endpoint, site.service(), subnet);
            requireAddressType(subnet, types(endpoint));
            chosen.add(subnet);
        }
        return chosen;
    }

    /** For a service of another Region, the zones that support cross-Region access count. */
    private void requireZone(VpcEndpointEntity endpoint, EndpointService service, SubnetEntity subnet) {
        if (endpoint.crossRegion()) {
            remoteAccess.require(endpoint.region(), subnet.availabilityZoneId());
            return;
        }
        boolean offered =
                service.zones().stream().map(AvailabilityZone::name).anyMatch(subnet.availabilityZone()::equals);
        if (!offered) {
            throw EndpointErrors.zoneNotSupported(service.name(), subnet.id());
        }
    }

    /** AWS PrivateLink Guide, "IP address types": addresses of both families, or IPv6-only subnets for IPv6 alone. */
    private static void requireAddressType(SubnetEntity subnet, AddressTypes types) {
        boolean fits = types.v4()
                ? subnet.cidr().isPresent() && (!types.v6() || subnet.ipv6Cidr().isPresent())
                : subnet.ipv6Native();
        if (!fits) {
            throw EndpointErrors.subnetLacksAddressType(subnet.id(), types.ipAddressType());
        }
    }

    private NetworkInterfaceEntity make(VpcEndpointEntity endpoint, String subnetId, Addresses wanted) {
        AddressTypes types = types(endpoint);
        if (wanted.ipv4() != null && !types.v4()) {
            throw EndpointErrors.subnetLacksAddressType(subnetId, AddressTypes.IPV4);
        }
        if (wanted.ipv6() != null && !types.v6()) {
            throw EndpointErrors.subnetLacksAddressType(subnetId, AddressTypes.IPV6);
        }
        Families families = types.v4() ? types.v6() ? Families.DUALSTACK : Families.IPV4 : Families.IPV6;
        return interfaces.create(
                endpoint.scope(),
                plan(endpoint, InterfacePlan.in(subnetId).managed(REQUESTER, endpoint.id()))
                        .addresses(families, wanted.ipv4(), wanted.ipv6()));
    }

    /** Types and descriptions: EC2 User Guide. Our guess: Gateway Load Balancer endpoints forward packets. */
    private static InterfacePlan plan(VpcEndpointEntity endpoint, InterfacePlan plan) {
        return switch (endpoint.type()) {
            case INTERFACE, GATEWAY ->
                plan.type("vpc_endpoint")
                        .description("VPC Endpoint Interface " + endpoint.id())
                        .groups(endpoint.groupIds());
            case GATEWAY_LOAD_BALANCER ->
                plan.type("gateway_load_balancer_endpoint")
                        .description("VPC Endpoint Interface " + endpoint.id())
                        .ungrouped()
                        .forwarding();
            case RESOURCE, SERVICE_NETWORK ->
                plan.type("interface")
                        .description("VPC Endpoint Interface: " + endpoint.id())
                        .groups(endpoint.groupIds());
        };
    }

    private boolean has(Scope scope, EndpointSubnet subnet, Addresses wanted) {
        NetworkInterfaceEntity present = interfaces.require(scope, subnet.networkInterfaceId());
        return has(present, NetworkInterfaceEntity::ipv4, wanted.ipv4())
                && has(present, NetworkInterfaceEntity::ipv6, wanted.ipv6());
    }

    private static boolean has(
            NetworkInterfaceEntity present,
            Function<NetworkInterfaceEntity, List<InterfaceAddress>> addresses,
            @Nullable String wanted) {
        return wanted == null
                || addresses.apply(present).stream()
                        .map(InterfaceAddress::address)
                        .anyMatch(address -> Cidr.address(address).equals(Cidr.address(wanted)));
    }

    private AwsException notIn(VpcEndpointEntity endpoint, String subnetId) {
        return subnets.find(endpoint.scope(), subnetId).isEmpty()
                ? EndpointIds.SUBNET.notFound(subnetId)
                : EndpointErrors.notOfEndpoint("subnet", subnetId, endpoint.id());
    }

    private static Optional<EndpointSubnet> in(VpcEndpointEntity endpoint, String subnetId) {
        return endpoint.subnets().stream()
                .filter(subnet -> subnet.subnetId().equals(subnetId))
                .findFirst();
    }

    private static AddressTypes types(VpcEndpointEntity endpoint) {
        return new AddressTypes(endpoint.ipAddressType(), endpoint.dnsRecordIpType());
    }
}
