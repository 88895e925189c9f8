package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.PrivateLink.Closed;
import io.vpclocal.traffic.engine.PrivateLink.Open;
import io.vpclocal.traffic.engine.PrivateLink.Passage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The path of a flow and its answer through one or several networks, connected by endpoints of hosted services, peering
 * connections and the internet. A load balancer opens a new connection to its target, so the second network sees
 * nothing of the first. Traffic between an endpoint and the load balancer is not captured (AWS documentation, VPC User
 * Guide: flow log limitations; AWS PrivateLink Guide: the source addresses are those of the load balancer).
 */
final class FlowPath {

    /** A service may depend on an endpoint of another service, even in a cycle. */
    private static final int MAX_CONNECTIONS = 4;

    private static final int FIRST_PORT = 1024;

    private static final Hop INTERNET = Hop.allow(
            Hop.Stage.INTERNET, "internet", null, "the internet carries it between two networks of the emulator");

    private final Flow flow;
    private final PrivateLink links;
    private final Overlooked overlooked;
    private final List<Observation> observations = new ArrayList<>(4);
    /** The path of the request through each network. */
    private final List<Walk> legs = new ArrayList<>(1);
    /** The transition from one leg to the next. */
    private final List<Joint> joints = new ArrayList<>(0);

    /**
     * @param connection the hop between two networks; null if there is none
     * @param keeper the load balancer that kept the address of the client, to which the answer goes
     */
    private record Joint(@Nullable Hop connection, @Nullable CompiledInterface keeper) {}

    private final List<Hop> back = new ArrayList<>(12);
    private @Nullable Walk latest;

    FlowPath(NetworkSnapshot network, Flow flow, PrivateLink links, Overlooked overlooked) {
        this.flow = flow;
        this.links = links;
        this.overlooked = overlooked;
        legs.add(new Walk(network, flow, new Connection(), false, observations, links, overlooked));
    }

    /** The leg in the sender's network. */
    Walk first() {
        return legs.get(0);
    }

    /** The interface that the packet left or entered last, in either direction; null if it reached none. */
    @Nullable
    CompiledInterface at() {
        return latest == null ? legs.get(legs.size() - 1).at : latest.at;
    }

    /** Follows the path from the end of the first leg. */
    @Nullable
    Stop goOn() {
        Stop stop = null;
        while (stop == null) {
            Walk walk = legs.get(legs.size() - 1);
            if (walk.crossing != null) {
                stop = crossPeering(walk, walk.crossing);
                continue;
            }
            NetworkSnapshot abroad = walk.outside == null ? null : links.behind(walk.outside.destination());
            if (abroad != null) {
                stop = crossInternet(walk, abroad);
                continue;
            }
            Passage passage = passage(walk);
            if (passage == null) {
                return null;
            }
            stop = passage instanceof Open open
                    ? cross(walk, open)
                    : walk.stop(((Closed) passage).code(), ((Closed) passage).hop(), walk.last());
        }
        return stop;
    }

    private @Nullable Passage passage(Walk walk) {
        if (walk.left != null) {
            return null;
        }
        CompiledInterface at = walk.destination();
        if (at.belongsToBalancer()) {
            return links.balancing(at.networkInterface, walk.last());
        }
        Network.VpcEndpoint endpoint = at.endpoint;
        return endpoint == null ? null : links.passage(walk.network, endpoint, at.networkInterface, walk.last());
    }

    private @Nullable Stop crossInternet(Walk walk, NetworkSnapshot abroad) {
        Packet packet = Objects.requireNonNull(walk.outside);
        walk.hops.add(INTERNET);
        if (joints.size() == MAX_CONNECTIONS) {
            return walk.stop(StopCode.ROUTING_LOOP, refusal(INTERNET, "too many networks"), packet);
        }
        Walk next = new Walk(abroad, flow, new Connection(), false, observations, links, overlooked);
        next.connection.enteredFromInternet = true;
        legs.add(next);
        joints.add(new Joint(INTERNET, null));
        return next.gateways.fromInternet(packet);
    }

    private @Nullable Stop crossPeering(Walk walk, Crossing crossing) {
        if (joints.size() == MAX_CONNECTIONS) {
            Hop refusal = refusal(crossing.connection(), "too many networks");
            return walk.stop(StopCode.ROUTING_LOOP, refusal, crossing.packet());
        }
        Walk next = new Walk(crossing.network(), flow, new Connection(), false, observations, links, overlooked);
        legs.add(next);
        joints.add(new Joint(crossing.connection(), null));
        return next.enter(crossing.target(), crossing.packet(), crossing.sender());
    }

    private @Nullable Stop cross(Walk walk, Open open) {
        Packet packet = walk.last();
        Hop connection = open.connection();
        if (connection != null) {
            walk.hops.add(connection);
        }
        if (joints.size() == MAX_CONNECTIONS) {
            Hop last = connection == null ? open.balance() : connection;
            return walk.stop(StopCode.ROUTING_LOOP, refusal(last, "too many load balancers"), packet);
        }
        Walk next = new Walk(open.network(), flow, new Connection(), false, observations, links, overlooked);
        next.connection.forcesTracking = true;
        legs.add(next);
        CompiledInterface balancer = open.network().interfaces.get(open.networkInterfaceId());
        boolean kept = balancer != null
                && open.keepsSource()
                && packet.source().isV6() == open.target().isV6()
                && balancer.subnet.vpc.reachable(open.target()) != null;
        joints.add(new Joint(connection, kept ? balancer : null));
        IpAddress own = balancer == null ? null : balancer.first(open.target().isV6());
        if (balancer == null || own == null) {
            return next.stop(StopCode.PROTOCOL_RESTRICTION, refusal(open.balance(), "no address to send from"), packet);
        }
        Stop stop = open.guarded() ? next.admit(balancer, packet) : null;
        if (stop != null) {
            return stop;
        }
        next.hops.add(open.balance());
        Packet sent = kept ? packet : packet.withSource(own, outerPort(packet));
        return next.leave(balancer, sent.withDestination(open.target(), open.port()));
    }

    private static int outerPort(Packet packet) {
        return packet.sourcePort() >= FIRST_PORT ? packet.sourcePort() : packet.sourcePort() + FIRST_PORT;
    }

    private static Hop refusal(Hop of, String text) {
        return Hop.deny(of.stage(), of.component(), of.rule(), text);
    }

    /** The path of the answer after the request has arrived. */
    @Nullable
    Stop comeBack() {
        Crossing home = null;
        for (int leg = legs.size() - 1; leg >= 0; leg--) {
            Walk request = legs.get(leg);
            Joint joint = leg == 0 ? null : joints.get(leg - 1);
            Walk reply = new Walk(request.network, flow, request.connection, true, observations, links, overlooked);
            latest = reply;
            Stop stop = comeBack(request, reply, home, joint == null ? null : joint.keeper());
            if (stop == null && leg > 0) {
                Crossing cameBy = legs.get(leg - 1).crossing;
                if (cameBy != null) {
                    home = reply.crossing;
                    stop = astray(reply, cameBy);
                } else {
                    home = null;
                }
            }
            back.addAll(reply.hops);
            if (stop != null) {
                return stop;
            }
            if (joint != null && home == null && joint.connection() != null) {
                back.add(joint.connection());
            }
        }
        return null;
    }

    /** @param home the peering connection by which the answer came; null for other answers */
    private static @Nullable Stop comeBack(
            Walk request, Walk reply, @Nullable Crossing home, @Nullable CompiledInterface keeper) {
        if (home != null) {
            return reply.enter(home.target(), home.packet(), home.sender());
        }
        Packet answer = request.last().answer();
        if (request.left != null) {
            return reply.comeBack(request, answer);
        }
        CompiledInterface target = request.destination();
        return keeper == null ? reply.leave(target, answer) : BalancerAnswers.handBack(reply, target, answer, keeper);
    }

    /** The answer must use the same peering connection as the request. */
    private static @Nullable Stop astray(Walk reply, Crossing cameBy) {
        Crossing back = reply.crossing;
        boolean same = back != null
                && back.connection().component().equals(cameBy.connection().component());
        return same
                ? null
                : reply.stop(
                        StopCode.ASYMMETRIC_ROUTE,
                        refusal(reply.end(cameBy.connection()), "not the connection that the request used"),
                        reply.last());
    }

    List<Hop> hopsThere() {
        if (legs.size() == 1) {
            return first().hops();
        }
        return legs.stream().flatMap(leg -> leg.hops.stream()).toList();
    }

    List<Hop> hopsBack() {
        return Collections.unmodifiableList(back);
    }

    List<Observation> observations() {
        return Collections.unmodifiableList(observations);
    }
}
