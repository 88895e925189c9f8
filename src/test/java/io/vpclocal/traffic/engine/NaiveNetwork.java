package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.AclEntry;
import io.vpclocal.traffic.engine.Network.BlockPublicAccess;
import io.vpclocal.traffic.engine.Network.CidrPeer;
import io.vpclocal.traffic.engine.Network.GroupPeer;
import io.vpclocal.traffic.engine.Network.GroupRule;
import io.vpclocal.traffic.engine.Network.NetworkInterface;
import io.vpclocal.traffic.engine.Network.Peer;
import io.vpclocal.traffic.engine.Network.PrefixListPeer;
import io.vpclocal.traffic.engine.Network.PrivateAddress;
import io.vpclocal.traffic.engine.Network.Route;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import io.vpclocal.traffic.engine.Network.Subnet;
import io.vpclocal.traffic.engine.Network.Vpc;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Simple lookups in the plain lists of a network. */
final class NaiveNetwork {

    private final NetworkSnapshot.Builder net;

    NaiveNetwork(NetworkSnapshot.Builder net) {
        this.net = net;
    }

    private record Candidate(Route route, Cidr cidr) {}

    @Nullable
    Route route(NetworkInterface eni, IpAddress destination) {
        Subnet subnet = subnet(eni);
        Vpc vpc = vpc(eni);
        return net.routeTables.stream()
                .filter(table -> subnet.routeTableId() == null
                        ? table.main() && table.vpcId().equals(subnet.vpcId())
                        : table.id().equals(subnet.routeTableId()))
                .flatMap(table -> table.routes().stream())
                .flatMap(route -> cidrs(route.destination()).map(cidr -> new Candidate(route, cidr)))
                .filter(c -> c.cidr().contains(destination))
                .filter(c -> !c.route().propagated() || vpc.cidrs().stream().noneMatch(v -> v.contains(c.cidr())))
                .max(Comparator.comparingInt((Candidate c) -> c.cidr().prefixLength())
                        .thenComparing(c -> c.route().target() == RouteTarget.LOCAL)
                        .thenComparing(c -> !c.route().propagated())
                        .thenComparing(c -> c.route().destination() instanceof CidrPeer))
                .map(Candidate::route)
                .orElse(null);
    }

    boolean usable(Route route, Vpc vpc) {
        NetworkInterface next = nextHop(route);
        return !route.blackhole()
                && switch (route.target()) {
                    case INTERNET_GATEWAY ->
                        net.internetGateways.stream()
                                .anyMatch(g -> g.id().equals(route.targetId())
                                        && g.vpcId().equals(vpc.id()));
                    case NAT_GATEWAY, NETWORK_INTERFACE -> next != null && vpc(next) == vpc;
                    case GATEWAY_ENDPOINT -> vpc.id().equals("vpc-1");
                    case TRANSIT_GATEWAY -> attachment(vpc).isPresent();
                    default -> true;
                };
    }

    Optional<Network.TransitGatewayAttachment> attachment(Vpc vpc) {
        return net.transitAttachments.stream()
                .filter(attachment -> attachment.vpcId().equals(vpc.id()))
                .findFirst();
    }

    /** The attachment of the interface's VPC, if the interface is that of the transit gateway. */
    Optional<Network.TransitGatewayAttachment> attachmentAt(NetworkInterface eni) {
        return attachment(vpc(eni)).filter(attachment -> attachment.interfaces().containsValue(eni.id()));
    }

    NetworkInterface gatewayInterface(Network.TransitGatewayAttachment attachment) {
        return byId(Objects.requireNonNull(attachment.interfaces().get("use1-az1")));
    }

    /** The route of the only transit gateway's only table. */
    Optional<Network.TransitGatewayRoute> transitRoute(IpAddress destination) {
        List<Network.TransitGatewayRoute> routes = net.transitTables.get(0).routes();
        int longest = routes.stream()
                .filter(route -> route.destination().contains(destination))
                .mapToInt(route -> route.destination().prefixLength())
                .max()
                .orElse(-1);
        return routes.stream()
                .filter(route -> route.destination().contains(destination)
                        && route.destination().prefixLength() == longest)
                .findFirst();
    }

    Optional<Network.TransitGatewayAttachment> attachment(@Nullable String id) {
        return net.transitAttachments.stream()
                .filter(attachment -> attachment.id().equals(id))
                .findFirst();
    }

    boolean allows(GroupRule rule, Packet packet, @Nullable NetworkInterface owner) {
        IpAddress remote = rule.direction() == Direction.EGRESS ? packet.destination() : packet.source();
        if (rule.peer() instanceof GroupPeer reference) {
            boolean exists = net.groups.stream().anyMatch(g -> g.id().equals(reference.groupId()));
            return exists
                    && owner != null
                    && owner.groupIds().contains(reference.groupId())
                    && rule.match().matches(packet);
        }
        return rule.match().matches(packet) && cidrs(rule.peer()).anyMatch(cidr -> cidr.contains(remote));
    }

    boolean aclAllows(Subnet subnet, Direction direction, Packet packet) {
        IpAddress remote = direction == Direction.EGRESS ? packet.destination() : packet.source();
        return net.acls.stream()
                .filter(acl -> subnet.networkAclId() == null
                        ? acl.isDefault() && acl.vpcId().equals(subnet.vpcId())
                        : acl.id().equals(subnet.networkAclId()))
                .flatMap(acl -> acl.entries().stream())
                .filter(e -> e.direction() == direction
                        && e.match().matches(packet)
                        && e.cidr().contains(remote))
                .min(Comparator.comparingInt(AclEntry::ruleNumber))
                .map(AclEntry::allow)
                .orElse(false);
    }

    @Nullable
    NetworkInterface nextHop(Route route) {
        return switch (route.target()) {
            case NAT_GATEWAY -> byId("eni-nat");
            case NETWORK_INTERFACE -> byId(Objects.requireNonNull(route.targetId()));
            default -> null;
        };
    }

    NetworkInterface byId(String id) {
        return net.interfaces.stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Cidr> cidrs(Peer peer) {
        if (peer instanceof CidrPeer block) {
            return Stream.of(block.cidr());
        }
        return net.prefixLists.stream()
                .filter(list -> list.id().equals(((PrefixListPeer) peer).prefixListId()))
                .flatMap(list -> list.entries().stream());
    }

    Optional<NetworkInterface> near(Vpc vpc, IpAddress address) {
        return at(vpc, address)
                .or(() -> net.interfaces.stream().filter(e -> owns(e, address)).findFirst());
    }

    Optional<NetworkInterface> at(Vpc vpc, IpAddress address) {
        return net.interfaces.stream()
                .filter(e -> vpc(e) == vpc && owns(e, address))
                .findFirst();
    }

    Optional<NetworkInterface> publicOwner(IpAddress address) {
        return net.interfaces.stream()
                .filter(e -> e.ipv6Addresses().contains(address)
                        || e.addresses().stream().anyMatch(a -> address.equals(a.publicAddress())))
                .findFirst();
    }

    static @Nullable IpAddress publicOf(NetworkInterface eni, IpAddress own) {
        for (PrivateAddress address : eni.addresses()) {
            if (address.address().equals(own)) {
                return address.publicAddress();
            }
        }
        return null;
    }

    static boolean owns(NetworkInterface eni, IpAddress address) {
        return eni.ipv6Addresses().contains(address)
                || eni.addresses().stream().anyMatch(a -> a.address().equals(address));
    }

    Subnet subnet(NetworkInterface eni) {
        return net.subnets.stream()
                .filter(s -> s.id().equals(eni.subnetId()))
                .findFirst()
                .orElseThrow();
    }

    Vpc vpc(NetworkInterface eni) {
        return net.vpcs.stream()
                .filter(v -> v.id().equals(subnet(eni).vpcId()))
                .findFirst()
                .orElseThrow();
    }

    static boolean isNat(NetworkInterface eni) {
        return eni.interfaceType().equals("nat_gateway");
    }

    static boolean blocks(Vpc vpc, boolean startedByGateway) {
        return vpc.blockPublicAccess() == BlockPublicAccess.BIDIRECTIONAL
                || vpc.blockPublicAccess() == BlockPublicAccess.INGRESS && !startedByGateway;
    }

    static boolean holds(List<Cidr> cidrs, IpAddress address) {
        return cidrs.stream().anyMatch(cidr -> cidr.contains(address));
    }

    boolean hasInternetGateway(Vpc vpc) {
        return net.internetGateways.stream().anyMatch(g -> g.vpcId().equals(vpc.id()));
    }

    boolean isPrivateNat(NetworkInterface eni) {
        return net.natGateways.stream()
                .anyMatch(n -> n.networkInterfaceId().equals(eni.id()) && !n.publicConnectivity());
    }

    /** The VPC at the other end of the only peering connection. */
    Vpc peer(Vpc vpc) {
        return net.vpcs.stream().filter(v -> v != vpc).findFirst().orElseThrow();
    }

    /** The rules of all groups that an interface is in. */
    Stream<GroupRule> rules(NetworkInterface eni) {
        return net.groups.stream()
                .filter(group -> eni.groupIds().contains(group.id()))
                .flatMap(group -> group.rules().stream());
    }
}
