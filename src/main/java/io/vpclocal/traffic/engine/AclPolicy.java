package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.AclEntry;
import io.vpclocal.traffic.engine.Network.NetworkAcl;
import java.util.Comparator;

/** A network ACL with its entries in order. The first match decides; without a match the packet is denied. */
final class AclPolicy {

    private static final int CLOSING_RULE = 32767;

    private record Rule(Network.TrafficMatch match, Cidr cidr, Hop hop) {}

    private final Rule[][] rules = new Rule[2][];
    private final Hop[] closing = new Hop[2];
    private final Hop sameSubnet;

    AclPolicy(NetworkAcl acl) {
        for (Direction direction : Direction.values()) {
            rules[direction.ordinal()] = acl.entries().stream()
                    .filter(entry -> entry.direction() == direction)
                    .sorted(Comparator.comparingInt(AclEntry::ruleNumber))
                    .map(entry -> new Rule(entry.match(), entry.cidr(), hop(acl, entry)))
                    .toArray(Rule[]::new);
            closing[direction.ordinal()] = Hop.deny(
                    Hop.aclStage(direction),
                    acl.id(),
                    "*",
                    "no " + direction.adjective + " rule of " + acl.id() + " matches, and rule * denies");
        }
        sameSubnet =
                Hop.skip(Hop.Stage.SUBNET, acl.id(), "within one subnet, so network ACL and route table do not apply");
    }

    private static Hop hop(NetworkAcl acl, AclEntry entry) {
        Direction direction = entry.direction();
        String number = entry.ruleNumber() == CLOSING_RULE ? "*" : Integer.toString(entry.ruleNumber());
        String text = "%s rule %s of %s %s %s %s %s"
                .formatted(
                        direction.adjective,
                        number,
                        acl.id(),
                        entry.allow() ? "allows" : "denies",
                        CompilationOfRules.words(entry.match()),
                        direction.preposition,
                        entry.cidr());
        return entry.allow()
                ? Hop.allow(Hop.aclStage(direction), acl.id(), number, text)
                : Hop.deny(Hop.aclStage(direction), acl.id(), number, text);
    }

    Hop decide(Direction direction, Packet packet) {
        IpAddress remote = direction.remote(packet);
        for (Rule rule : rules[direction.ordinal()]) {
            if (rule.match().matches(packet) && rule.cidr().contains(remote)) {
                return rule.hop();
            }
        }
        return closing[direction.ordinal()];
    }

    Hop sameSubnet() {
        return sameSubnet;
    }
}
