package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import io.vpclocal.traffic.engine.Obstacle;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.engine.StopCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Explanation;

/** Explains why a search found no path, with the packet that came closest. */
final class Explainer {

    private final Terrain terrain;
    private final PathQuestion question;
    private final Explanations explanations;
    private final RouteExplainer routes;

    Explainer(Terrain terrain, Components components, PathQuestion question) {
        this.terrain = terrain;
        this.question = question;
        this.explanations = new Explanations(terrain, components);
        this.routes = new RouteExplainer(explanations, question);
    }

    List<Explanation> explain(PathSearch search) {
        boolean complete = new SideExplainer(explanations, question).explain();
        if (!complete && filters()) {
            return explanations.all();
        }
        IngressRoutes.Refusal redirected = search.redirected();
        if (redirected != null) {
            IngressRoutes.explain(redirected, explanations);
            return explanations.all();
        }
        if (!complete) {
            PathSearch.Nearest nearest = search.nearest();
            if (nearest != null) {
                obstacles(nearest);
            }
            portRanges();
        }
        if (explanations.isEmpty()) {
            explanations.add(ExplanationCode.NO_PATH);
        }
        return explanations.all();
    }

    /** True if a path exists but does not match the filters. */
    private boolean filters() {
        if (question.componentFiltered()) {
            Way way = new PathSearch(terrain, question.unfiltered()).find();
            if (way != null) {
                components(way);
                return true;
            }
        }
        if (question.atDestination().equals(HeaderFilter.ANY)) {
            return false;
        }
        Way free = new PathSearch(terrain, question.unfiltered().withAtDestination(HeaderFilter.ANY)).find();
        if (free != null) {
            new FilterExplainer(explanations, question).explain(free);
        }
        return free != null;
    }

    /** Whether ports outside the range at the source would arrive. */
    private void portRanges() {
        HeaderFilter at = question.atSource();
        Ranges from = at.sourcePorts();
        Ranges to = at.destinationPorts();
        if (from != null && !from.isEmpty() && found(new HeaderFilter(at.source(), null, at.destination(), to))) {
            explanations.add(
                    ExplanationCode.FILTER_AT_SOURCE_SOURCE_PORT_RANGE,
                    members -> members.portRanges(from.portRanges()));
        }
        if (to != null && to.isRange() && found(new HeaderFilter(at.source(), from, at.destination(), null))) {
            explanations.add(
                    ExplanationCode.FILTER_AT_SOURCE_DESTINATION_PORT_RANGE,
                    members -> members.portRanges(to.portRanges()));
        }
    }

    private boolean found(HeaderFilter atSource) {
        return new PathSearch(terrain, question.withAtSource(atSource)).findsPath();
    }

    private void components(Way way) {
        Set<String> has = PathFilter.components(way);
        question.through().stream()
                .filter(id -> !has.contains(id))
                .forEach(id -> add(ExplanationCode.COMPONENT_FILTER_RESTRICTION, id));
        question.without().stream()
                .filter(has::contains)
                .forEach(id -> add(ExplanationCode.COMPONENT_FILTER_RESTRICTION_REMOVED_COMPONENT, id));
    }

    private void add(ExplanationCode code, String id) {
        explanations.add(code, members -> members.component(explanations.of(id)));
    }

    private void obstacles(PathSearch.Nearest nearest) {
        List<Obstacle> obstacles = nearest.examination().obstacles();
        Set<String> senders = new HashSet<>();
        if (nearest.probe().interfaceId() != null) {
            senders.add(nearest.probe().interfaceId());
        }
        boolean middlebox = nearest.examination().verdict().request().hops().stream()
                .anyMatch(hop -> hop.stage() == Hop.Stage.APPLIANCE
                        || hop.stage() == Hop.Stage.NAT_GATEWAY
                        || hop.stage() == Hop.Stage.LOAD_BALANCER);
        ObstacleExplainer each = new ObstacleExplainer(explanations, routes, senders);
        boolean inside = question.destination() instanceof PathEnd.GatewayEndpoint;
        obstacles.stream()
                .filter(obstacle -> !inside || obstacle.stop().hop().stage() != Hop.Stage.INTERNET_GATEWAY)
                .forEach(obstacle -> each.explain(obstacle, middlebox));
        boolean nobody = obstacles.stream()
                .anyMatch(obstacle -> obstacle.stop().code() == StopCode.IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS);
        if (nobody) {
            withoutPublicAddress(nearest.probe().to());
            return;
        }
        if (!nearest.arrives()) {
            elsewhere(nearest);
        }
    }

    /** The packet comes from the internet to an address that nothing has. */
    private void withoutPublicAddress(IpAddress to) {
        ExplanationCode code = ExplanationCode.IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS;
        String gateway = question.source() instanceof PathEnd.InternetGateway
                ? question.source().id()
                : null;
        Network.NetworkInterface at = question.destination() instanceof PathEnd.Interfaces ends
                ? terrain.parts().networkInterface(ends.interfaceIds().get(0))
                : null;
        UnaryOperator<Explanation.Builder> members = explanation -> explanation
                .internetGateway(gateway == null ? null : explanations.of(gateway))
                .direction("ingress")
                .addresses(to.toString());
        if (at == null) {
            explanations.add(code, members);
        } else {
            explanations.at(code, at, members);
        }
    }

    /** The packet goes somewhere, but not to the destination. */
    private void elsewhere(PathSearch.Nearest nearest) {
        List<Hop> hops = nearest.examination().verdict().request().hops();
        IpAddress to = nearest.probe().to();
        if (Goal.reflects(question, hops)) {
            explanations.add(ExplanationCode.IGW_NAT_REFLECTION);
            return;
        }
        Hop balanced = hops.stream()
                .filter(hop -> hop.stage() == Hop.Stage.LOAD_BALANCER && hop.decision() == Hop.Decision.ALLOW)
                .findFirst()
                .orElse(null);
        if (balanced != null) {
            Packet sent = nearest.examination().verdict().request().packet();
            new BalancerExplainer(explanations)
                    .otherTarget(balanced, sent, question.destination().id());
            return;
        }
        Hop last = hops.get(hops.size() - 1);
        if (last.stage() == Hop.Stage.PEERING_CONNECTION && last.decision() == Hop.Decision.ALLOW) {
            explanations.add(ExplanationCode.NO_POSSIBLE_DESTINATION, members -> members.vpcPeeringConnection(
                            explanations.of(last.component()))
                    .addresses(to.toString()));
            return;
        }
        Network.NetworkInterface at = router(hops);
        boolean routed = nearest.examination().obstacles().stream()
                .anyMatch(obstacle -> obstacle.stop().hop().stage() == Hop.Stage.ROUTE);
        boolean stopped = nearest.examination().verdict().request().stop() != null;
        if (at != null && !routed && !stopped && !(question.destination() instanceof PathEnd.Address)) {
            routes.explain(at, to, false);
        }
    }

    /** The interface whose route table led the packet where it went: the first that left its subnet. */
    private Network.@Nullable NetworkInterface router(List<Hop> hops) {
        NetworkInventory parts = terrain.parts();
        return hops.stream()
                .filter(hop -> hop.stage() == Hop.Stage.NETWORK_INTERFACE)
                .flatMap(hop -> Stream.ofNullable(parts.networkInterface(hop.component())))
                .findFirst()
                .orElse(null);
    }
}
