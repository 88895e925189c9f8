package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.engine.PrivateLink.Closed;
import io.vpclocal.traffic.engine.PrivateLink.Open;
import io.vpclocal.traffic.engine.PrivateLink.Passage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way of a flow and its answer over one network or, through endpoints of services that customers host and over the
 * internet, several. A load
 * balancer begins a connection of its own to its target, so that nothing of the first network is seen in the second; what
 * goes between an endpoint and the load balancer is not captured (AWS documentation, VPC User Guide: flow log
 * limitations; AWS PrivateLink Guide: the source addresses are those of the load balancer).
 */
final class FlowPath {

    /** A service may stand on an endpoint of another one, even in a circle. */
    private static final int MAX_CONNECTIONS = 4;

    private static final int FIRST_PORT = 1024;

    private static final Hop INTERNET = Hop.allow(
            Hop.Stage.INTERNET, "internet", null, "the internet carries it between two networks of the emulator");

    private final Flow flow;
    private final PrivateLink links;
    private final List<Observation> observations = new ArrayList<>(4);
    /** The way there through each network. */
    private final List<Walk> legs = new ArrayList<>(1);
    /** What leads from one leg into the next. */
    private final List<Hop> connections = new ArrayList<>(0);

    private final List<Hop> back = new ArrayList<>(12);

    FlowPath(NetworkSnapshot network, Flow flow, PrivateLink links) {
        this.flow = flow;
        this.links = links;
        legs.add(new Walk(network, flow, new Connection(), false, observations));
    }

    /** The leg in the network of whoever sends. */
    Walk first() {
        return legs.get(0);
    }

    /** From where the first leg has ended to the end of the way. */
    @Nullable
    Stop goOn() {
        Stop stop = null;
        while (stop == null) {
            Walk walk = legs.get(legs.size() - 1);
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
        Network.VpcEndpoint endpoint = at.endpoint;
        return endpoint == null ? null : links.passage(walk.network, endpoint, at.networkInterface, walk.last());
    }

    private @Nullable Stop crossInternet(Walk walk, NetworkSnapshot abroad) {
        Packet packet = Objects.requireNonNull(walk.outside);
        walk.hops.add(INTERNET);
        if (connections.size() == MAX_CONNECTIONS) {
            return walk.stop(StopCode.ROUTING_LOOP, refusal(INTERNET, "too many networks"), packet);
        }
        Walk next = new Walk(abroad, flow, new Connection(), false, observations);
        next.connection.enteredFromInternet = true;
        legs.add(next);
        connections.add(INTERNET);
        return next.fromInternet(packet);
    }

    private @Nullable Stop cross(Walk walk, Open open) {
        Packet packet = walk.last();
        walk.hops.add(open.connection());
        if (connections.size() == MAX_CONNECTIONS) {
            return walk.stop(StopCode.ROUTING_LOOP, refusal(open.connection(), "too many endpoints"), packet);
        }
        Walk next = new Walk(open.network(), flow, new Connection(), false, observations);
        next.connection.forcesTracking = true;
        legs.add(next);
        connections.add(open.connection());
        CompiledInterface balancer = open.network().interfaces.get(open.networkInterfaceId());
        IpAddress own = balancer == null ? null : balancer.first(open.target().isV6());
        if (balancer == null || own == null) {
            return next.stop(StopCode.PROTOCOL_RESTRICTION, refusal(open.balance(), "no address to send from"), packet);
        }
        Stop stop = open.guarded() ? next.admit(balancer, packet) : null;
        if (stop != null) {
            return stop;
        }
        next.hops.add(open.balance());
        int port = packet.sourcePort() >= FIRST_PORT ? packet.sourcePort() : packet.sourcePort() + FIRST_PORT;
        return next.leave(balancer, packet.withSource(own, port).withDestination(open.target(), open.port()));
    }

    private static Hop refusal(Hop of, String text) {
        return Hop.deny(of.stage(), of.component(), of.rule(), text);
    }

    /** The way of the answer, once the request has arrived. */
    @Nullable
    Stop comeBack() {
        for (int leg = legs.size() - 1; leg >= 0; leg--) {
            Walk request = legs.get(leg);
            Walk reply = new Walk(request.network, flow, request.connection, true, observations);
            Packet answer = request.last().answer();
            Stop stop =
                    request.left == null ? reply.leave(request.destination(), answer) : reply.comeBack(request, answer);
            back.addAll(reply.hops);
            if (stop != null) {
                return stop;
            }
            if (leg > 0) {
                back.add(connections.get(leg - 1));
            }
        }
        return null;
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
