package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The union of the rules of the security groups of an interface, indexed by direction and protocol. Interfaces with the
 * same groups share one.
 */
final class GroupPolicy {

    /** A rule's condition on the other side. Group references need the interface of the address. */
    @FunctionalInterface
    interface RemoteMatch {
        boolean matches(IpAddress remote, @Nullable CompiledInterface owner);
    }

    /** @param open whether it admits every address, so that a connection may be untracked */
    record Rule(Network.TrafficMatch match, RemoteMatch remote, boolean open, Hop hop) {}

    /** Replaces a missing rule when a flow is followed past it. */
    static final Rule AS_IF = new Rule(
            Network.TrafficMatch.ALL,
            (remote, owner) -> true,
            false,
            Hop.skip(Hop.Stage.NETWORK_INTERFACE, "", "as if a rule allowed it"));

    private static final int SLOTS = 5;

    private final Rule[][][] rules = new Rule[2][SLOTS][];
    private final Hop[] denials = new Hop[2];
    private final Hop[] tracked = new Hop[2];

    GroupPolicy(List<SecurityGroup> groups, CompilationOfRules compilation) {
        String names = groups.stream().map(SecurityGroup::id).collect(Collectors.joining(", "));
        for (Direction direction : Direction.values()) {
            List<List<Rule>> slots = new ArrayList<>();
            for (int slot = 0; slot < SLOTS; slot++) {
                slots.add(new ArrayList<>());
            }
            for (SecurityGroup group : groups) {
                for (Network.GroupRule rule : group.rules()) {
                    if (rule.direction() == direction) {
                        add(slots, compilation.rule(group, rule));
                    }
                }
            }
            int d = direction.ordinal();
            for (int slot = 0; slot < SLOTS; slot++) {
                rules[d][slot] = slots.get(slot).toArray(Rule[]::new);
            }
            Hop.Stage stage = Hop.groupStage(direction);
            denials[d] = Hop.deny(stage, names, null, "no " + direction.adjective + " rule of " + names + " matches");
            tracked[d] = Hop.allow(stage, names, null, "answer on a connection that " + names + " tracks");
        }
    }

    private static void add(List<List<Rule>> slots, Rule rule) {
        int protocol = rule.match().protocol();
        if (protocol == -1) {
            slots.forEach(slot -> slot.add(rule));
        } else {
            slots.get(slot(protocol)).add(rule);
        }
    }

    private static int slot(int protocol) {
        return switch (protocol) {
            case Packet.TCP -> 0;
            case Packet.UDP -> 1;
            case Packet.ICMP -> 2;
            case Packet.ICMPV6 -> 3;
            default -> 4;
        };
    }

    /** The first rule that admits the packet, or null: then the packet is denied. */
    @Nullable
    Rule match(Direction direction, Packet packet, IpAddress remote, @Nullable CompiledInterface owner) {
        for (Rule rule : rules[direction.ordinal()][slot(packet.protocol())]) {
            if (rule.match().matches(packet) && rule.remote().matches(remote, owner)) {
                return rule;
            }
        }
        return null;
    }

    /**
     * The rule that admits answers going in the given direction without any tracking, or null if they need tracking
     * (AWS documentation, EC2 User Guide: security group connection tracking).
     *
     * @param admitted the rule that let the request through
     */
    @Nullable
    Rule untracked(Direction direction, Rule admitted, Packet answer) {
        if (!admitted.open() || answer.protocol() != Packet.TCP && answer.protocol() != Packet.UDP) {
            return null;
        }
        IpAddress remote = direction.remote(answer);
        for (Rule rule : rules[direction.ordinal()][slot(answer.protocol())]) {
            if (rule.open()
                    && rule.match().coversAllOf(answer.protocol())
                    && rule.remote().matches(remote, null)) {
                return rule;
            }
        }
        return null;
    }

    Hop denial(Direction direction) {
        return Objects.requireNonNull(denials[direction.ordinal()]);
    }

    Hop tracked(Direction direction) {
        return Objects.requireNonNull(tracked[direction.ordinal()]);
    }
}
