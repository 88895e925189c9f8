package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The path of one direction of a flow, leg by leg: out of an interface, through its route's target, into the next one.
 * Every method returns the stop of the packet, or null if it arrived.
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
    final Gateways gateways = new Gateways(this);
    private int legs;

    /** The end of the path: an interface, or null if the packet left the network after {@link #left}. */
    private @Nullable CompiledInterface arrivedAt;

    private @Nullable Packet last;

    /** The interface that the packet left or entered last. */
    @Nullable
    CompiledInterface at;

    @Nullable
    CompiledInterface left;

    private @Nullable Hop leftThrough;

    /** The packet on the internet; null if it left for another place. */
    @Nullable
    Packet outside;

    /** The path into the network behind a peering connection; null if the packet did not use one. */
    @Nullable
    Crossing crossing;

    @Nullable
    Stop apiDenial;

    /** The sender in another VPC whose security groups rules may refer to, after a transit gateway; null for none. */
    @Nullable
    CompiledInterface referenced;

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

    /** The interface with a private address in a VPC or a peered one, of any network. */
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

    /** Notes that the packet leaves by a peering connection with an unknown network. */
    void leaves(String connectionId) {
        links.leaves(network, connectionId);
    }

    /**
     * Delivers the packet to an interface.
     *
     * @param sender the sending interface; null if a gateway sends it
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
        // A rule with a load balancer's group admits its packets, even with the client's address.
        boolean known = sender != null && (sender.owns(packet.source()) || sender.belongsToBalancer());
        CompiledInterface owner = known ? sender : sender != null && sender.attachment != null ? referenced : null;
        Stop stop = filters.groups(receiver, Direction.INGRESS, packet, owner);
        observe(receiver, Direction.INGRESS, stop == null, packet, TrafficPaths.UNKNOWN, sender);
        if (overlook(receiver, stop) != null) {
            return stop;
        }
        return gateways.handOver(receiver, packet, own);
    }

    /** Applies the groups of an interface to a packet that arrives outside of the network and is not captured. */
    @Nullable
    Stop admit(CompiledInterface receiver, Packet packet) {
        return overlook(receiver, filters.groups(receiver, Direction.INGRESS, packet, null));
    }

    /** The stop, or null if the flow continues. */
    @Nullable
    Stop overlook(CompiledInterface where, @Nullable Stop stop) {
        return overlooked.or(stop, where, answer);
    }

    /** The packet has arrived. */
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

    /** The headers at the destination, or at the last interface before it. */
    Packet last() {
        return Objects.requireNonNull(last);
    }

    /** The hop through which the packet left, or the given hop if it arrived at an interface. */
    Hop end(Hop otherwise) {
        return Objects.requireNonNullElse(leftThrough, otherwise);
    }

    CompiledInterface destination() {
        return Objects.requireNonNull(arrivedAt);
    }

    List<Hop> hops() {
        return Collections.unmodifiableList(hops);
    }

    /** An answer from outside comes back through the gateway that the request used. */
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

    /** VPC Block Public Access rejected the packet. The record shows this reason. */
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
                other == null || hidden(other, direction) ? null : other.networkInterface));
    }

    /** Records do not name a next hop in another network, nor a transit gateway as the sender of a packet. */
    private boolean hidden(CompiledInterface other, Direction direction) {
        return network.interfaces.get(other.networkInterface.id()) != other
                || direction == Direction.INGRESS && other.attachment != null;
    }
}
