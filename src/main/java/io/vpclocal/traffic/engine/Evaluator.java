package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.engine.Flow.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends a flow through a network: security groups with connection tracking, network ACLs for each direction, routes by
 * longest prefix, gateways, and endpoint policies for an API call the flow carries (AWS documentation, VPC User Guide).
 */
public final class Evaluator {

    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int SYN_ACK = 18;

    private Evaluator() {}

    /** The same for a network in which every flow ends at an endpoint. */
    public static FlowVerdict evaluate(NetworkSnapshot network, Flow flow) {
        return evaluate(network, flow, PrivateLink.NONE);
    }

    /**
     * Evaluates one flow and its answers. Has no side effects, so equal input gives equal output.
     *
     * @param links what is behind the network's endpoints
     * @throws UnresolvableFlowException if a side of the flow is not in the network
     */
    public static FlowVerdict evaluate(NetworkSnapshot network, Flow flow, PrivateLink links) {
        return evaluate(network, flow, links, Overlooked.nothing()).verdict();
    }

    /**
     * Follows a flow past every stop, to find all obstacles of the flow and its answer.
     *
     * @param links what is behind the network's endpoints
     * @throws UnresolvableFlowException if a side of the flow is not in the network
     */
    public static Examination examine(NetworkSnapshot network, Flow flow, PrivateLink links) {
        return evaluate(network, flow, links, Overlooked.everything());
    }

    private static Examination evaluate(NetworkSnapshot network, Flow flow, PrivateLink links, Overlooked overlooked) {
        Resolution resolution = Resolution.of(network, flow);
        CompiledInterface source = resolution.source();
        Packet packet = resolution.packet();
        NotLoggedTraffic uncaptured = source != null && source.stopped != null
                ? null
                : NotLoggedTraffic.of(source, destination(network, source, packet), packet);
        if (uncaptured != null) {
            return new Examination(besideTheFilters(flow, packet, source, uncaptured), List.of());
        }
        FlowPath journey = new FlowPath(network, flow, links, overlooked);
        Stop stop = flow.source() instanceof Flow.GatewayEndpoint outside
                ? journey.first().gateways.comeIn(outside, packet)
                : send(journey.first(), source, packet);
        if (stop == null) {
            stop = journey.goOn();
        }
        if (stop != null || !isAnswered(flow, packet)) {
            note(overlooked, stop, journey, source, false);
            return new Examination(verdict(flow, packet, journey, stop, null, null), overlooked.obstacles());
        }
        Stop replyStop = journey.comeBack();
        note(overlooked, replyStop, journey, source, true);
        FlowVerdict verdict =
                verdict(flow, packet, journey, null, journey.first().last().answer(), replyStop);
        return new Examination(verdict, overlooked.obstacles());
    }

    /** A stop that cannot be passed is the last one. */
    private static void note(
            Overlooked overlooked,
            @Nullable Stop stop,
            FlowPath journey,
            @Nullable CompiledInterface source,
            boolean answer) {
        CompiledInterface at = journey.at() == null ? source : journey.at();
        if (stop != null && overlooked.collects()) {
            overlooked.add(stop, at, answer);
        }
    }

    private static @Nullable Stop send(Walk request, @Nullable CompiledInterface source, Packet packet) {
        if (source == null) {
            request.connection.enteredFromInternet = true;
            return request.gateways.fromInternet(packet);
        }
        Stop stop = source.stopped == null ? null : request.stop(StopCode.INSTANCE_NOT_RUNNING, source.stopped, packet);
        if (request.overlook(source, stop) != null) {
            return stop;
        }
        if (source.networkInterface.sourceDestCheck() && !source.owns(packet.source())) {
            stop = request.stop(StopCode.ENI_SOURCE_DEST_CHECK_RESTRICTION, source.checks, packet);
            if (request.overlook(source, stop) != null) {
                return stop;
            }
        }
        if (source.endpoint != null) {
            return request.stop(StopCode.VPCE_INTRA_VPC_TRAFFIC, source.initiates, packet);
        }
        return request.leave(source, packet);
    }

    private static @Nullable CompiledInterface destination(
            NetworkSnapshot network, @Nullable CompiledInterface source, Packet packet) {
        return source == null
                ? network.publicAddresses.get(packet.destination())
                : source.subnet.vpc.interfaces.get(packet.destination());
    }

    private static boolean isAnswered(Flow flow, Packet packet) {
        if (flow.reply().packets() == 0 || flow.outcome() == Outcome.TIMED_OUT) {
            return false;
        }
        return packet.answerable() && (flow.outcome() == Outcome.ESTABLISHED || flow.protocol() == Packet.TCP);
    }

    private static FlowVerdict besideTheFilters(
            Flow flow, Packet packet, @Nullable CompiledInterface source, NotLoggedTraffic reason) {
        List<Hop> hops = List.of(reason.hop);
        Stop stop = null;
        if (reason == NotLoggedTraffic.AMAZON_DNS && source != null && !source.subnet.vpc.vpc.dnsSupport()) {
            Hop off = source.subnet.vpc.resolverOff;
            hops = List.of(reason.hop, off);
            stop = new Stop(StopCode.DNS_SUPPORT_DISABLED, off, packet);
        }
        boolean answered = stop == null && isAnswered(flow, packet);
        FlowVerdict.Path request = path(packet, hops, stop, flow.request(), requestFlags(flow, answered));
        FlowVerdict.Path reply = answered
                ? path(packet.answer(), List.of(reason.hop), null, flow.reply(), replyFlags(flow, true))
                : null;
        return new FlowVerdict(flow, request, reply, null, reason, List.of());
    }

    /** @param answer the first packet that came back; null if none did */
    private static FlowVerdict verdict(
            Flow flow,
            Packet packet,
            FlowPath journey,
            @Nullable Stop stop,
            @Nullable Packet answer,
            @Nullable Stop replyStop) {
        boolean answered = answer != null && replyStop == null;
        FlowVerdict.Path there = path(packet, journey.hopsThere(), stop, flow.request(), requestFlags(flow, answered));
        FlowVerdict.Path back = answer == null
                ? null
                : path(answer, journey.hopsBack(), replyStop, flow.reply(), replyFlags(flow, answered));
        return new FlowVerdict(flow, there, back, journey.first().apiDenial, null, journey.observations());
    }

    private static FlowVerdict.Path path(
            Packet packet, List<Hop> hops, @Nullable Stop stop, Flow.Volume volume, int tcpFlags) {
        return new FlowVerdict.Path(packet, hops, stop, volume.packets(), volume.bytes(), tcpFlags);
    }

    /** An incomplete handshake sends only its own packets. */
    private static int requestFlags(Flow flow, boolean answered) {
        if (flow.protocol() != Packet.TCP) {
            return 0;
        }
        if (flow.request().tcpFlags() != Flow.DERIVED) {
            return flow.request().tcpFlags();
        }
        return answered && flow.outcome() == Outcome.ESTABLISHED ? SYN | FIN : SYN;
    }

    private static int replyFlags(Flow flow, boolean answered) {
        if (flow.protocol() != Packet.TCP) {
            return 0;
        }
        if (flow.reply().tcpFlags() != Flow.DERIVED) {
            return flow.reply().tcpFlags();
        }
        if (flow.outcome() == Outcome.REFUSED) {
            return RST;
        }
        return answered ? SYN_ACK | FIN : SYN_ACK;
    }
}
