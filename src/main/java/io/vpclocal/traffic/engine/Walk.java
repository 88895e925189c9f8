package io.vpclocal.traffic.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way of one direction of a flow, leg by leg: out of an interface, through what its route names, into the next one.
 * Every method returns what stopped the packet, or null once it arrived.
 */
final class Walk {

    private static final int MAX_LEGS = 16;

    final NetworkSnapshot network;
    final Flow flow;
    final Connection connection;
    final boolean answer;
    final Overlooked overlooked;
    final List<Hop> hops = new ArrayList<>(12);
    final List<Observation> observations;
    private final PrivateLink links;
    final Filters filters = new Filters(this);
    private final Gateways gateways = new Gateways(this);
    private int legs;

    /** Where it ended: at an interface, or outside with {@link #left} as the last interface and packet before that. */
    private @Nullable CompiledInterface arrivedAt;

    private @Nullable Packet last;

    /** The interface that the packet left or entered last. */
    @Nullable
    CompiledInterface at;

    @Nullable
    CompiledInterface left;

    private @Nullable Hop leftThrough;

    /** What left, as the internet sees it; null if it left for somewhere else. */
    @Nullable
    Packet outside;

    /** The way into the network behind a peering connection; null if the packet did not take one. */
    @Nullable
    Crossing crossing;

    @Nullable
    Stop apiDenial;

    Walk(
            NetworkSnapshot network,
            Flow flow,
            Connection connection,
            boolean answer,
            List<Observation> observations,
            PrivateLink links,
            Overlooked overlooked) {
        this.network = network;
        this.flow = flow;
        this.connection = connection;
        this.answer = answer;
        this.overlooked = overlooked;
        this.observations = observations;
        this.links = links;
    }

    /** Sends the packet out of an interface. */
    @Nullable
    Stop leave(CompiledInterface sender, Packet packet) {
        at = sender;
        hops.add(sender.sends);
        if (++legs > MAX_LEGS) {
            return stop(
                    StopCode.ROUTING_LOOP,
                    Hop.deny(Hop.Stage.NETWORK_INTERFACE, sender.networkInterface.id(), null, "too many hops"),
                    packet);
        }
        CompiledSubnet subnet = sender.subnet;
        CompiledInterface near = reachable(subnet.vpc, packet.destination());
        Stop stop = filters.groups(sender, Direction.EGRESS, packet, near);
        if (stop != null) {
            observe(sender, Direction.EGRESS, false, packet, TrafficPaths.UNKNOWN, null);
            if (overlook(sender, stop) != null) {
                return stop;
            }
        }
        if (subnet.contains(packet.destination())) {
            hops.add(subnet.acl.sameSubnet());
            observe(sender, Direction.EGRESS, true, packet, TrafficPaths.SAME_VPC, near);
            return near == null || near.subnet.vpc != subnet.vpc
                    ? stop(StopCode.UNKNOWN_DESTINATION, subnet.nobody, packet)
                    : enter(near, packet, sender);
        }
        CompiledRoute route = subnet.routes.find(packet.destination());
        CompiledInterface next = route == null ? null : route.nextHop();
        if (next == null || next.subnet != subnet) {
            stop = filters.acl(subnet, Direction.EGRESS, packet);
            if (stop != null) {
                observe(sender, Direction.EGRESS, false, packet, TrafficPaths.UNKNOWN, null);
                if (overlook(sender, stop) != null) {
                    return stop;
                }
            }
        } else {
            hops.add(subnet.acl.sameSubnet());
        }
        return gateways.route(sender, packet, route, near);
    }

    /** The interface that has a private address in a VPC or else in one peered with it, in whichever network. */
    @Nullable
    CompiledInterface reachable(CompiledVpc vpc, IpAddress address) {
        CompiledInterface here = vpc.reachable(address);
        if (here != null || vpc.abroad.isEmpty()) {
            return here;
        }
        for (Map.Entry<String, String> peer : vpc.abroad.entrySet()) {
            NetworkSnapshot there = abroad(peer.getKey());
            CompiledVpc other = there == null ? null : there.vpcs.get(peer.getValue());
            CompiledInterface owner = other == null ? null : other.interfaces.get(address);
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }

    /** The network behind a peering connection of this one, or null if it is not known. */
    @Nullable
    NetworkSnapshot abroad(String connectionId) {
        return links.peered(network, connectionId);
    }

    /**
     * Delivers the packet to an interface.
     *
     * @param sender the interface it comes from; null from a gateway
     */
    @Nullable
    Stop enter(CompiledInterface receiver, Packet packet, @Nullable CompiledInterface sender) {
        at = receiver;
        Stop off = receiver.stopped == null ? null : stop(StopCode.INSTANCE_NOT_RUNNING, receiver.stopped, packet);
        if (overlook(receiver, off) != null) {
            return off;
        }
        if (sender == null || sender.subnet != receiver.subnet) {
            Stop stop = filters.acl(receiver.subnet, Direction.INGRESS, packet);
            if (stop != null) {
                observe(receiver, Direction.INGRESS, false, packet, TrafficPaths.UNKNOWN, sender);
                if (overlook(receiver, stop) != null) {
                    return stop;
                }
            }
        }
        hops.add(receiver.receives);
        boolean own = receiver.owns(packet.destination());
        if (!own && receiver.nat == null && receiver.networkInterface.sourceDestCheck()) {
            Stop check = stop(StopCode.ENI_SOURCE_DEST_CHECK_RESTRICTION, receiver.checks, packet);
            if (overlook(receiver, check) != null) {
                return check;
            }
        }
        // A rule that names a load balancer's group admits what it sends, also with the address of the client.
        boolean known = sender != null && (sender.owns(packet.source()) || sender.belongsToBalancer());
        CompiledInterface owner = known ? sender : null;
        Stop stop = filters.groups(receiver, Direction.INGRESS, packet, owner);
        observe(receiver, Direction.INGRESS, stop == null, packet, TrafficPaths.UNKNOWN, sender);
        if (overlook(receiver, stop) != null) {
            return stop;
        }
        return gateways.handOver(receiver, packet, own);
    }

    /** Asks the groups of an interface about a packet that reaches it beside the network, where no flow log sees it. */
    @Nullable
    Stop admit(CompiledInterface receiver, Packet packet) {
        return overlook(receiver, filters.groups(receiver, Direction.INGRESS, packet, null));
    }

    /** The stop, or null if the flow goes on past it. */
    @Nullable
    Stop overlook(CompiledInterface where, @Nullable Stop stop) {
        return overlooked.or(stop, where, answer);
    }

    /** The packet is where it should go. */
    void arrive(CompiledInterface receiver, Packet packet) {
        arrivedAt = receiver;
        last = packet;
        Network.VpcEndpoint endpoint = receiver.endpoint;
        if (endpoint != null) {
            connection.forcesTracking = true;
            filters.policy(endpoint, packet);
        }
    }

    /** The packet is on its way to something outside this network. */
    void depart(CompiledInterface sender, Packet packet, Hop through) {
        left = sender;
        last = packet;
        leftThrough = through;
    }

    /** The headers as the far end, or the last interface on the way to it, saw them. */
    Packet last() {
        return Objects.requireNonNull(last);
    }

    /** Through what the packet has left, or the given hop if it has arrived at an interface. */
    Hop end(Hop otherwise) {
        return Objects.requireNonNullElse(leftThrough, otherwise);
    }

    CompiledInterface destination() {
        return Objects.requireNonNull(arrivedAt);
    }

    List<Hop> hops() {
        return Collections.unmodifiableList(hops);
    }

    @Nullable
    Stop fromInternet(Packet packet) {
        return gateways.fromInternet(packet);
    }

    /** The answer from outside comes back through the gateway by which the request left. */
    @Nullable
    Stop comeBack(Walk request, Packet packet) {
        Hop through = Objects.requireNonNull(request.leftThrough);
        CompiledInterface left = Objects.requireNonNull(request.left);
        hops.add(through);
        return request.outside == null ? enter(left, packet, null) : gateways.comeBack(through, left, packet);
    }

    /** True where the packet is a copy that traffic mirroring sends: groups and flow logs do not see it leave. */
    boolean mirrors(Direction direction) {
        return flow.mirrored() && direction == Direction.EGRESS && !answer && legs == 1;
    }

    Stop stop(StopCode code, Hop hop, Packet packet) {
        hops.add(hop);
        return new Stop(code, hop, packet);
    }

    void observe(
            CompiledInterface at,
            Direction direction,
            boolean accepted,
            Packet packet,
            int trafficPath,
            @Nullable CompiledInterface other) {
        record(at, direction, accepted, packet, trafficPath, false, other);
    }

    /** VPC Block Public Access rejected the packet, which shows in the record as its reason. */
    Stop block(CompiledInterface at, Direction direction, Packet packet) {
        record(at, direction, false, packet, TrafficPaths.UNKNOWN, true, null);
        return stop(StopCode.VPC_BLOCK_PUBLIC_ACCESS_ENABLED, at.subnet.vpc.block, packet);
    }

    private void record(
            CompiledInterface at,
            Direction direction,
            boolean accepted,
            Packet packet,
            int trafficPath,
            boolean blocked,
            @Nullable CompiledInterface other) {
        if (mirrors(direction)) {
            return;
        }
        observations.add(new Observation(
                at.networkInterface,
                direction,
                accepted,
                answer,
                packet,
                trafficPath,
                blocked,
                other == null || network.interfaces.get(other.networkInterface.id()) != other
                        ? null
                        : other.networkInterface));
    }
}
