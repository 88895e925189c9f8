package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a network by id, with their rules and routes. */
public final class NetworkInventory {

    private final Map<String, Network.Vpc> vpcs;
    private final Map<String, Network.Subnet> subnets;
    private final Map<String, Network.NetworkInterface> interfaces;
    private final Map<String, Network.SecurityGroup> groups;
    private final Map<String, Network.NetworkAcl> acls;
    private final Map<String, Network.RouteTable> tables;
    private final Map<String, Network.InternetGateway> internetGateways;
    private final Map<String, Network.VpnGateway> vpnGateways;
    private final Map<String, Network.NatGateway> natGateways;
    private final Map<String, Network.PeeringConnection> peerings;
    private final Map<String, Network.VpcEndpoint> endpoints;
    private final Map<String, Network.TransitGatewayAttachment> transitAttachments;
    private final Map<String, Network.TransitGatewayRouteTable> transitTables;
    private final Map<String, List<Cidr>> prefixLists = new LinkedHashMap<>();
    private final Map<String, String> edgeTables;
    private final Map<String, String> mainTables = new HashMap<>();
    private final Map<String, String> defaultAcls = new HashMap<>();
    private final Map<String, String> endpointOf = new HashMap<>();
    private final List<String> stopped;

    NetworkInventory(NetworkSnapshot.Builder parts) {
        vpcs = index(parts.vpcs, Network.Vpc::id);
        subnets = index(parts.subnets, Network.Subnet::id);
        interfaces = index(parts.interfaces, Network.NetworkInterface::id);
        groups = index(parts.groups, Network.SecurityGroup::id);
        acls = index(parts.acls, Network.NetworkAcl::id);
        tables = index(parts.routeTables, Network.RouteTable::id);
        internetGateways = index(parts.internetGateways, Network.InternetGateway::id);
        vpnGateways = index(parts.vpnGateways, Network.VpnGateway::id);
        natGateways = index(parts.natGateways, Network.NatGateway::id);
        peerings = index(parts.peeringConnections, Network.PeeringConnection::id);
        endpoints = index(parts.endpoints, Network.VpcEndpoint::id);
        transitAttachments = index(parts.transitAttachments, Network.TransitGatewayAttachment::id);
        transitTables = index(parts.transitTables, Network.TransitGatewayRouteTable::id);
        parts.prefixLists.forEach(list -> prefixLists.put(list.id(), list.entries()));
        edgeTables = Map.copyOf(parts.edgeTables);
        stopped = List.copyOf(parts.stoppedInterfaces);
        parts.routeTables.stream()
                .filter(Network.RouteTable::main)
                .forEach(table -> mainTables.put(table.vpcId(), table.id()));
        parts.acls.stream()
                .filter(Network.NetworkAcl::isDefault)
                .forEach(acl -> defaultAcls.put(acl.vpcId(), acl.id()));
        parts.endpoints.forEach(endpoint -> endpoint.interfaceIds().forEach(id -> endpointOf.put(id, endpoint.id())));
    }

    /** The parts of several networks. Their ids differ, except for what the networks share. */
    private NetworkInventory(List<NetworkInventory> all) {
        vpcs = union(all, inventory -> inventory.vpcs);
        subnets = union(all, inventory -> inventory.subnets);
        interfaces = union(all, inventory -> inventory.interfaces);
        groups = union(all, inventory -> inventory.groups);
        acls = union(all, inventory -> inventory.acls);
        tables = union(all, inventory -> inventory.tables);
        internetGateways = union(all, inventory -> inventory.internetGateways);
        vpnGateways = union(all, inventory -> inventory.vpnGateways);
        natGateways = union(all, inventory -> inventory.natGateways);
        peerings = union(all, inventory -> inventory.peerings);
        endpoints = union(all, inventory -> inventory.endpoints);
        transitAttachments = union(all, inventory -> inventory.transitAttachments);
        transitTables = union(all, inventory -> inventory.transitTables);
        prefixLists.putAll(union(all, inventory -> inventory.prefixLists));
        edgeTables = union(all, inventory -> inventory.edgeTables);
        mainTables.putAll(union(all, inventory -> inventory.mainTables));
        defaultAcls.putAll(union(all, inventory -> inventory.defaultAcls));
        endpointOf.putAll(union(all, inventory -> inventory.endpointOf));
        stopped = all.stream().flatMap(inventory -> inventory.stopped.stream()).toList();
    }

    /** The parts of all the networks together. */
    public static NetworkInventory union(List<NetworkInventory> networks) {
        return networks.size() == 1 ? networks.get(0) : new NetworkInventory(networks);
    }

    private static <T> Map<String, T> union(
            List<NetworkInventory> all, Function<NetworkInventory, Map<String, T>> parts) {
        Map<String, T> union = new LinkedHashMap<>();
        all.forEach(inventory -> parts.apply(inventory).forEach(union::putIfAbsent));
        return union;
    }

    /** Whether a component with this id is in the network. */
    public boolean has(String id) {
        return Stream.of(
                                vpcs,
                                subnets,
                                interfaces,
                                groups,
                                acls,
                                tables,
                                internetGateways,
                                vpnGateways,
                                natGateways,
                                peerings,
                                endpoints,
                                transitAttachments,
                                transitTables)
                        .anyMatch(parts -> parts.containsKey(id))
                || interfaces.values().stream().anyMatch(one -> id.equals(one.instanceId()));
    }

    public Network.@Nullable Vpc vpc(String id) {
        return vpcs.get(id);
    }

    public Network.@Nullable Subnet subnet(String id) {
        return subnets.get(id);
    }

    public Network.@Nullable NetworkInterface networkInterface(String id) {
        return interfaces.get(id);
    }

    public Network.@Nullable SecurityGroup group(String id) {
        return groups.get(id);
    }

    public Network.@Nullable NetworkAcl acl(String id) {
        return acls.get(id);
    }

    public Network.@Nullable RouteTable table(String id) {
        return tables.get(id);
    }

    public Network.@Nullable InternetGateway internetGateway(String id) {
        return internetGateways.get(id);
    }

    public Network.@Nullable VpnGateway vpnGateway(String id) {
        return vpnGateways.get(id);
    }

    public Network.@Nullable NatGateway natGateway(String id) {
        return natGateways.get(id);
    }

    public Network.@Nullable PeeringConnection peering(String id) {
        return peerings.get(id);
    }

    public Network.@Nullable VpcEndpoint endpoint(String id) {
        return endpoints.get(id);
    }

    public Network.@Nullable TransitGatewayAttachment transitAttachment(String id) {
        return transitAttachments.get(id);
    }

    public Collection<Network.TransitGatewayAttachment> transitAttachments() {
        return Collections.unmodifiableCollection(transitAttachments.values());
    }

    /** The attachment to whose transit gateway a network interface belongs. */
    public Network.@Nullable TransitGatewayAttachment transitAttachmentOf(String interfaceId) {
        return transitAttachments.values().stream()
                .filter(attachment -> attachment.interfaces().containsValue(interfaceId))
                .findFirst()
                .orElse(null);
    }

    public Network.@Nullable TransitGatewayRouteTable transitTable(String id) {
        return transitTables.get(id);
    }

    /** The entries of a prefix list; none if rules and routes do not name it. */
    public List<Cidr> prefixList(String id) {
        return prefixLists.getOrDefault(id, List.of());
    }

    public Collection<Network.NetworkInterface> interfaces() {
        return Collections.unmodifiableCollection(interfaces.values());
    }

    public Collection<Network.VpcEndpoint> endpoints() {
        return Collections.unmodifiableCollection(endpoints.values());
    }

    public Collection<Network.InternetGateway> internetGateways() {
        return Collections.unmodifiableCollection(internetGateways.values());
    }

    public Collection<Network.VpnGateway> vpnGateways() {
        return Collections.unmodifiableCollection(vpnGateways.values());
    }

    public Collection<Network.NatGateway> natGateways() {
        return Collections.unmodifiableCollection(natGateways.values());
    }

    public Collection<Network.RouteTable> tables() {
        return Collections.unmodifiableCollection(tables.values());
    }

    public Collection<Network.PeeringConnection> peerings() {
        return Collections.unmodifiableCollection(peerings.values());
    }

    /** The VPC of an interface. Every interface in a snapshot has one. */
    public String vpcOf(Network.NetworkInterface of) {
        return require(subnets, of.subnetId()).vpcId();
    }

    /** The network ACL of a subnet. */
    public Network.NetworkAcl aclOf(String subnetId) {
        Network.Subnet subnet = require(subnets, subnetId);
        String id = subnet.networkAclId();
        return require(acls, id == null ? require(defaultAcls, subnet.vpcId()) : id);
    }

    /** The route table of a subnet. */
    public Network.RouteTable tableOf(String subnetId) {
        Network.Subnet subnet = require(subnets, subnetId);
        String id = subnet.routeTableId();
        return require(tables, id == null ? require(mainTables, subnet.vpcId()) : id);
    }

    /** The route table of a VPC's internet gateway, or null. */
    public Network.@Nullable RouteTable edgeTableOf(String vpcId) {
        String id = edgeTables.get(vpcId);
        return id == null ? null : tables.get(id);
    }

    /** The interface endpoint that an interface belongs to, or null. */
    public @Nullable String endpointOf(String interfaceId) {
        return endpointOf.get(interfaceId);
    }

    /** Whether the instance of an interface is not running. */
    public boolean stopped(String interfaceId) {
        return stopped.contains(interfaceId);
    }

    /** The blocks that a rule or route names; none for a security group. */
    public List<Cidr> cidrs(Network.Peer peer) {
        if (peer instanceof Network.CidrPeer block) {
            return List.of(block.cidr());
        }
        return peer instanceof Network.PrefixListPeer list ? prefixList(list.prefixListId()) : List.of();
    }

    private static <T> Map<String, T> index(List<T> parts, Function<T, String> id) {
        Map<String, T> index = new LinkedHashMap<>();
        new ArrayList<>(parts).forEach(part -> index.put(id.apply(part), part));
        return index;
    }

    private static <T> T require(Map<String, T> known, String id) {
        T found = known.get(id);
        if (found == null) {
            throw new IllegalArgumentException("The network refers to " + id + ", which it does not have");
        }
        return found;
    }
}
