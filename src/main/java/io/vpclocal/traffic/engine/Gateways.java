package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.CidrTable;
import io.vpclocal.traffic.address.IpAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Route targets, and what happens to packets at the interfaces that they lead to. */
final class Gateways {

    private static final Hop INTERNET =
            Hop.deny(Hop.Stage.INTERNET, "internet", null, "the address is not public in this network");

    private final Walk walk;
    private final Peerings peerings;
    private final PrivateGateways privateGateways;
    private final TransitGateways transitGateways;
    private final Appliances appliances;

    Gateways(Walk walk) {
        this.walk = walk;
        this.peerings = new Peerings(walk, this);
        this.privateGateways = new PrivateGateways(walk);
        this.transitGateways = new TransitGateways(walk);
        this.appliances = new Appliances(walk);
    }

    /** @param near the interface that has the destination as its private address, here or behind a peering */
    @Nullable
    Stop route(
            CompiledInterface sender, Packet packet, @Nullable CompiledRoute route, @Nullable CompiledInterface near) {
        if (route == null || route.blackhole()) {
            walk.observe(sender, Direction.EGRESS, true, packet, TrafficPaths.UNKNOWN, null);
            Stop stop = route == null
                    ? walk.stop(StopCode.NO_ROUTE_TO_DESTINATION, sender.subnet.noRoute, packet)
                    : walk.stop(StopCode.BAD_STATE_ROUTE, route.gateway(), packet);
            return walk.overlooked.collects() ? asIfRouted(sender, packet, stop, near) : stop;
        }
        walk.hops.add(route.hop());
        return switch (route.target()) {
            case LOCAL -> local(sender, packet, route, near);
            case NAT_GATEWAY, NETWORK_INTERFACE -> nextHop(sender, packet, route);
            case INTERNET_GATEWAY -> internetGateway(sender, packet, route);
            case EGRESS_ONLY_INTERNET_GATEWAY -> egressOnly(sender, packet, route);
            case GATEWAY_ENDPOINT -> gatewayEndpoint(sender, packet, route);
            case VPC_PEERING_CONNECTION -> peerings.carry(sender, packet, route);
            case TRANSIT_GATEWAY -> transitGateways.carry(sender, packet, route);
            case VIRTUAL_PRIVATE_GATEWAY, CARRIER_GATEWAY, LOCAL_GATEWAY -> away(sender, packet, route);
        };
    }

    /** Continues where a route would most likely lead: to the interface with that address, else to the internet. */
    private @Nullable Stop asIfRouted(
            CompiledInterface sender, Packet packet, Stop stop, @Nullable CompiledInterface near) {
        Hop gateway = sender.subnet.vpc.internetGateway;
        boolean outwards =
                near == null && gateway != null && !packet.destination().isPrivate();
        // The state that the request left at an interface of another network is not part of this leg.
        boolean abroad = near != null && walk.network.interfaces.get(near.networkInterface.id()) != near;
        if (near == null && !outwards || walk.answer && abroad) {
            return stop;
        }
        walk.overlook(sender, stop);
        return near != null
                ? walk.enter(near, packet, sender)
                : internetGateway(sender, packet, CompiledRoute.through(Objects.requireNonNull(gateway)));
    }

    private @Nullable Stop local(
            CompiledInterface sender, Packet packet, CompiledRoute route, @Nullable CompiledInterface near) {
        walk.observe(sender, Direction.EGRESS, true, packet, TrafficPaths.of(route, sender), near);
        return near == null || near.subnet.vpc != sender.subnet.vpc
                ? walk.stop(StopCode.UNKNOWN_DESTINATION, sender.subnet.nobody, packet)
                : walk.enter(near, packet, sender);
    }

    private @Nullable Stop nextHop(CompiledInterface sender, Packet packet, CompiledRoute route) {
        CompiledInterface next = route.nextHop();
        walk.observe(sender, Direction.EGRESS, true, packet, TrafficPaths.of(route, sender), next);
        if (next == null || next == sender) {
            return walk.stop(StopCode.ROUTING_LOOP, sender.checks, packet);
        }
        return walk.enter(next, packet, sender);
    }

    private @Nullable Stop internetGateway(CompiledInterface sender, Packet packet, CompiledRoute route) {
        CompiledVpc vpc = sender.subnet.vpc;
        Stop stop = sender.subnet.blocks(sender.nat != null) ? walk.block(sender, Direction.EGRESS, packet) : null;
        if (walk.overlook(sender, stop) != null) {
            return stop;
        }
        walk.observe(sender, Direction.EGRESS, true, packet, TrafficPaths.of(route, sender), null);
        CompiledInterface owner = vpc.interfaces.get(packet.source());
        IpAddress source = packet.source();
        if (!source.isV6()) {
            source = owner == null ? null : owner.publicOf(source);
        }
        boolean carried = owner != null && (owner.nat == null || owner.nat.publicConnectivity());
        StopCode code = source == null || !carried || source.isPrivate()
                ? StopCode.IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS
                : packet.destination().isPrivate()
                        ? StopCode.IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS
                        : packet.destination().isShared()
                                ? StopCode.IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS
                                : null;
        if (code != null || source == null) {
            stop = walk.stop(Objects.requireNonNull(code), refusal(route), packet);
            if (walk.overlook(sender, stop) == null) {
                walk.hops.add(route.gateway());
                walk.depart(sender, packet, route.gateway());
                return null;
            }
            return stop;
        }
        walk.hops.add(route.gateway());
        Packet outside = packet.withSource(source, packet.sourcePort());
        if (walk.network.publicAddresses.containsKey(packet.destination())) {
            return fromInternet(outside);
        }
        walk.depart(sender, packet, route.gateway());
        walk.outside = outside;
        return null;
    }

    static Hop refusal(CompiledRoute route) {
        Hop gateway = route.gateway();
        return Hop.deny(gateway.stage(), gateway.component(), null, gateway.component() + " does not carry it");
    }

    @Nullable
    Stop comeIn(Flow.GatewayEndpoint through, Packet packet) {
        return privateGateways.comeIn(through, packet);
    }

    /** Delivers what comes from the internet to the interface with that public address. */
    @Nullable
    Stop fromInternet(Packet packet) {
        CompiledInterface target = walk.network.publicAddresses.get(packet.destination());
        if (target == null) {
            return walk.stop(StopCode.IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS, INTERNET, packet);
        }
        CompiledVpc vpc = target.subnet.vpc;
        Hop gateway = vpc.internetGateway;
        Stop stop = null;
        if (gateway == null) {
            stop = walk.stop(StopCode.INTERNET_GATEWAY_NOT_ATTACHED, vpc.unattached, packet);
        } else if (packet.source().isPrivate()) {
            stop = walk.stop(StopCode.IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS, INTERNET, packet);
        } else if (packet.source().isShared()) {
            stop = walk.stop(StopCode.IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS, INTERNET, packet);
        } else if (!packet.source().isV6() && vpc.contains(packet.source())) {
            stop = walk.stop(StopCode.GATEWAY_REJECTS_SPOOFED_TRAFFIC, gateway, packet);
        }
        if (walk.overlook(target, stop) != null) {
            return stop;
        }
        Packet inside = packet.withDestination(target.behind(packet.destination()), packet.destinationPort());
        stop = target.subnet.blocks(walk.answer && target.nat != null)
                ? walk.block(target, Direction.INGRESS, inside)
                : null;
        if (walk.overlook(target, stop) != null) {
            return stop;
        }
        if (gateway != null) {
            walk.hops.add(gateway);
        }
        return comeIn(target, inside);
    }

    /**
     * Delivers an answer from the internet to the interface with its address. It bypasses an appliance that the request
     * passed, unless the gateway's route table names it.
     */
    @Nullable
    Stop comeBack(Hop gateway, CompiledInterface left, Packet packet) {
        CompiledVpc vpc = left.subnet.vpc;
        CompiledInterface owner = vpc.interfaces.getOrDefault(packet.destination(), left);
        Hop internetGateway = vpc.internetGateway;
        boolean edge = internetGateway != null && internetGateway.component().equals(gateway.component());
        return edge ? comeIn(owner, packet) : walk.enter(owner, packet, null);
    }

    private @Nullable Stop comeIn(CompiledInterface target, Packet packet) {
        walk.at = target;
        CidrTable<CompiledRoute> routes = target.subnet.vpc.edgeRoutes;
        CompiledRoute edge = routes == null ? null : routes.find(packet.destination());
        return edge == null || edge.target() == Network.RouteTarget.LOCAL
                ? walk.enter(target, packet, null)
                : behindTheEdge(edge, packet);
    }

    /** The gateway's route table leads the packet to an appliance first. */
    private @Nullable Stop behindTheEdge(CompiledRoute edge, Packet packet) {
        CompiledInterface appliance = edge.nextHop();
        if (edge.blackhole() || appliance == null) {
            return walk.stop(StopCode.BAD_STATE_ROUTE, edge.gateway(), packet);
        }
        walk.hops.add(edge.hop());
        return walk.enter(appliance, packet, null);
    }

    private @Nullable Stop egressOnly(CompiledInterface sender, Packet packet, CompiledRoute route) {
        Stop blocked = sender.subnet.blocks(true) ? walk.block(sender, Direction.EGRESS, packet) : null;
        if (walk.overlook(sender, blocked) != null) {
            return blocked;
        }
        walk.connection.forcesTracking = true;
        Stop stop = away(sender, packet, route);
        walk.outside = stop == null ? packet : null;
        return stop;
    }

    private @Nullable Stop gatewayEndpoint(CompiledInterface sender, Packet packet, CompiledRoute route) {
        if (packet.protocol() != Packet.TCP && !packet.isEcho()) {
            Stop refused = walk.stop(StopCode.VPCE_GATEWAY_PROTOCOL_RESTRICTION, refusal(route), packet);
            if (walk.overlook(sender, refused) != null) {
                walk.observe(sender, Direction.EGRESS, true, packet, TrafficPaths.of(route, sender), null);
                return refused;
            }
        }
        Stop stop = away(sender, packet, route);
        Network.VpcEndpoint endpoint = route.endpoint();
        if (stop == null && endpoint != null) {
            walk.filters.policy(endpoint, packet);
        }
        return stop;
    }

    /** Out of this network unchanged. */
    @Nullable
    Stop away(CompiledInterface sender, Packet packet, CompiledRoute route) {
        walk.observe(sender, Direction.EGRESS, true, packet, TrafficPaths.of(route, sender), null);
        Stop refused = privateGateways.refusal(sender, packet, route);
        if (walk.overlook(sender, refused) != null) {
            return refused;
        }
        walk.hops.add(route.gateway());
        walk.depart(sender, packet, route.gateway());
        return null;
    }

    /** After the filters of an interface: the end of the path, or its next leg. */
    @Nullable
    Stop handOver(CompiledInterface receiver, Packet packet, boolean own) {
        Connection.Translation known = walk.answer && own ? walk.connection.translationAt(receiver) : null;
        if (known != null) {
            walk.hops.add(receiver.translates == null ? receiver.forwards : receiver.translates);
            return walk.leave(receiver, packet.withDestination(known.source(), known.port()));
        }
        Hop noConnection = receiver.noConnection;
        if (noConnection != null && (own || walk.answer)) {
            return walk.stop(StopCode.NAT_GATEWAY_WITHOUT_CONNECTION, noConnection, packet);
        }
        if (own) {
            walk.arrive(receiver, packet);
            return null;
        }
        CompiledAttachment attachment = receiver.attachment;
        if (attachment != null) {
            return transitGateways.pass(receiver, attachment, packet);
        }
        return appliances.passOn(receiver, packet);
    }
}
