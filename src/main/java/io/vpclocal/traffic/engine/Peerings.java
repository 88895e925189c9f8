package io.vpclocal.traffic.engine;

import org.jspecify.annotations.Nullable;

/** What VPC peering connections carry, within the network and into another one. */
final class Peerings {

    private final Walk walk;
    private final Gateways gateways;

    Peerings(Walk walk, Gateways gateways) {
        this.walk = walk;
        this.gateways = gateways;
    }

    /** Carries packets only from an address of one VPC to an address of the other. Peering is not transitive. */
    @Nullable
    Stop carry(CompiledInterface sender, Packet packet, CompiledRoute route) {
        String other = sender.subnet.vpc.abroad.get(route.gateway().component());
        NetworkSnapshot abroad =
                other == null ? null : walk.abroad(route.gateway().component());
        CompiledVpc there = abroad == null ? route.peer() : abroad.vpcs.get(other);
        if (there == null && abroad == null) {
            walk.leaves(route.gateway().component());
            return gateways.away(sender, packet, route);
        }
        CompiledInterface target = there == null ? null : there.interfaces.get(packet.destination());
        walk.observe(sender, Direction.EGRESS, true, packet, TrafficPaths.of(route, sender), target);
        if (there == null) {
            return walk.stop(StopCode.BAD_STATE_ROUTE, gone(route), packet);
        }
        if (!there.contains(packet.destination()) || !sender.subnet.vpc.contains(packet.source())) {
            return walk.stop(StopCode.PCX_REQUIRES_ADDRESS_IN_VPC_CIDR, Gateways.refusal(route), packet);
        }
        if (target == null) {
            return walk.stop(StopCode.UNKNOWN_DESTINATION, Gateways.refusal(route), packet);
        }
        walk.hops.add(route.gateway());
        if (abroad == null) {
            return walk.enter(target, packet, sender);
        }
        walk.depart(sender, packet, route.gateway());
        walk.crossing = new Crossing(route.gateway(), abroad, sender, target, packet);
        return null;
    }

    private static Hop gone(CompiledRoute route) {
        Hop hop = route.hop();
        return Hop.deny(
                hop.stage(),
                hop.component(),
                hop.rule(),
                "the VPC behind " + route.gateway().component() + " is gone");
    }
}
