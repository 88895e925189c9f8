package io.vpclocal.traffic;

import io.vpclocal.network.RuleTraffic;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Direction;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.engine.Stop;
import io.vpclocal.traffic.engine.StopCode;
import io.vpclocal.traffic.snapshot.ConnectedNetworks;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what almost allows a flow: rules for other ports or peers, missing routes. */
final class NearestToWorking {

    private static final int MOST = 5;

    private final NetworkInventory parts;
    private final ConnectedNetworks connected;
    private final Stop stop;
    private final Packet packet;

    private NearestToWorking(NetworkInventory parts, ConnectedNetworks connected, Stop stop) {
        this.connected = connected;
        this.parts = parts;
        this.stop = stop;
        this.packet = stop.packet();
    }

    /** At most five sentences; empty if the flow arrives or nothing comes close. */
    static List<String> of(FlowVerdict verdict, KnownNetwork network, ConnectedNetworks connected) {
        Stop stop = verdict.stop();
        if (stop == null) {
            return List.of();
        }
        int last = verdict.observations().size() - 1;
        KnownNetwork where = last < 0
                ? network
                : connected.of(verdict.observations().get(last).networkInterface());
        String sender = lastInterface(verdict, stop);
        return new NearestToWorking(where.snapshot().inventory(), connected, stop)
                .sentences(sender)
                .limit(MOST)
                .toList();
    }

    /** The interface that the packet left or reached last. */
    private static @Nullable String lastInterface(FlowVerdict verdict, Stop stop) {
        FlowVerdict.Path reply = verdict.reply();
        FlowVerdict.Path path = reply != null && stop.equals(reply.stop()) ? reply : verdict.request();
        return path.hops().stream()
                .filter(hop -> hop.stage() == Hop.Stage.NETWORK_INTERFACE)
                .map(Hop::component)
                .reduce((one, next) -> next)
                .orElse(null);
    }

    private Stream<String> sentences(@Nullable String at) {
        Network.NetworkInterface sender = at == null ? null : parts.networkInterface(at);
        return switch (stop.code()) {
            case ENI_SG_RULES_MISMATCH -> groups();
            case SUBNET_ACL_RESTRICTION -> entries();
            case NO_ROUTE_TO_DESTINATION, BAD_STATE_ROUTE, IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS ->
                sender == null ? Stream.empty() : Stream.concat(NearestChange.of(parts, stop, sender), targets(sender));
            case IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS ->
                sender == null
                        ? Stream.empty()
                        : Stream.concat(NearestChange.of(parts, stop, sender), natGateways(sender));
            case ELBV2_LISTENERS_MISMATCH, NO_HEALTHY_TARGET -> listeners();
            default -> NearestChange.of(parts, stop, sender);
        };
    }

    /** The listeners of the load balancer, and where they forward to. */
    private Stream<String> listeners() {
        String missing = stop.code() == StopCode.NO_HEALTHY_TARGET
                ? ", which has no target in use in a zone of the load balancer"
                : "";
        return connected.listeners(stop.hop().component()).stream()
                .filter(listener -> missing.isEmpty()
                        || listener.protocols().contains(packet.protocol())
                                && Objects.requireNonNullElse(listener.port(), packet.destinationPort())
                                        == packet.destinationPort())
                .map(listener -> "a listener takes "
                        + String.join(
                                " and ",
                                listener.protocols().stream()
                                        .map(protocol -> traffic(new Network.TrafficMatch(
                                                protocol,
                                                Objects.requireNonNullElse(listener.port(), -1),
                                                Objects.requireNonNullElse(listener.port(), -1))))
                                        .toList())
                        + " and forwards it to " + String.join(", ", listener.targetGroupArns()) + missing);
    }

    private Direction direction() {
        return switch (stop.hop().stage()) {
            case SECURITY_GROUP_EGRESS, NETWORK_ACL_EGRESS -> Direction.EGRESS;
            default -> Direction.INGRESS;
        };
    }

    private IpAddress remote() {
        return direction() == Direction.EGRESS ? packet.destination() : packet.source();
    }

    /** Rules for the same port and other peers, or the same peer and other ports. */
    private Stream<String> groups() {
        List<String> sentences = new ArrayList<>();
        String preposition = direction() == Direction.EGRESS ? "to" : "from";
        for (String id : stop.hop().component().split(", ", -1)) {
            Network.SecurityGroup group = parts.group(id);
            if (group == null) {
                continue;
            }
            List<Network.GroupRule> rules = group.rules().stream()
                    .filter(rule -> rule.direction() == direction())
                    .toList();
            rules.stream()
                    .filter(rule -> matches(rule.match()))
                    .map(rule -> "security group " + id + " allows " + traffic(rule.match()) + " only " + preposition
                            + " " + rule.peer() + " (" + rule.id() + ")")
                    .forEach(sentences::add);
            rules.stream()
                    .filter(rule -> !matches(rule.match()) && isRemote(rule.peer()))
                    .map(rule -> "security group " + id + " allows " + preposition + " " + rule.peer() + " only "
                            + traffic(rule.match()) + " (" + rule.id() + ")")
                    .forEach(sentences::add);
            if (rules.isEmpty()) {
                sentences.add("security group " + id + " has no " + adjective() + " rules");
            }
        }
        return sentences.isEmpty() ? otherRules() : sentences.stream();
    }

    /** All rules of the groups, if none comes close. */
    private Stream<String> otherRules() {
        String preposition = direction() == Direction.EGRESS ? "to" : "from";
        return Stream.of(stop.hop().component().split(", ", -1))
                .flatMap(id -> Stream.ofNullable(parts.group(id)))
                .flatMap(group -> group.rules().stream()
                        .filter(rule -> rule.direction() == direction())
                        .map(rule -> "the " + adjective() + " rule " + rule.id() + " of " + group.id() + " allows only "
                                + traffic(rule.match()) + " " + preposition + " " + rule.peer()));
    }

    private String adjective() {
        return direction() == Direction.EGRESS ? "outbound" : "inbound";
    }

    /** Entries that would allow the packet but come after the denying entry. */
    private Stream<String> entries() {
        Network.NetworkAcl acl = parts.acl(stop.hop().component());
        return acl == null
                ? Stream.empty()
                : Stream.concat(
                        NearestChange.of(parts, stop, null),
                        acl.entries().stream()
                                .filter(entry -> entry.direction() == direction() && entry.allow())
                                .filter(entry -> entry.cidr().contains(remote()))
                                .map(entry -> matches(entry.match())
                                        ? "rule " + entry.ruleNumber() + " of " + acl.id()
                                                + " allows it and comes after the rule that denies it"
                                        : "rule " + entry.ruleNumber() + " of " + acl.id() + " allows only "
                                                + traffic(entry.match()) + " with " + entry.cidr()));
    }

    /** Gateways and endpoints of the VPC that would take the packet but have no route. */
    private Stream<String> targets(Network.NetworkInterface sender) {
        String vpc = parts.vpcOf(sender);
        String table = parts.tableOf(sender.subnetId()).id();
        Stream<String> endpoints = parts.endpoints().stream()
                .filter(endpoint -> endpoint.vpcId().equals(vpc))
                .filter(endpoint -> takes(endpoint.prefixListId()))
                .map(endpoint -> endpoint.id() + " for " + endpoint.serviceName()
                        + " exists in this VPC and is not associated with " + table);
        Stream<String> gateways = parts.internetGateways().stream()
                .filter(gateway ->
                        gateway.vpcId().equals(vpc) && !packet.destination().isPrivate())
                .map(gateway -> gateway.id() + " is attached to this VPC and " + table + " has no route to it for "
                        + packet.destination()
                        + (isPublic(sender) ? "" : ", and " + sender.id() + " has no public address"));
        Stream<String> vpnGateways = parts.vpnGateways().stream()
                .filter(gateway ->
                        gateway.vpcId().equals(vpc) && packet.destination().isPrivate())
                .map(gateway -> gateway.id() + " is attached to this VPC and " + table + " has no route to it for "
                        + packet.destination());
        Stream<String> peerings = parts.peerings().stream()
                .filter(peering -> reaches(peering, vpc))
                .map(peering ->
                        peering.id() + " leads to " + packet.destination() + " and " + table + " has no route to it");
        return Stream.of(endpoints, natGateways(sender), gateways, peerings, vpnGateways)
                .flatMap(each -> each);
    }

    private static boolean isPublic(Network.NetworkInterface sender) {
        return sender.addresses().stream().anyMatch(address -> address.publicAddress() != null);
    }

    private boolean takes(@Nullable String prefixList) {
        return prefixList != null
                && parts.prefixList(prefixList).stream().anyMatch(cidr -> cidr.contains(packet.destination()));
    }

    private Stream<String> natGateways(Network.NetworkInterface sender) {
        String vpc = parts.vpcOf(sender);
        String table = parts.tableOf(sender.subnetId()).id();
        return parts.natGateways().stream()
                .filter(nat -> nat.publicConnectivity() && !packet.destination().isPrivate())
                .filter(nat -> {
                    Network.NetworkInterface own = parts.networkInterface(nat.networkInterfaceId());
                    return own != null && own != sender && parts.vpcOf(own).equals(vpc);
                })
                .map(nat -> nat.id() + " exists in this VPC and " + table + " has no route to it for "
                        + packet.destination());
    }

    private boolean reaches(Network.PeeringConnection peering, String vpcId) {
        boolean requester = peering.requesterVpcId().equals(vpcId);
        boolean accepter = peering.accepterVpcId().equals(vpcId);
        Network.Vpc there = parts.vpc(requester ? peering.accepterVpcId() : peering.requesterVpcId());
        return (requester || accepter)
                && there != null
                && there.cidrs().stream().anyMatch(cidr -> cidr.contains(packet.destination()));
    }

    private boolean isRemote(Network.Peer peer) {
        return parts.cidrs(peer).stream().anyMatch(cidr -> cidr.contains(remote()));
    }

    private boolean matches(Network.TrafficMatch match) {
        boolean ported = match.protocol() == RuleTraffic.TCP || match.protocol() == RuleTraffic.UDP;
        return match.protocol() == -1
                || match.protocol() == packet.protocol()
                        && (!ported
                                || match.from() == -1
                                || packet.destinationPort() >= match.from() && packet.destinationPort() <= match.to());
    }

    private static String traffic(Network.TrafficMatch match) {
        if (match.protocol() == -1) {
            return "all traffic";
        }
        String protocol =
                switch (match.protocol()) {
                    case RuleTraffic.TCP -> "tcp";
                    case RuleTraffic.UDP -> "udp";
                    case RuleTraffic.ICMP -> "icmp";
                    case RuleTraffic.ICMPV6 -> "icmpv6";
                    default -> "protocol " + match.protocol();
                };
        if (match.from() == -1) {
            return protocol;
        }
        return protocol + " " + match.from() + (match.from() == match.to() ? "" : "-" + match.to());
    }
}
