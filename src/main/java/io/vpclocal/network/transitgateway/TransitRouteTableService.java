package io.vpclocal.network.transitgateway;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Route tables of transit gateways, and which attachments use them. Callers that change them lock the gateway. */
@Service
class TransitRouteTableService {

    static final ResourceKind KIND = new ResourceKind(
            "transit-gateway-route-table",
            "tgw-rtb",
            "Transit Gateway Route Table",
            "InvalidRouteTableID",
            "InvalidRouteTableID",
            ResourceKind.DELETED_OR_MISSING);

    private final TransitRouteTables tables;
    private final TransitGateways gateways;
    private final TransitAttachments attachments;
    private final TransitLifecycle lifecycle;
    private final TagStore tags;
    private final Quotas quotas;
    private final Ids ids;

    TransitRouteTableService(
            TransitRouteTables tables,
            TransitGateways gateways,
            TransitAttachments attachments,
            TransitLifecycle lifecycle,
            TagStore tags,
            Quotas quotas,
            Ids ids) {
        this.tables = tables;
        this.gateways = gateways;
        this.attachments = attachments;
        this.lifecycle = lifecycle;
        this.tags = tags;
        this.quotas = quotas;
        this.ids = ids;
    }

    /** All tables, with the deleted ones that are still visible. */
    List<TransitRouteTableEntity> visible(Scope scope) {
        return lifecycle.visible(tables.findAll(scope));
    }

    /** The tables that are not deleted. */
    List<TransitRouteTableEntity> present(Scope scope) {
        return tables.findAll(scope).stream()
                .filter(TransitRouteTableEntity::isAvailable)
                .toList();
    }

    TransitRouteTableEntity require(Scope scope, String id) {
        return tables.find(scope, id)
                .filter(TransitRouteTableEntity::isAvailable)
                .orElseThrow(() -> KIND.missing(id));
    }

    /** @throws AwsException unless it is a table of that transit gateway */
    TransitRouteTableEntity requireOf(Scope scope, String id, String gatewayId) {
        TransitRouteTableEntity table = require(scope, id);
        if (!table.transitGatewayId().equals(gatewayId)) {
            throw KIND.notFound(id);
        }
        return table;
    }

    TransitRouteTableEntity lock(Scope scope, String id) {
        return tables.lock(scope, id)
                .filter(TransitRouteTableEntity::isAvailable)
                .orElseThrow(() -> KIND.missing(id));
    }

    /** Finds and locks a table with its transit gateway. */
    TransitRouteTableEntity lockWithGateway(Scope scope, String id) {
        lockGateway(scope, require(scope, id).transitGatewayId());
        return lock(scope, id);
    }

    /** The first table of a new transit gateway. */
    String createDefault(Scope scope, String gatewayId) {
        lifecycle.forgetDeleted(scope, tables);
        return tables.save(new TransitRouteTableEntity(scope, ids.next(KIND.prefix()), lifecycle.now(), gatewayId))
                .id();
    }

    TransitRouteTableEntity create(Scope scope, String gatewayId, List<TagSpecification> specifications) {
        if (!lifecycle.available(lockGateway(scope, gatewayId))) {
            throw TransitErrors.notAvailable(gatewayId);
        }
        lifecycle.forgetDeleted(scope, tables);
        quotas.requireRoom(
                () -> present(scope).stream()
                        .filter(table -> table.transitGatewayId().equals(gatewayId))
                        .count(),
                TransitLimits.ROUTE_TABLES_PER_GATEWAY,
                "TransitGatewayRouteTableLimitExceeded",
                "The maximum number of transit gateway route tables has been reached.");
        TransitRouteTableEntity made =
                tables.save(new TransitRouteTableEntity(scope, ids.next(KIND.prefix()), lifecycle.now(), gatewayId));
        tags.create(scope, KIND, made.id(), specifications);
        return made;
    }

    /** Our guess: neither a default table nor one with associations can be deleted. */
    TransitRouteTableEntity delete(Scope scope, String id) {
        TransitRouteTableEntity table = lockWithGateway(scope, id);
        TransitGatewayEntity gateway = lockGateway(scope, table.transitGatewayId());
        if (id.equals(gateway.associationTableId()) || id.equals(gateway.propagationTableId())) {
            throw TransitErrors.defaultTable(id);
        }
        List<String> associated =
                associated(table).stream().map(TransitAttachmentEntity::id).toList();
        if (!associated.isEmpty()) {
            throw TransitErrors.tableInUse(id, associated);
        }
        table.delete(lifecycle.now());
        return table;
    }

    /** Deletes the tables of a transit gateway, which is locked and has no attachments. */
    void deleteOf(Scope scope, String gatewayId) {
        present(scope).stream()
                .filter(table -> table.transitGatewayId().equals(gatewayId))
                .forEach(table -> lock(scope, table.id()).delete(lifecycle.now()));
    }

    /** The attachments that are associated with a table. */
    List<TransitAttachmentEntity> associated(TransitRouteTableEntity table) {
        return ofGateway(table).stream()
                .filter(attachment -> table.id().equals(attachment.routeTableId()))
                .toList();
    }

    /** The attachments whose routes a table has, in the order in which propagation was enabled. */
    List<TransitAttachmentEntity> propagating(TransitRouteTableEntity table) {
        List<TransitAttachmentEntity> all = ofGateway(table);
        return table.propagating().stream()
                .flatMap(id -> all.stream().filter(attachment -> attachment.id().equals(id)))
                .toList();
    }

    /** The tables that an attachment propagates its routes to. */
    List<TransitRouteTableEntity> propagatedTo(TransitAttachmentEntity attachment) {
        return present(attachment.scope()).stream()
                .filter(table -> table.propagating().contains(attachment.id()))
                .toList();
    }

    /** An attachment, deleted or not. */
    Optional<TransitAttachmentEntity> attachment(Scope scope, String id) {
        return attachments.find(scope, id);
    }

    TransitAttachmentEntity requireAttachment(Scope scope, String id) {
        return attachment(scope, id)
                .filter(TransitAttachmentEntity::isAvailable)
                .orElseThrow(() -> TransitAttachmentService.KIND.missing(id));
    }

    TransitAttachmentEntity associate(Scope scope, String tableId, String attachmentId) {
        TransitAttachmentEntity attachment = lockBoth(scope, tableId, attachmentId);
        if (attachment.routeTableId() != null) {
            throw TransitErrors.alreadyAssociated(attachmentId);
        }
        attachment.associate(tableId);
        return attachment;
    }

    TransitAttachmentEntity disassociate(Scope scope, String tableId, String attachmentId) {
        TransitAttachmentEntity attachment = lockBoth(scope, tableId, attachmentId);
        if (!tableId.equals(attachment.routeTableId())) {
            throw TransitErrors.notAssociated(attachmentId, tableId);
        }
        attachment.associate(null);
        return attachment;
    }

    TransitAttachmentEntity propagate(Scope scope, String tableId, String attachmentId, boolean on) {
        TransitAttachmentEntity attachment = lockBoth(scope, tableId, attachmentId);
        TransitRouteTableEntity table = lock(scope, tableId);
        boolean present = table.propagating().contains(attachmentId);
        if (on && present) {
            throw TransitErrors.alreadyPropagated(attachmentId, tableId);
        }
        if (!on && !present) {
            throw TransitErrors.notPropagated(attachmentId, tableId);
        }
        table.propagate(attachmentId, on);
        return attachment;
    }

    /** Ends the propagations of an attachment, whose gateway is locked. */
    void forget(Scope scope, TransitAttachmentEntity attachment) {
        propagatedTo(attachment).forEach(table -> lock(scope, table.id()).propagate(attachment.id(), false));
    }

    private TransitAttachmentEntity lockBoth(Scope scope, String tableId, String attachmentId) {
        TransitRouteTableEntity table = lockWithGateway(scope, tableId);
        TransitAttachmentEntity attachment = attachments
                .lock(scope, attachmentId)
                .filter(TransitAttachmentEntity::isAvailable)
                .orElseThrow(() -> TransitAttachmentService.KIND.missing(attachmentId));
        if (!attachment.transitGatewayId().equals(table.transitGatewayId())) {
            throw TransitErrors.otherGateway(attachmentId, tableId);
        }
        if (!lifecycle.available(attachment)) {
            throw TransitErrors.notAvailable(attachmentId);
        }
        return attachment;
    }

    private TransitGatewayEntity lockGateway(Scope scope, String id) {
        return gateways.lock(scope, id)
                .filter(TransitGatewayEntity::isAvailable)
                .orElseThrow(() -> TransitGatewayService.KIND.missing(id));
    }

    private List<TransitAttachmentEntity> ofGateway(TransitRouteTableEntity table) {
        return attachments.ofGateway(table.account(), table.region(), table.transitGatewayId());
    }
}
