package io.vpclocal.network.transitgateway;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The routes of transit gateways' route tables. A static route precedes a propagated one with the same destination, and
 * an attachment that propagates first precedes later ones (Amazon VPC Transit Gateways guide: route evaluation order).
 */
@Service
public class TransitRoutes {

    private final TransitRouteTableService tables;
    private final VpcService vpcs;
    private final Quotas quotas;

    TransitRoutes(TransitRouteTableService tables, VpcService vpcs, Quotas quotas) {
        this.tables = tables;
        this.vpcs = vpcs;
        this.quotas = quotas;
    }

    /**
     * A route in force.
     *
     * @param attachment where it leads; null for a black hole without an attachment
     * @param active false for a black hole
     */
    public record InForce(
            Cidr destination, @Nullable TransitAttachmentEntity attachment, boolean propagated, boolean active) {}

    /** The routes in force of every table of a Region, by the table's id. */
    public Map<String, List<InForce>> all(Scope scope) {
        Map<String, List<InForce>> routes = new LinkedHashMap<>();
        tables.present(scope).forEach(table -> routes.put(table.id(), of(table)));
        return routes;
    }

    List<InForce> of(TransitRouteTableEntity table) {
        Map<Cidr, InForce> routes = new LinkedHashMap<>();
        for (TransitRoute route : table.routes()) {
            routes.put(route.destination(), inForce(table.scope(), route));
        }
        for (TransitAttachmentEntity attachment : tables.propagating(table)) {
            blocks(attachment).forEach(block -> routes.putIfAbsent(block, new InForce(block, attachment, true, true)));
        }
        return new ArrayList<>(routes.values());
    }

    private InForce inForce(Scope scope, TransitRoute route) {
        String attachmentId = route.attachmentId();
        Optional<TransitAttachmentEntity> attachment =
                attachmentId == null ? Optional.empty() : tables.attachment(scope, attachmentId);
        return new InForce(
                route.destination(),
                attachment.orElse(null),
                false,
                attachment.filter(TransitAttachmentEntity::isAvailable).isPresent());
    }

    /** The CIDR blocks of an attached VPC. Those of IPv6 need an attachment that supports it (our guess). */
    private Stream<Cidr> blocks(TransitAttachmentEntity attachment) {
        Optional<VpcEntity> vpc = vpcs.find(attachment.scope(), attachment.vpcId());
        return vpc.stream()
                .flatMap(found -> found.cidrs().stream())
                .filter(block -> block.v4() || attachment.switches().ipv6Support());
    }

    /** @param attachmentId null for a black hole */
    InForce create(Scope scope, String tableId, Cidr destination, @Nullable String attachmentId) {
        TransitRouteTableEntity table = tables.lockWithGateway(scope, tableId);
        if (table.route(destination).isPresent()) {
            throw TransitErrors.routeExists(destination, tableId);
        }
        requireOfGateway(table, attachmentId);
        quotas.requireRoom(
                () -> table.routes().size(),
                TransitLimits.STATIC_ROUTES_PER_GATEWAY,
                "TransitGatewayRouteLimitExceeded",
                "The maximum number of static routes has been reached.");
        return add(table, destination, attachmentId);
    }

    /** Changes where an existing static route leads. */
    InForce replace(Scope scope, String tableId, Cidr destination, @Nullable String attachmentId) {
        TransitRouteTableEntity table = tables.lockWithGateway(scope, tableId);
        TransitRoute present = table.route(destination).orElseThrow(() -> TransitErrors.noRoute(destination, tableId));
        requireOfGateway(table, attachmentId);
        table.remove(present);
        return add(table, destination, attachmentId);
    }

    InForce delete(Scope scope, String tableId, Cidr destination) {
        TransitRouteTableEntity table = tables.lockWithGateway(scope, tableId);
        TransitRoute present = table.route(destination).orElseThrow(() -> TransitErrors.noRoute(destination, tableId));
        table.remove(present);
        return inForce(scope, present);
    }

    private InForce add(TransitRouteTableEntity table, Cidr destination, @Nullable String attachmentId) {
        TransitRoute route = new TransitRoute(destination, attachmentId);
        table.add(route);
        return inForce(table.scope(), route);
    }

    private void requireOfGateway(TransitRouteTableEntity table, @Nullable String attachmentId) {
        if (attachmentId != null
                && !tables.requireAttachment(table.scope(), attachmentId)
                        .transitGatewayId()
                        .equals(table.transitGatewayId())) {
            throw TransitErrors.otherGateway(attachmentId, table.id());
        }
    }
}
