package io.vpclocal.traffic.engine;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules once more, from the plain lists and with no thought of speed: what the compiled evaluator must agree with. */
final class NaiveEvaluator {

    private final NetworkSnapshot.Builder net;
    final List<String> seen = new ArrayList<>();
    private final Set<String> tracked = new HashSet<>();
    private final Map<String, Packet> translated = new HashMap<>();
    private boolean reply;
    private boolean fromOutside;
    private int legs;
    private @Nullable NetworkInterface end;
    private boolean outside;
    private @Nullable Packet last;

    NaiveEvaluator(NetworkSnapshot.Builder net) {
        this.net = net;
    }

    /** {@code request-stop/reply-stop}, each a code or {@code -}; the reply part is missing when there was none. */
    String evaluate(Packet packet, @Nullable NetworkInterface source, boolean answers) {
        fromOutside = source == null;
        String there = source == null ? internet(packet) : leave(source, packet);
        if (!there.equals("-") || !answers) {
            return there;
        }
        Packet answer = Objects.requireNonNull(last).answer();
        reply = true;
        legs = 0;
        boolean left = outside;
        NetworkInterface far = Objects.requireNonNull(end);
        outside = false;
        return there + "/" + (left ? enter(far, answer, null) : leave(far, answer));
    }

    private String leave(NetworkInterface eni, Packet packet) {
        if (++legs > 16) {
            return "ROUTING_LOOP";
        }
        Optional<NetworkInterface> near = near(vpc(eni), packet.destination());
        if (!groupsAllow(eni, Direction.EGRESS, packet, near.orElse(null))) {
            return see(eni, Direction.EGRESS, false, packet, "ENI_SG_RULES_MISMATCH");
        }
        Vpc vpc = vpc(eni);
        Optional<NetworkInterface> here = near.filter(found -> vpc(found) == vpc);
        if (holds(subnet(eni).cidrs(), packet.destination())) {
            see(eni, Direction.EGRESS, true, packet, "");
            return here.map(found -> enter(found, packet, eni)).orElse("UNKNOWN_DESTINATION");
        }
        Route route = route(eni, packet.destination());
        NetworkInterface next = route == null ? null : nextHop(route);
        boolean stays = next != null && next.subnetId().equals(eni.subnetId());
        if (!stays && !aclAllows(subnet(eni), Direction.EGRESS, packet)) {
            return see(eni, Direction.EGRESS, false, packet, "SUBNET_ACL_RESTRICTION");
        }
        if (route != null && isBlocked(eni, vpc, route)) {
            return see(eni, Direction.EGRESS, false, packet, "VPC_BLOCK_PUBLIC_ACCESS_ENABLED");
        }
        see(eni, Direction.EGRESS, true, packet, "");
        if (route == null) {
            return "NO_ROUTE_TO_DESTINATION";
        }
        return usable(route, vpc) ? follow(eni, packet, route, next, here) : "BAD_STATE_ROUTE";
    }

    private boolean isBlocked(NetworkInterface eni, Vpc vpc, Route route) {
        boolean outboundOnly = route.target() == RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY;
        return usable(route, vpc)
                && (outboundOnly || route.target() == RouteTarget.INTERNET_GATEWAY)
                && blocks(vpc, isNat(eni) || outboundOnly);
    }

    private String follow(
            NetworkInterface eni,
            Packet packet,
            Route route,
            @Nullable NetworkInterface next,
            Optional<NetworkInterface> here) {
        switch (route.target()) {
            case LOCAL:
                return here.map(found -> enter(found, packet, eni)).orElse("UNKNOWN_DESTINATION");
            case NAT_GATEWAY, NETWORK_INTERFACE:
                return next == eni ? "ROUTING_LOOP" : enter(Objects.requireNonNull(next), packet, eni);
            case INTERNET_GATEWAY:
                return throughInternetGateway(eni, packet);
            case VPC_PEERING_CONNECTION:
                Vpc other =
                        net.vpcs.stream().filter(v -> v != vpc(eni)).findFirst().orElseThrow();
                Optional<NetworkInterface> target = at(other, packet.destination());
                return target.map(found -> enter(found, packet, eni))
                        .orElse(
                                holds(other.cidrs(), packet.destination())
                                        ? "UNKNOWN_DESTINATION"
                                        : "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR");
            case GATEWAY_ENDPOINT:
                if (packet.protocol() != 6 && !(packet.protocol() == 1 && packet.icmpType() % 8 == 0)) {
                    return "VPCE_GATEWAY_PROTOCOL_RESTRICTION";
                }
                return away(eni, packet);
            default:
                return away(eni, packet);
        }
    }

    private String away(NetworkInterface eni, Packet packet) {
        if (reply && fromOutside) {
            return "ASYMMETRIC_ROUTE";
        }
        return depart(eni, packet);
    }

    private String depart(NetworkInterface eni, Packet packet) {
        end = eni;
        last = packet;
        outside = true;
        return "-";
    }

    private String throughInternetGateway(NetworkInterface eni, Packet packet) {
        Optional<NetworkInterface> owner = at(vpc(eni), packet.source());
        IpAddress visible = packet.source().isV6()
                ? owner.map(found -> packet.source()).orElse(null)
                : owner.map(found -> publicOf(found, packet.source())).orElse(null);
        boolean privateNat = owner.isPresent()
                && net.natGateways.stream()
                        .anyMatch(n -> n.networkInterfaceId().equals(owner.get().id()) && !n.publicConnectivity());
        if (visible == null || privateNat) {
            return "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS";
        }
        if (packet.destination().isPrivate()) {
            return "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS";
        }
        Packet translatedPacket = packet.withSource(visible, packet.sourcePort());
        return publicOwner(packet.destination()).isPresent() ? internet(translatedPacket) : depart(eni, packet);
    }

    private String internet(Packet packet) {
        Optional<NetworkInterface> target = publicOwner(packet.destination());
        if (target.isEmpty()) {
            return "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS";
        }
        NetworkInterface eni = target.get();
        if (net.internetGateways.stream().noneMatch(g -> g.vpcId().equals(vpc(eni).id()))) {
            return "INTERNET_GATEWAY_NOT_ATTACHED";
        }
        if (packet.source().isPrivate()) {
            return "IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS";
        }
        IpAddress inner = eni.addresses().stream()
                .filter(a -> packet.destination().equals(a.publicAddress()))
                .map(PrivateAddress::address)
                .findFirst()
                .orElse(packet.destination());
        Packet inside = packet.withDestination(inner, packet.destinationPort());
        if (blocks(vpc(eni), reply && isNat(eni))) {
            return see(eni, Direction.INGRESS, false, inside, "VPC_BLOCK_PUBLIC_ACCESS_ENABLED");
        }
        return enter(eni, inside, null);
    }

    private String enter(NetworkInterface eni, Packet packet, @Nullable NetworkInterface sender) {
        boolean sameSubnet = sender != null && sender.subnetId().equals(eni.subnetId());
        if (!sameSubnet && !aclAllows(subnet(eni), Direction.INGRESS, packet)) {
            return see(eni, Direction.INGRESS, false, packet, "SUBNET_ACL_RESTRICTION");
        }
        boolean own = owns(eni, packet.destination());
        if (!own && !isNat(eni) && eni.sourceDestCheck()) {
            return "ENI_SOURCE_DEST_CHECK_RESTRICTION";
        }
        NetworkInterface owner = sender != null && owns(sender, packet.source()) ? sender : null;
        if (!groupsAllow(eni, Direction.INGRESS, packet, owner)) {
            return see(eni, Direction.INGRESS, false, packet, "ENI_SG_RULES_MISMATCH");
        }
        see(eni, Direction.INGRESS, true, packet, "");
        Packet original = translated.get(eni.id());
        if (reply && own && original != null) {
            return leave(eni, packet.withDestination(original.source(), original.sourcePort()));
        }
        if (isNat(eni) && (own || reply)) {
            return "NAT_GATEWAY_WITHOUT_CONNECTION";
        }
        if (own) {
            end = eni;
            last = packet;
            return "-";
        }
        return isNat(eni) || masquerades(eni, packet) ? translate(eni, packet) : leave(eni, packet);
    }

    private boolean masquerades(NetworkInterface eni, Packet packet) {
        boolean hasPublic = eni.addresses().stream().anyMatch(a -> a.publicAddress() != null);
        boolean sourceIsPublic = at(vpc(eni), packet.source())
                .map(found -> publicOf(found, packet.source()) != null)
                .orElse(false);
        return !reply
                && hasPublic
                && !packet.source().isV6()
                && !sourceIsPublic
                && near(vpc(eni), packet.destination()).isEmpty()
                && !holds(vpc(eni).cidrs(), packet.destination());
    }

    private String translate(NetworkInterface eni, Packet packet) {
        Optional<IpAddress> own = packet.source().isV6()
                ? eni.ipv6Addresses().stream().findFirst()
                : Optional.of(eni.addresses().get(0).address());
        if (own.isEmpty() || packet.protocol() == 47) {
            return "PROTOCOL_RESTRICTION";
        }
        translated.put(eni.id(), packet);
        int port =
                packet.protocol() != 1 && packet.sourcePort() < 1024 ? packet.sourcePort() + 1024 : packet.sourcePort();
        return leave(eni, packet.withSource(own.get(), port));
    }

    private boolean groupsAllow(
            NetworkInterface eni, Direction direction, Packet packet, @Nullable NetworkInterface owner) {
        if (eni.groupIds().isEmpty() || reply && tracked.contains(eni.id())) {
            return true;
        }
        boolean allowed = net.groups.stream()
                .filter(group -> eni.groupIds().contains(group.id()))
                .flatMap(group -> group.rules().stream())
                .anyMatch(rule -> rule.direction() == direction && allows(rule, packet, owner));
        if (allowed && !reply) {
            tracked.add(eni.id());
        }
        return allowed;
    }

    private boolean allows(GroupRule rule, Packet packet, @Nullable NetworkInterface owner) {
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

    private boolean aclAllows(Subnet subnet, Direction direction, Packet packet) {
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

    private record Candidate(Route route, Cidr cidr) {}

    private @Nullable Route route(NetworkInterface eni, IpAddress destination) {
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

    private boolean usable(Route route, Vpc vpc) {
        NetworkInterface next = nextHop(route);
        return !route.blackhole()
                && switch (route.target()) {
                    case INTERNET_GATEWAY ->
                        net.internetGateways.stream()
                                .anyMatch(g -> g.id().equals(route.targetId())
                                        && g.vpcId().equals(vpc.id()));
                    case NAT_GATEWAY, NETWORK_INTERFACE -> next != null && vpc(next) == vpc;
                    case GATEWAY_ENDPOINT -> vpc.id().equals("vpc-1");
                    default -> true;
                };
    }

    private @Nullable NetworkInterface nextHop(Route route) {
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

    private Optional<NetworkInterface> near(Vpc vpc, IpAddress address) {
        return at(vpc, address)
                .or(() -> net.interfaces.stream().filter(e -> owns(e, address)).findFirst());
    }

    private Optional<NetworkInterface> at(Vpc vpc, IpAddress address) {
        return net.interfaces.stream()
                .filter(e -> vpc(e) == vpc && owns(e, address))
                .findFirst();
    }

    private Optional<NetworkInterface> publicOwner(IpAddress address) {
        return net.interfaces.stream()
                .filter(e -> e.ipv6Addresses().contains(address)
                        || e.addresses().stream().anyMatch(a -> address.equals(a.publicAddress())))
                .findFirst();
    }

    private static @Nullable IpAddress publicOf(NetworkInterface eni, IpAddress own) {
        for (PrivateAddress address : eni.addresses()) {
            if (address.address().equals(own)) {
                return address.publicAddress();
            }
        }
        return null;
    }

    private static boolean owns(NetworkInterface eni, IpAddress address) {
        return eni.ipv6Addresses().contains(address)
                || eni.addresses().stream().anyMatch(a -> a.address().equals(address));
    }

    private Subnet subnet(NetworkInterface eni) {
        return net.subnets.stream()
                .filter(s -> s.id().equals(eni.subnetId()))
                .findFirst()
                .orElseThrow();
    }

    private Vpc vpc(NetworkInterface eni) {
        return net.vpcs.stream()
                .filter(v -> v.id().equals(subnet(eni).vpcId()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNat(NetworkInterface eni) {
        return eni.interfaceType().equals("nat_gateway");
    }

    private static boolean blocks(Vpc vpc, boolean startedByGateway) {
        return vpc.blockPublicAccess() == BlockPublicAccess.BIDIRECTIONAL
                || vpc.blockPublicAccess() == BlockPublicAccess.INGRESS && !startedByGateway;
    }

    private static boolean holds(List<Cidr> cidrs, IpAddress address) {
        return cidrs.stream().anyMatch(cidr -> cidr.contains(address));
    }

    private String see(NetworkInterface eni, Direction direction, boolean accepted, Packet packet, String code) {
        seen.add(eni.id() + " " + direction.wireName() + (accepted ? " ACCEPT " : " REJECT ") + packet.source() + " "
                + packet.sourcePort() + " " + packet.destination() + " " + packet.destinationPort());
        return code;
    }
}
