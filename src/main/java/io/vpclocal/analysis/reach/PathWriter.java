package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.Direction;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.Observation;
import io.vpclocal.traffic.engine.Packet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.PathComponent;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTableRoute;

/**
 * Writes one direction of a path, component by component in the order in which AWS lists them: going out an interface, its
 * group, the ACL and the route table; coming in the ACL, the group and the interface.
 */
final class PathWriter {

    private static final Ranges EPHEMERAL = Ranges.of(1024, 65_535);

    private final Terrain terrain;
    private final Components components;
    private final PathDrafts drafts;
    private final List<Observation> seen;
    private Terrain.Home home;
    private Header header;
    private Packet packet;
    private int observed;
    private Network.@Nullable NetworkInterface at;
    private @Nullable Draft entering;
    private Network.@Nullable Subnet leftFrom;

    private PathWriter(Terrain terrain, Components components, Header header, Packet packet, List<Observation> seen) {
        this.terrain = terrain;
        this.components = components;
        this.drafts = new PathDrafts(components);
        this.header = header;
        this.packet = packet;
        this.seen = seen;
        this.home = seen.isEmpty()
                ? new Terrain.Home(terrain.parts(), terrain.scope())
                : terrain.homes().apply(seen.get(0).networkInterface());
    }

    /** Both directions of a path. */
    record Written(List<PathComponent> forward, List<PathComponent> backward) {}

    static Written write(Terrain terrain, Components components, PathQuestion question, Way way) {
        Header sent = Header.sent(terrain, question, way);
        PathWriter there = new PathWriter(terrain, components, sent, way.sent(), observed(way, false));
        there.skip(way.verdict().request().hops().subList(0, way.first()));
        there.go(way.forward());
        there.arrive(question);
        List<PathComponent> backward = List.of();
        FlowVerdict.Path reply = way.verdict().reply();
        if (reply != null) {
            PathWriter back =
                    new PathWriter(terrain, components, there.header.answer(), reply.packet(), observed(way, true));
            back.skip(reply.hops().subList(0, way.back()));
            back.go(way.backward());
            back.end();
            backward = back.drafts.toWire();
        }
        return new Written(there.drafts.toWire(), backward);
    }

    private static List<Observation> observed(Way way, boolean answer) {
        return way.verdict().observations().stream()
                .filter(seen -> seen.answer() == answer)
                .toList();
    }

    private void skip(List<Hop> hops) {
        observed += (int) hops.stream()
                .filter(hop -> hop.stage() == Hop.Stage.NETWORK_INTERFACE)
                .count();
        if (observed > 0) {
            packet = seen.get(observed - 1).packet();
        }
    }

    private void go(List<Hop> hops) {
        for (Hop hop : hops) {
            if (hop.stage() != Hop.Stage.SECURITY_GROUP_INGRESS) {
                enter();
            }
            switch (hop.stage()) {
                case NETWORK_INTERFACE -> networkInterface();
                case SECURITY_GROUP_EGRESS, SECURITY_GROUP_INGRESS -> group(hop);
                case NETWORK_ACL_EGRESS -> acl(hop, Direction.EGRESS);
                case NETWORK_ACL_INGRESS -> acl(hop, Direction.INGRESS);
                case ROUTE -> route(hop);
                case INTERNET_GATEWAY -> internetGateway(hop);
                case NAT_GATEWAY, LOAD_BALANCER -> rewriting(hop);
                case PEERING_CONNECTION -> peering(hop);
                case TRANSIT_GATEWAY -> transit(hop);
                case GATEWAY_ENDPOINT, INTERFACE_ENDPOINT -> endpoint(hop);
                case OTHER_GATEWAY, EGRESS_ONLY_INTERNET_GATEWAY -> add(hop.component());
                case APPLIANCE -> appliance();
                case SUBNET, ENDPOINT_POLICY, INTERNET, AWS_INFRASTRUCTURE -> {}
            }
        }
        enter();
    }

    private Draft add(String id) {
        return drafts.add(home, id, header);
    }

    private void networkInterface() {
        Observation here = seen.get(Math.min(observed++, seen.size() - 1));
        Network.NetworkInterface one = here.networkInterface();
        home = terrain.homes().apply(one);
        rewritten(here.packet());
        packet = here.packet();
        at = one;
        if (here.direction() == Direction.INGRESS) {
            entering = drafts.interfaceDraft(home, one, header);
            Network.Subnet subnet = home.parts().subnet(one.subnetId());
            if (Draft.crossesZones(leftFrom, subnet)) {
                entering.detail("AVAILABILITY_ZONE_CROSSED", null);
            }
            return;
        }
        leftFrom = home.parts().subnet(one.subnetId());
        boolean goesOn = drafts.contains(one.id());
        if (drafts.isEmpty() && PathDrafts.attachedTo(home, one) != null) {
            add(Objects.requireNonNull(PathDrafts.attachedTo(home, one)));
        }
        if (!goesOn) {
            drafts.add(drafts.interfaceDraft(home, one, header));
        }
    }

    /** An entered interface comes after the ACL and the group that admitted the packet. */
    private void enter() {
        if (entering != null) {
            drafts.add(entering);
            entering = null;
        }
    }

    private void group(Hop hop) {
        Network.GroupRule rule = null;
        String id = hop.component().split(", ", 2)[0];
        Network.SecurityGroup group = home.parts().group(id);
        // An answer passes because its connection is tracked, so it has no rule.
        if (group != null && seen.stream().noneMatch(Observation::answer)) {
            rule = Matched.rule(group, hop);
        }
        Draft draft = add(id);
        if (rule != null) {
            Network.GroupRule matched = rule;
            Narrowing.by(matched, home.parts(), header, packet);
            draft.with(shown -> shown.securityGroupRule(Components.groupRule(matched)));
        }
    }

    private void acl(Hop hop, Direction direction) {
        Network.NetworkAcl acl = home.parts().acl(hop.component());
        Draft draft = add(hop.component());
        Network.AclEntry entry = acl == null ? null : Matched.entry(acl, direction, hop);
        if (acl != null && entry != null) {
            Narrowing.by(acl, entry, header, packet);
            draft.with(shown -> shown.aclRule(Components.aclRule(entry)));
        }
    }

    private void route(Hop hop) {
        Network.RouteTable table = home.parts().table(hop.component());
        Draft draft = add(hop.component());
        Network.Route route = table == null ? null : Matched.route(table, hop);
        if (table != null && route != null) {
            Narrowing.by(table, route, home.parts(), header, packet);
            draft.with(shown -> shown.vpc(components.of(home.scope(), table.vpcId()))
                    .routeTableRoute(Components.route(route, false)));
        }
    }

    private void internetGateway(Hop hop) {
        Network.InternetGateway gateway = home.parts().internetGateway(hop.component());
        boolean outwards = at != null;
        (outwards ? header.destination : header.source).narrow(Ranges.PUBLIC);
        Draft draft = add(hop.component());
        if (gateway != null) {
            draft.with(shown -> shown.vpc(components.of(home.scope(), gateway.vpcId())));
        }
        if (outwards) {
            Matched.publicAddress(home.parts(), packet.source()).ifPresent(address -> {
                header = header.fromSource(Ranges.of(address));
                draft.leavesWith(header);
            });
            at = null;
        } else {
            Packet inside = seen.get(Math.min(observed, seen.size() - 1)).packet();
            rewritten(inside);
            packet = inside;
            draft.leavesWith(header);
        }
    }

    /** A NAT gateway or load balancer sends a new packet: the next one that an interface sees. */
    private void rewriting(Hop hop) {
        Draft draft = add(hop.component());
        if (observed < seen.size()) {
            Packet next = seen.get(observed).packet();
            rewritten(next);
            boolean answer = seen.get(observed).answer();
            if (!answer) {
                header = header.fromPorts(EPHEMERAL);
            }
            packet = next;
            draft.leavesWith(header);
        }
    }

    private void rewritten(Packet next) {
        if (!next.source().equals(packet.source())) {
            header = header.fromSource(Ranges.of(next.source()));
        }
        if (!next.destination().equals(packet.destination())) {
            header = header.toDestination(Ranges.of(next.destination()));
        }
        if (next.destinationPort() != packet.destinationPort()) {
            header = header.toPorts(Ranges.of(next.destinationPort(), next.destinationPort()));
        }
    }

    private void peering(Hop hop) {
        Network.PeeringConnection connection = home.parts().peering(hop.component());
        Draft draft = add(hop.component());
        if (connection != null && at != null) {
            boolean requester = connection.requesterVpcId().equals(home.parts().vpcOf(at));
            String from = requester ? connection.requesterVpcId() : connection.accepterVpcId();
            String to = requester ? connection.accepterVpcId() : connection.requesterVpcId();
            draft.with(shown -> shown.sourceVpc(components.of(home.scope(), from))
                    .destinationVpc(components.of(terrain.scope(to), to)));
        }
    }

    /** The attachment that the packet came by, the transit gateway with its route, and the attachment it goes to. */
    private void transit(Hop hop) {
        Network.TransitGatewayRouteTable table = home.parts().transitTable(hop.component());
        Network.TransitGatewayAttachment from = at == null ? null : home.parts().transitAttachmentOf(at.id());
        if (table == null || from == null || hop.rule() == null) {
            return;
        }
        TransitGatewayRouteTableRoute route = TransitExplainer.route(home.parts(), table, hop.rule());
        add(from.id());
        add(from.transitGatewayId()).with(shown -> shown.transitGatewayRouteTableRoute(route));
        if (route != null && route.attachmentId() != null) {
            add(route.attachmentId());
        }
    }

    private void endpoint(Hop hop) {
        Network.VpcEndpoint endpoint = home.parts().endpoint(hop.component());
        Draft draft = add(hop.component());
        if (endpoint != null) {
            draft.with(shown ->
                    shown.vpc(components.of(home.scope(), endpoint.vpcId())).serviceName(endpoint.serviceName()));
        }
    }

    /** The component behind a forwarding interface. Gateway Load Balancers and their targets are not included. */
    private void appliance() {
        if (at == null) {
            return;
        }
        if (at.instanceId() != null) {
            add(at.instanceId());
        } else if (at.interfaceType().equals("gateway_load_balancer_endpoint") && !drafts.isEmpty()) {
            drafts.last().detail("PATH_THROUGH_GWLB_NOT_CHECKED", components.of(home.scope(), at.id()));
        }
    }

    /** The instance or endpoint that the last interface belongs to. */
    private void arrive(PathQuestion question) {
        boolean atInterface = question.destination() instanceof PathEnd.Interfaces
                || question.destination() instanceof PathEnd.Address;
        if (atInterface) {
            end();
        }
    }

    private void end() {
        Network.NetworkInterface last = at;
        String holder = last == null ? null : PathDrafts.attachedTo(home, last);
        boolean shownLast =
                last != null && !drafts.isEmpty() && drafts.last().id.equals(last.id());
        if (holder != null && shownLast) {
            add(holder);
        }
    }
}
