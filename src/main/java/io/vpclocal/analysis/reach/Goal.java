package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Stop;
import io.vpclocal.traffic.engine.StopCode;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides whether a packet went from the source of a question to its destination, and at which hops. */
final class Goal {

    private static final int NEVER = -1;

    private final PathQuestion question;

    Goal(PathQuestion question) {
        this.question = question;
    }

    /** The path, or null if the packet or its answer does not arrive. */
    @Nullable
    Way reached(Probe probe, FlowVerdict verdict) {
        List<Hop> hops = verdict.request().hops();
        int first = start(hops);
        int last = first == NEVER ? NEVER : end(verdict, hops, first);
        FlowVerdict.Path reply = verdict.reply();
        boolean answered = reply == null ? !atInterface() : reply.arrived();
        boolean unfiltered = verdict.notCaptured() != null;
        if (last == NEVER || !answered || unfiltered && !(question.destination() instanceof PathEnd.Address)) {
            return null;
        }
        return new Way(probe, verdict, first, last, reply == null ? 0 : back(reply.hops()));
    }

    /** Whether the request arrived at the destination, with or without its answer. */
    boolean arrives(FlowVerdict verdict) {
        List<Hop> hops = verdict.request().hops();
        int first = start(hops);
        return first != NEVER && end(verdict, hops, first) != NEVER;
    }

    private boolean atInterface() {
        return question.destination() instanceof PathEnd.Interfaces
                || question.destination() instanceof PathEnd.Address;
    }

    /** An internet gateway in the middle of a path, which the analyzer does not follow (IGW_NAT_REFLECTION). */
    static boolean reflects(PathQuestion question, List<Hop> hops) {
        boolean atEnd = question.source() instanceof PathEnd.InternetGateway
                || question.destination() instanceof PathEnd.InternetGateway;
        int gateway = last(hops, index -> hops.get(index).stage() == Hop.Stage.INTERNET_GATEWAY);
        return !atEnd
                && gateway >= 0
                && last(hops, index -> hops.get(index).stage() == Hop.Stage.NETWORK_INTERFACE) > gateway;
    }

    private int start(List<Hop> hops) {
        if (question.source() instanceof PathEnd.Peering peering) {
            return find(hops, 0, Hop.Stage.PEERING_CONNECTION, peering.id());
        }
        if (question.source() instanceof PathEnd.InternetGateway gateway) {
            return find(hops, 0, Hop.Stage.INTERNET_GATEWAY, gateway.id());
        }
        return 0;
    }

    private int end(FlowVerdict verdict, List<Hop> hops, int first) {
        PathEnd destination = question.destination();
        if (reflects(question, hops)) {
            return NEVER;
        }
        if (destination instanceof PathEnd.Interfaces at) {
            boolean there = verdict.request().arrived() && at.interfaceIds().contains(lastInterface(hops));
            return there ? hops.size() - 1 : NEVER;
        }
        if (destination instanceof PathEnd.InternetGateway gateway) {
            return find(hops, first, Hop.Stage.INTERNET_GATEWAY, gateway.id());
        }
        if (destination instanceof PathEnd.GatewayEndpoint endpoint) {
            return find(hops, first, Hop.Stage.GATEWAY_ENDPOINT, endpoint.id());
        }
        if (destination instanceof PathEnd.Peering peering) {
            int carried = find(hops, first, Hop.Stage.PEERING_CONNECTION, peering.id());
            return carried == NEVER && reachesUnusedAddress(verdict, peering) ? hops.size() - 1 : carried;
        }
        if (destination instanceof PathEnd.VpnGateway gateway) {
            return find(hops, first, Hop.Stage.OTHER_GATEWAY, gateway.id());
        }
        // A packet that ends in a peering connection went to a network outside of the analysis.
        boolean away = hops.get(hops.size() - 1).stage() == Hop.Stage.PEERING_CONNECTION;
        return verdict.request().arrived() && !away ? hops.size() - 1 : NEVER;
    }

    /** Whether a peering connection would carry the packet if its address were in use. */
    private static boolean reachesUnusedAddress(FlowVerdict verdict, PathEnd.Peering peering) {
        Stop stop = verdict.request().stop();
        return stop != null
                && stop.code() == StopCode.UNKNOWN_DESTINATION
                && stop.hop().component().equals(peering.id());
    }

    /** The hop at which the answer leaves the destination. */
    private int back(List<Hop> hops) {
        PathEnd destination = question.destination();
        if (destination instanceof PathEnd.Interfaces || destination instanceof PathEnd.Address) {
            return 0;
        }
        int at = last(hops, index -> hops.get(index).component().equals(destination.id()));
        return Math.max(at, 0);
    }

    /** The interface that received the packet last, or an empty text if it left the network after that. */
    private static String lastInterface(List<Hop> hops) {
        int at = last(hops, index -> hops.get(index).stage() == Hop.Stage.NETWORK_INTERFACE);
        boolean inside = at >= 0
                && hops.subList(at + 1, hops.size()).stream()
                        .allMatch(hop -> hop.stage() == Hop.Stage.SECURITY_GROUP_INGRESS);
        return inside ? hops.get(at).component() : "";
    }

    private static int last(List<Hop> hops, IntPredicate fitting) {
        return IntStream.range(0, hops.size()).filter(fitting).max().orElse(NEVER);
    }

    private static int find(List<Hop> hops, int from, Hop.Stage stage, String component) {
        return IntStream.range(from, hops.size())
                .filter(index -> hops.get(index).stage() == stage
                        && hops.get(index).decision() == Hop.Decision.ALLOW
                        && hops.get(index).component().equals(component))
                .findFirst()
                .orElse(NEVER);
    }
}
