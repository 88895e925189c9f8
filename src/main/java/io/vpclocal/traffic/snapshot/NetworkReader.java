package io.vpclocal.traffic.snapshot;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.endpoint.EndpointViews;
import io.vpclocal.network.InternetBlockModes;
import io.vpclocal.network.internetgateway.EgressOnlyInternetGatewayService;
import io.vpclocal.network.internetgateway.InternetGatewayEntity;
import io.vpclocal.network.internetgateway.InternetGatewayService;
import io.vpclocal.network.natgateway.NatGatewayEntity;
import io.vpclocal.network.natgateway.NatGatewayService;
import io.vpclocal.network.networkacl.NetworkAclEntity;
import io.vpclocal.network.networkacl.NetworkAclService;
import io.vpclocal.network.networkinterface.AttachedInstances;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.peering.PeeringConnection;
import io.vpclocal.network.peering.PeeringState;
import io.vpclocal.network.peering.Peerings;
import io.vpclocal.network.prefixlist.PrefixListView;
import io.vpclocal.network.prefixlist.PrefixLists;
import io.vpclocal.network.routetable.RouteEntity;
import io.vpclocal.network.routetable.RouteTableEntity;
import io.vpclocal.network.routetable.RouteTableService;
import io.vpclocal.network.securitygroup.SecurityGroupEntity;
import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Reads everything that decides about packets from its modules, with a fixed number of queries. */
@Component
class NetworkReader {

    private final VpcService vpcs;
    private final SubnetService subnets;
    private final NetworkInterfaces interfaces;
    private final SecurityGroupService groups;
    private final NetworkAclService acls;
    private final RouteTableService tables;
    private final InternetGatewayService internetGateways;
    private final EgressOnlyInternetGatewayService egressOnlyGateways;
    private final RouteReader routes;
    private final NatGatewayService natGateways;
    private final PrefixLists prefixLists;
    private final EndpointViews endpoints;
    private final ServicePlaces services;
    private final AttachedInstances attachedInstances;
    private final EndpointPolicyEvaluator policies;
    private final Peerings peerings;
    private final TransitReader transit;
    private final InternetBlockModes blockModes;

    NetworkReader(
            VpcService vpcs,
            SubnetService subnets,
            NetworkInterfaces interfaces,
            SecurityGroupService groups,
            NetworkAclService acls,
            RouteTableService tables,
            InternetGatewayService internetGateways,
            EgressOnlyInternetGatewayService egressOnlyGateways,
            RouteReader routes,
            NatGatewayService natGateways,
            PrefixLists prefixLists,
            EndpointViews endpoints,
            ServicePlaces services,
            AttachedInstances attachedInstances,
            EndpointPolicyEvaluator policies,
            Peerings peerings,
            TransitReader transit,
            InternetBlockModes blockModes) {
        this.vpcs = vpcs;
        this.subnets = subnets;
        this.interfaces = interfaces;
        this.groups = groups;
        this.acls = acls;
        this.tables = tables;
        this.internetGateways = internetGateways;
        this.egressOnlyGateways = egressOnlyGateways;
        this.routes = routes;
        this.natGateways = natGateways;
        this.prefixLists = prefixLists;
        this.endpoints = endpoints;
        this.services = services;
        this.attachedInstances = attachedInstances;
        this.policies = policies;
        this.peerings = peerings;
        this.transit = transit;
        this.blockModes = blockModes;
    }

    KnownNetwork read(Scope scope) {
        NetworkSnapshot.Builder network = NetworkSnapshot.builder();
        InternetBlockModes.Modes modes = blockModes.of(scope);
        vpcs.findAll(scope).forEach(vpc -> network.add(SnapshotParts.vpc(vpc, modes.vpc(vpc.id()))));
        List<PeeringConnection> allPeerings = peerings.findAll(scope);
        List<NetworkInterfaceEntity> allInterfaces = interfaces.findAll(scope);
        List<SecurityGroupEntity> allGroups = groups.findAll(scope);
        List<RouteTableEntity> allTables = tables.findAll(scope);
        List<EndpointView> allEndpoints = endpoints.all(scope);
        Map<String, String> instances = instances(allInterfaces);
        addSubnets(network, scope, allTables, modes);
        addStopped(network, scope, allInterfaces);
        allInterfaces.forEach(one -> network.add(SnapshotParts.networkInterface(one)));
        allGroups.forEach(group -> network.add(SnapshotParts.group(group)));
        routes.add(network, scope, allTables, allEndpoints, instances);
        addGateways(network, scope, allTables);
        allPeerings.stream().filter(PeeringConnection::active).forEach(one -> network.add(SnapshotParts.peering(one)));
        addEndpoints(network, allEndpoints, allInterfaces);
        transit.add(network, scope);
        addServices(network, scope, lists(allTables, allGroups));
        network.endpointPolicies(policies.of(allEndpoints));
        return new KnownNetwork(
                scope,
                network.build(),
                instances,
                addresses(allInterfaces),
                peers(scope, allPeerings),
                modes.lasting()
                        && allPeerings.stream().noneMatch(one -> one.state() == PeeringState.PROVISIONING)
                        && transit.settled(scope)
                        && allEndpoints.stream().noneMatch(NetworkReader::changesByItself));
    }

    /** @param lists the prefix lists that rules and routes name */
    private void addServices(NetworkSnapshot.Builder network, Scope scope, Set<String> lists) {
        services.of(scope.region()).forEach(service -> {
            network.add(service);
            if (service.prefixListId() != null) {
                lists.add(service.prefixListId());
            }
        });
        addPrefixLists(network, prefixLists.findAll(scope, lists).values());
    }

    /** The owner of the network behind each active connection that leads out of this one. */
    private static Map<String, Scope> peers(Scope scope, List<PeeringConnection> peerings) {
        Map<String, Scope> peers = new HashMap<>();
        peerings.stream()
                .filter(one -> one.active() && !one.withinScope())
                .forEach(one -> peers.put(
                        one.id(),
                        one.requester().scope().equals(scope)
                                ? one.accepter().scope()
                                : one.requester().scope()));
        return peers;
    }

    private void addSubnets(
            NetworkSnapshot.Builder network,
            Scope scope,
            List<RouteTableEntity> allTables,
            InternetBlockModes.Modes modes) {
        Map<String, String> tableOf = new HashMap<>();
        allTables.forEach(table -> table.subnetIds().forEach(subnet -> tableOf.put(subnet, table.id())));
        Map<String, String> aclOf = new HashMap<>();
        for (NetworkAclEntity acl : acls.findAll(scope)) {
            network.add(SnapshotParts.acl(acl));
            acl.subnetIds().forEach(subnet -> aclOf.put(subnet, acl.id()));
        }
        for (SubnetEntity subnet : subnets.findAll(scope)) {
            network.add(SnapshotParts.subnet(subnet, tableOf.get(subnet.id()), aclOf.get(subnet.id())));
            network.blockPublicAccess(subnet.id(), SnapshotParts.mode(modes.subnet(subnet.id(), subnet.vpcId())));
        }
    }

    private void addStopped(NetworkSnapshot.Builder network, Scope scope, List<NetworkInterfaceEntity> interfaces) {
        Set<String> attached = new HashSet<>();
        interfaces.forEach(one -> SnapshotParts.instanceOf(one).ifPresent(attached::add));
        Set<String> stopped = attachedInstances.stopped(scope, attached);
        interfaces.stream()
                .filter(one ->
                        SnapshotParts.instanceOf(one).filter(stopped::contains).isPresent())
                .forEach(one -> network.stopped(one.id()));
    }

    private void addGateways(NetworkSnapshot.Builder network, Scope scope, List<RouteTableEntity> tables) {
        Map<String, String> edgeTables = new HashMap<>();
        tables.forEach(table -> table.gatewayIds().forEach(gateway -> edgeTables.put(gateway, table.id())));
        for (InternetGatewayEntity gateway : internetGateways.findAll(scope)) {
            String vpcId = gateway.vpcId();
            if (vpcId != null) {
                network.add(new Network.InternetGateway(gateway.id(), vpcId));
                String edgeTable = edgeTables.get(gateway.id());
                if (edgeTable != null) {
                    network.edgeTable(vpcId, edgeTable);
                }
            }
        }
        egressOnlyGateways
                .findAll(scope)
                .forEach(gateway -> network.add(new Network.EgressOnlyInternetGateway(gateway.id(), gateway.vpcId())));
        for (NatGatewayEntity gateway : natGateways.available(scope)) {
            String interfaceId = gateway.networkInterfaceId();
            if (interfaceId != null) {
                network.add(new Network.NatGateway(gateway.id(), gateway.isPublic(), interfaceId));
            }
        }
    }

    /** True for state that changes without a call of its account: by time, or by the owner of a service. */
    private static boolean changesByItself(EndpointView endpoint) {
        return endpoint.state() == EndpointState.DELETING || endpoint.type() == EndpointType.GATEWAY_LOAD_BALANCER;
    }

    /** The interfaces of a deleting endpoint may be deleted first. */
    private static void addEndpoints(
            NetworkSnapshot.Builder network, List<EndpointView> endpoints, List<NetworkInterfaceEntity> interfaces) {
        Set<String> present = new HashSet<>();
        interfaces.forEach(one -> present.add(one.id()));
        for (EndpointView endpoint : endpoints) {
            if (endpoint.type() == EndpointType.GATEWAY_LOAD_BALANCER) {
                continue;
            }
            network.add(new Network.VpcEndpoint(
                    endpoint.id(),
                    endpoint.vpcId(),
                    endpoint.serviceName(),
                    endpoint.type() == EndpointType.GATEWAY ? endpoint.prefixListId() : null,
                    endpoint.networkInterfaceIds().stream()
                            .filter(present::contains)
                            .toList(),
                    endpoint.privateDnsEnabled() && !endpoint.inboundResolverOnly()));
        }
    }

    private static void addPrefixLists(NetworkSnapshot.Builder network, Collection<PrefixListView> lists) {
        lists.forEach(list -> network.add(new Network.PrefixList(
                list.id(), list.cidrs().stream().map(SnapshotParts::cidr).toList())));
    }

    /** The prefix lists that routes and rules name. */
    private static Set<String> lists(List<RouteTableEntity> tables, List<SecurityGroupEntity> groups) {
        Set<String> named = new TreeSet<>();
        tables.stream()
                .flatMap(table -> table.routes().stream())
                .map(RouteEntity::destination)
                .map(destination -> destination.text())
                .forEach(named::add);
        groups.stream()
                .flatMap(group -> group.rules().stream())
                .map(rule -> rule.peer().text())
                .forEach(named::add);
        named.removeIf(text -> !text.startsWith("pl-"));
        return named;
    }

    /** The interface with the lowest device index is an instance's primary one. */
    private static Map<String, String> instances(List<NetworkInterfaceEntity> interfaces) {
        Map<String, NetworkInterfaceEntity> primary = new LinkedHashMap<>();
        for (NetworkInterfaceEntity one : interfaces) {
            SnapshotParts.instanceOf(one)
                    .ifPresent(id -> primary.merge(
                            id, one, (a, b) -> SnapshotParts.deviceIndex(b) < SnapshotParts.deviceIndex(a) ? b : a));
        }
        Map<String, String> ids = new HashMap<>();
        primary.forEach((instance, one) -> ids.put(instance, one.id()));
        return ids;
    }

    private static Map<String, Set<IpAddress>> addresses(List<NetworkInterfaceEntity> interfaces) {
        Map<String, Set<IpAddress>> byVpc = new HashMap<>();
        for (NetworkInterfaceEntity one : interfaces) {
            Set<IpAddress> addresses = byVpc.computeIfAbsent(one.vpcId(), vpc -> new HashSet<>());
            one.addresses().forEach(address -> addresses.add(IpAddress.parse(address.address())));
        }
        return byVpc;
    }
}
