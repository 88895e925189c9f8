package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.CidrTable;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.AwsService;
import io.vpclocal.traffic.engine.Network.NetworkAcl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds a {@link NetworkSnapshot}. It resolves every reference once, so evaluating a flow looks up only addresses. */
final class Compilation {

    final NetworkSnapshot.Builder parts;
    final Map<String, CompiledVpc> vpcs = new LinkedHashMap<>();
    final Map<String, CompiledInterface> interfaces = new HashMap<>();
    final Map<IpAddress, List<CompiledInterface>> privateAddresses = new HashMap<>();
    final Map<IpAddress, CompiledInterface> publicAddresses = new HashMap<>();
    final Map<String, IpAddress> serviceAddresses = new HashMap<>();
    final Map<String, Network.Subnet> plainSubnets;
    private final Map<String, List<Cidr>> prefixLists;
    private final Map<String, RouteCells> routeCells = new HashMap<>();
    private final Map<String, CompiledSubnet> subnets = new HashMap<>();
    private final Map<String, AclPolicy> acls = new HashMap<>();

    /** The table a subnet refers to, filled once the targets of its routes exist. */
    private record RouteCells(Network.RouteTable table, List<CompiledSubnet> users) {}

    Compilation(NetworkSnapshot.Builder parts) {
        this.parts = parts;
        this.plainSubnets = index(parts.subnets, Network.Subnet::id);
        this.prefixLists = parts.prefixLists.stream()
                .collect(Collectors.toMap(Network.PrefixList::id, Network.PrefixList::entries, (a, b) -> b));
    }

    NetworkSnapshot compile() {
        parts.vpcs.forEach(vpc -> vpcs.put(vpc.id(), new CompiledVpc(vpc)));
        parts.internetGateways.forEach(this::attach);
        parts.peeringConnections.forEach(this::peer);
        parts.endpoints.forEach(endpoint -> vpc(endpoint.vpcId()).endpoints.add(endpoint));
        parts.services.forEach(this::addService);
        parts.subnets.forEach(this::addSubnet);
        CompilationOfRules rules = new CompilationOfRules(prefixLists, index(parts.groups, Network.SecurityGroup::id));
        parts.interfaces.forEach(networkInterface -> addInterface(networkInterface, rules));
        parts.natGateways.forEach(
                gateway -> require(interfaces, gateway.networkInterfaceId()).become(gateway));
        for (Network.VpcEndpoint endpoint : parts.endpoints) {
            endpoint.interfaceIds().forEach(id -> require(interfaces, id).endpoint = endpoint);
        }
        parts.stoppedInterfaces.forEach(id -> require(interfaces, id).stop());
        new CompilationOfTransit(this).compile();
        fillRoutes();
        return new NetworkSnapshot(this);
    }

    CompiledVpc vpc(String id) {
        return require(vpcs, id);
    }

    private void attach(Network.InternetGateway gateway) {
        vpc(gateway.vpcId()).internetGateway = Hop.allow(
                Hop.Stage.INTERNET_GATEWAY, gateway.id(), null, gateway.id() + " passes it with public addresses");
    }

    private void peer(Network.PeeringConnection connection) {
        CompiledVpc requester = vpcs.get(connection.requesterVpcId());
        CompiledVpc accepter = vpcs.get(connection.accepterVpcId());
        if (requester != null && accepter != null) {
            requester.peers.add(accepter);
            accepter.peers.add(requester);
        } else if (requester != null) {
            requester.abroad.put(connection.id(), connection.accepterVpcId());
        } else if (accepter != null) {
            accepter.abroad.put(connection.id(), connection.requesterVpcId());
        }
    }

    private void addService(AwsService service) {
        List<Cidr> cidrs = cidrs(service);
        if (!cidrs.isEmpty()) {
            Cidr first = cidrs.get(0);
            boolean single = first.base().equals(first.last());
            serviceAddresses.put(
                    service.serviceName(), single ? first.base() : first.base().plus(1));
        }
    }

    private List<Cidr> cidrs(AwsService service) {
        List<Cidr> listed = service.prefixListId() == null
                ? List.of()
                : prefixLists.getOrDefault(service.prefixListId(), List.of());
        List<Cidr> all = new ArrayList<>(service.publicCidrs());
        all.addAll(listed);
        return all;
    }

    CidrTable<String> addressRanges() {
        List<CidrTable.Entry<String>> ranges = new ArrayList<>();
        for (AwsService service : parts.services) {
            cidrs(service).forEach(cidr -> ranges.add(new CidrTable.Entry<>(cidr, service.addressRangeCode())));
        }
        return new CidrTable<>(ranges);
    }

    private void addSubnet(Network.Subnet subnet) {
        Network.RouteTable table = parts.routeTables.stream()
                .filter(candidate -> subnet.routeTableId() == null
                        ? candidate.main() && candidate.vpcId().equals(subnet.vpcId())
                        : candidate.id().equals(subnet.routeTableId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The subnet " + subnet.id() + " has no route table"));
        NetworkAcl acl = parts.acls.stream()
                .filter(candidate -> subnet.networkAclId() == null
                        ? candidate.isDefault() && candidate.vpcId().equals(subnet.vpcId())
                        : candidate.id().equals(subnet.networkAclId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The subnet " + subnet.id() + " has no network ACL"));
        AclPolicy policy = acls.computeIfAbsent(acl.id(), id -> new AclPolicy(acl));
        CompiledSubnet compiled = new CompiledSubnet(
                subnet,
                vpc(subnet.vpcId()),
                policy,
                table.id(),
                parts.subnetModes.getOrDefault(
                        subnet.id(), vpc(subnet.vpcId()).vpc.blockPublicAccess()));
        subnets.put(subnet.id(), compiled);
        routeCells
                .computeIfAbsent(table.id(), id -> new RouteCells(table, new ArrayList<>()))
                .users()
                .add(compiled);
    }

    private void addInterface(Network.NetworkInterface plain, CompilationOfRules rules) {
        CompiledSubnet subnet = require(subnets, plain.subnetId());
        @Nullable GroupPolicy policy = plain.groupIds().isEmpty() ? null : rules.policy(plain.groupIds());
        CompiledInterface compiled = new CompiledInterface(plain, subnet, policy);
        interfaces.put(plain.id(), compiled);
        for (Network.PrivateAddress address : plain.addresses()) {
            own(compiled, address.address());
            if (address.publicAddress() != null) {
                publicAddresses.put(address.publicAddress(), compiled);
            }
        }
        for (IpAddress address : plain.ipv6Addresses()) {
            own(compiled, address);
            if (!address.isPrivate()) {
                publicAddresses.put(address, compiled);
            }
        }
    }

    private void own(CompiledInterface owner, IpAddress address) {
        owner.subnet.vpc.interfaces.put(address, owner);
        privateAddresses.computeIfAbsent(address, a -> new ArrayList<>(1)).add(owner);
    }

    private void fillRoutes() {
        CompilationOfRoutes routes = new CompilationOfRoutes(this, prefixLists);
        for (RouteCells cell : routeCells.values()) {
            CidrTable<CompiledRoute> table = routes.compile(cell.table());
            cell.users().forEach(subnet -> subnet.routes = table);
        }
        Map<String, Network.RouteTable> tables = index(parts.routeTables, Network.RouteTable::id);
        parts.edgeTables.forEach((vpcId, id) -> vpc(vpcId).edgeRoutes = routes.compile(require(tables, id)));
    }

    private static <T> T require(Map<String, T> known, String id) {
        T found = known.get(id);
        if (found == null) {
            throw new IllegalArgumentException("The network refers to " + id + ", which it does not have");
        }
        return found;
    }

    private static <T> Map<String, T> index(List<T> parts, Function<T, String> id) {
        Map<String, T> index = new LinkedHashMap<>();
        parts.forEach(part -> index.put(Objects.requireNonNull(id.apply(part)), part));
        return index;
    }
}
