package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.CidrTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What transit gateways carry: from an interface of theirs in the sender's Availability Zone, by the route table of the
 * VPC's attachment, to an interface of theirs in another VPC, and on by the routes of its subnet (AWS documentation,
 * Amazon VPC Transit Gateways guide).
 */
final class TransitGateways {

    private final Walk walk;

    TransitGateways(Walk walk) {
        this.walk = walk;
    }

    /** From a subnet whose route leads to a transit gateway. */
    @Nullable
    Stop carry(CompiledInterface sender, Packet packet, CompiledRoute route) {
        CompiledAttachment attachment = Objects.requireNonNull(
                sender.subnet.vpc.transit.get(route.gateway().component()));
        String zone = sender.subnet.subnet.availabilityZoneId();
        CompiledInterface entry = attachment.interfaces.get(zone);
        walk.observe(sender, Direction.EGRESS, true, packet, TrafficPaths.of(route, sender), entry);
        if (entry == null) {
            return walk.stop(StopCode.TGW_ROUTE_AZ_RESTRICTION, attachment.outsideOf(zone), packet);
        }
        if (entry == sender) {
            return walk.stop(StopCode.ROUTING_LOOP, sender.checks, packet);
        }
        // The ACL of a subnet with both interfaces is asked in both directions, as between two subnets.
        return walk.enter(entry, packet, entry.subnet == sender.subnet ? null : sender);
    }

    /** From an interface of a transit gateway through it. */
    @Nullable
    Stop pass(CompiledInterface entry, CompiledAttachment from, Packet packet) {
        CidrTable<CompiledAttachment.Route> routes = from.routes;
        if (routes == null) {
            return walk.stop(StopCode.TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION, from.unassociated, packet);
        }
        CompiledAttachment.Route route = routes.find(packet.destination());
        if (route == null) {
            return walk.stop(StopCode.TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT, from.noRoute, packet);
        }
        CompiledAttachment to = route.to();
        CompiledInterface exit = to == null ? null : exit(entry, to, packet);
        if (to == null || exit == null) {
            return walk.stop(StopCode.TGW_RTB_BAD_STATE_ROUTE, route.hop(), packet);
        }
        walk.hops.add(route.hop());
        boolean references = from.attachment.groupReferences() && to.attachment.groupReferences();
        walk.referenced = references ? entry.subnet.vpc.interfaces.get(packet.source()) : null;
        return walk.leave(exit, packet);
    }

    /**
     * The interface in the receiving VPC. Traffic stays in its Availability Zone if it can. In appliance mode the
     * addresses of a flow decide, equally in both directions.
     */
    private static @Nullable CompiledInterface exit(CompiledInterface entry, CompiledAttachment to, Packet packet) {
        if (to.interfaces.isEmpty()) {
            return null;
        }
        List<CompiledInterface> all = new ArrayList<>(to.interfaces.values());
        if (to.attachment.applianceMode()) {
            int flow = packet.source().hashCode() + packet.destination().hashCode() + packet.protocol();
            return all.get(Math.floorMod(flow, all.size()));
        }
        CompiledInterface near = to.interfaces.get(entry.subnet.subnet.availabilityZoneId());
        return near == null ? all.get(0) : near;
    }
}
