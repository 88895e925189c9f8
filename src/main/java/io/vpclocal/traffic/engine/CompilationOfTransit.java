package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.CidrTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connects the VPCs of a network by the route tables of transit gateways. */
final class CompilationOfTransit {

    private final Compilation network;
    private final Map<String, CompiledAttachment> attachments = new HashMap<>();

    CompilationOfTransit(Compilation network) {
        this.network = network;
    }

    void compile() {
        for (Network.TransitGatewayAttachment plain : network.parts.transitAttachments) {
            CompiledAttachment attachment = new CompiledAttachment(plain, network.interfaces);
            attachments.put(plain.id(), attachment);
            network.vpc(plain.vpcId()).transit.put(plain.transitGatewayId(), attachment);
        }
        Map<String, CidrTable<CompiledAttachment.Route>> tables = new HashMap<>();
        network.parts.transitTables.forEach(table -> tables.put(table.id(), compile(table)));
        attachments.values().forEach(each -> each.routes = tables.get(each.attachment.routeTableId()));
    }

    /** The first of two routes with the same destination wins. */
    private CidrTable<CompiledAttachment.Route> compile(Network.TransitGatewayRouteTable table) {
        List<CidrTable.Entry<CompiledAttachment.Route>> entries = new ArrayList<>();
        for (Network.TransitGatewayRoute route : table.routes()) {
            CompiledAttachment to = route.attachmentId() == null ? null : attachments.get(route.attachmentId());
            String destination = route.destination().toString();
            Hop hop = to == null
                    ? Hop.deny(
                            Hop.Stage.TRANSIT_GATEWAY,
                            table.id(),
                            destination,
                            "the route to " + destination + " is a blackhole")
                    : Hop.allow(
                            Hop.Stage.TRANSIT_GATEWAY,
                            table.id(),
                            destination,
                            table.id() + " leads " + destination + " to " + to.attachment.id() + " with "
                                    + to.attachment.vpcId());
            entries.add(new CidrTable.Entry<>(route.destination(), new CompiledAttachment.Route(hop, to)));
        }
        return new CidrTable<>(entries);
    }
}
