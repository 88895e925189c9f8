package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.CidrTable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The attachment of a VPC to a transit gateway. Filled by {@link CompilationOfTransit}, then never changed. */
final class CompiledAttachment {

    /**
     * A route of a transit gateway's route table.
     *
     * @param hop allows, or denies at a black hole
     * @param to null for a black hole
     */
    record Route(Hop hop, @Nullable CompiledAttachment to) {}

    final Network.TransitGatewayAttachment attachment;
    /** The interfaces of the transit gateway by the id of their Availability Zone, in the order of these ids. */
    final TreeMap<String, CompiledInterface> interfaces = new TreeMap<>();

    final Hop unassociated;
    final Hop noRoute;
    /** The routes of the associated table; null if there is none. */
    @Nullable
    CidrTable<Route> routes;

    CompiledAttachment(Network.TransitGatewayAttachment attachment, Map<String, CompiledInterface> all) {
        this.attachment = attachment;
        attachment.interfaces().forEach((zone, id) -> {
            CompiledInterface there = all.get(id);
            if (there != null) {
                interfaces.put(zone, there);
                there.attachment = this;
            }
        });
        this.unassociated = Hop.deny(
                Hop.Stage.TRANSIT_GATEWAY,
                attachment.id(),
                null,
                attachment.id() + " is not associated with a route table of " + attachment.transitGatewayId());
        String table = String.valueOf(attachment.routeTableId());
        this.noRoute = Hop.deny(Hop.Stage.TRANSIT_GATEWAY, table, null, "no route of " + table + " matches");
    }

    /** The hop of a packet whose sender is in a zone without an interface of the transit gateway. */
    Hop outsideOf(String zone) {
        return Hop.deny(
                Hop.Stage.TRANSIT_GATEWAY, attachment.id(), zone, attachment.id() + " has no subnet in " + zone);
    }
}
