package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.CidrTable;
import io.vpclocal.traffic.engine.GroupPolicy.RemoteMatch;
import io.vpclocal.traffic.engine.Network.CidrPeer;
import io.vpclocal.traffic.engine.Network.GroupPeer;
import io.vpclocal.traffic.engine.Network.Peer;
import io.vpclocal.traffic.engine.Network.PrefixListPeer;
import io.vpclocal.traffic.engine.Network.SecurityGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compiles security group rules to matchers. A reference to a deleted resource matches nothing. A referenced group may
 * belong to the network behind a peering connection.
 */
final class CompilationOfRules {

    private final Map<String, List<Cidr>> prefixLists;
    private final Map<String, SecurityGroup> groups;
    private final Map<String, CidrTable<Boolean>> tables = new HashMap<>();
    private final Map<List<String>, GroupPolicy> policies = new HashMap<>();

    CompilationOfRules(Map<String, List<Cidr>> prefixLists, Map<String, SecurityGroup> groups) {
        this.prefixLists = prefixLists;
        this.groups = groups;
    }

    GroupPolicy policy(List<String> groupIds) {
        return policies.computeIfAbsent(
                groupIds,
                ids -> new GroupPolicy(
                        ids.stream()
                                .map(id -> Objects.requireNonNull(groups.get(id), id))
                                .toList(),
                        this));
    }

    GroupPolicy.Rule rule(SecurityGroup group, Network.GroupRule rule) {
        Direction direction = rule.direction();
        String text = "%s of %s allows %s %s %s"
                .formatted(rule.id(), group.id(), words(rule.match()), direction.preposition, rule.peer());
        boolean open = rule.peer() instanceof CidrPeer peer && peer.cidr().isEverything();
        return new GroupPolicy.Rule(
                rule.match(),
                remote(rule.peer()),
                open,
                Hop.allow(Hop.groupStage(direction), group.id(), rule.id(), text));
    }

    private RemoteMatch remote(Peer peer) {
        if (peer instanceof CidrPeer block) {
            Cidr cidr = block.cidr();
            return (remote, owner) -> cidr.contains(remote);
        }
        if (peer instanceof GroupPeer reference) {
            String groupId = reference.groupId();
            return (remote, owner) -> owner != null && owner.isMemberOf(groupId);
        }
        CidrTable<Boolean> table = tables.computeIfAbsent(((PrefixListPeer) peer).prefixListId(), this::table);
        return (remote, owner) -> table.find(remote) != null;
    }

    private CidrTable<Boolean> table(String prefixListId) {
        return new CidrTable<>(prefixLists.getOrDefault(prefixListId, List.of()).stream()
                .map(cidr -> new CidrTable.Entry<>(cidr, true))
                .toList());
    }

    static String words(Network.TrafficMatch match) {
        String from = match.from() == -1 ? "" : " " + match.from();
        String range = match.from() == match.to() || match.from() == -1 ? from : from + "-" + match.to();
        return switch (match.protocol()) {
            case -1 -> "all traffic";
            case Packet.TCP -> "tcp" + range;
            case Packet.UDP -> "udp" + range;
            case Packet.ICMP -> "icmp" + icmp(match);
            case Packet.ICMPV6 -> "icmpv6" + icmp(match);
            default -> "protocol " + match.protocol();
        };
    }

    private static String icmp(Network.TrafficMatch match) {
        String type = match.from() == -1 ? "" : " type " + match.from();
        return match.to() == -1 ? type : type + " code " + match.to();
    }
}
