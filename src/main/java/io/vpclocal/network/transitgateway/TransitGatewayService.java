package io.vpclocal.network.transitgateway;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayRequest;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayOptions;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayRequest;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRequestOptions;

/**
 * The rules of transit gateways. Everything that changes a gateway, its attachments or its route tables locks the
 * gateway; what concerns a VPC locks the VPC before.
 */
@Service
public class TransitGatewayService {

    public static final ResourceKind KIND = new ResourceKind(
            "transit-gateway",
            "tgw",
            "Transit Gateway",
            "InvalidTransitGatewayID",
            "InvalidTransitGatewayID",
            ResourceKind.DELETED_OR_MISSING);

    private final TransitGateways gateways;
    private final TransitAttachments attachments;
    private final TransitRouteTableService tables;
    private final TransitLifecycle lifecycle;
    private final TagStore tags;
    private final Quotas quotas;
    private final Ids ids;

    TransitGatewayService(
            TransitGateways gateways,
            TransitAttachments attachments,
            TransitRouteTableService tables,
            TransitLifecycle lifecycle,
            TagStore tags,
            Quotas quotas,
            Ids ids) {
        this.gateways = gateways;
        this.attachments = attachments;
        this.tables = tables;
        this.lifecycle = lifecycle;
        this.tags = tags;
        this.quotas = quotas;
        this.ids = ids;
    }

    /** A gateway that is not deleted. */
    public Optional<TransitGatewayEntity> find(Scope scope, String id) {
        return gateways.find(scope, id).filter(TransitGatewayEntity::isAvailable);
    }

    /** All gateways, with the deleted ones that are still visible. */
    List<TransitGatewayEntity> visible(Scope scope) {
        return lifecycle.visible(gateways.findAll(scope));
    }

    TransitGatewayEntity create(Scope scope, CreateTransitGatewayRequest request) {
        TransitGatewayRequestOptions options = Objects.requireNonNullElseGet(
                request.options(), () -> TransitGatewayRequestOptions.builder().build());
        TransitGatewaySwitches switches = TransitGatewayOptionsWire.read(options);
        lifecycle.forgetDeleted(scope, gateways);
        quotas.requireRoom(
                () -> gateways.findAll(scope).stream()
                        .filter(TransitGatewayEntity::isAvailable)
                        .count(),
                TransitLimits.GATEWAYS_PER_REGION,
                "TransitGatewayLimitExceeded",
                "The maximum number of transit gateways has been reached.");
        TransitGatewayEntity made = new TransitGatewayEntity(
                scope,
                ids.next(KIND.prefix()),
                lifecycle.now(),
                TransitGatewayPlan.amazonSideAsn(options.amazonSideAsn(), TransitLimits.DEFAULT_ASN),
                switches);
        made.describe(TransitGatewayPlan.description(request.description()));
        made.replaceCidrBlocks(TransitGatewayPlan.cidrBlocks(List.of(), options.transitGatewayCidrBlocks(), List.of()));
        if (switches.defaultAssociation() || switches.defaultPropagation()) {
            String table = tables.createDefault(scope, made.id());
            made.associateWith(switches.defaultAssociation() ? table : null);
            made.propagateTo(switches.defaultPropagation() ? table : null);
        }
        gateways.save(made);
        tags.create(scope, KIND, made.id(), request.tagSpecifications());
        return made;
    }

    TransitGatewayEntity modify(Scope scope, ModifyTransitGatewayRequest request) {
        TransitGatewayEntity gateway =
                lockAvailable(scope, TransitErrors.require(request.transitGatewayId(), "TransitGatewayId"));
        if (request.description() != null) {
            gateway.describe(TransitGatewayPlan.description(request.description()));
        }
        ModifyTransitGatewayOptions options = request.options();
        if (options != null) {
            TransitGatewayPlan.requireNoEncryption(options.encryptionSupportAsString());
            gateway.number(TransitGatewayPlan.amazonSideAsn(options.amazonSideAsn(), gateway.amazonSideAsn()));
            gateway.replaceCidrBlocks(TransitGatewayPlan.cidrBlocks(
                    gateway.cidrBlocks(),
                    options.addTransitGatewayCidrBlocks(),
                    options.removeTransitGatewayCidrBlocks()));
            changeDefaults(gateway, TransitGatewayOptionsWire.change(gateway.switches(), options), options);
        }
        return gateway;
    }

    /** A default that is switched off is forgotten; one that is switched on must be named if there is none. */
    private void changeDefaults(
            TransitGatewayEntity gateway, TransitGatewaySwitches wanted, ModifyTransitGatewayOptions options) {
        gateway.change(wanted);
        gateway.associateWith(defaultTable(
                gateway,
                wanted.defaultAssociation(),
                options.associationDefaultRouteTableId(),
                gateway.associationTableId(),
                "DefaultRouteTableAssociation",
                "AssociationDefaultRouteTableId"));
        gateway.propagateTo(defaultTable(
                gateway,
                wanted.defaultPropagation(),
                options.propagationDefaultRouteTableId(),
                gateway.propagationTableId(),
                "DefaultRouteTablePropagation",
                "PropagationDefaultRouteTableId"));
    }

    private @Nullable String defaultTable(
            TransitGatewayEntity gateway,
            boolean on,
            @Nullable String wanted,
            @Nullable String present,
            String option,
            String tableOption) {
        if (!on) {
            if (wanted != null) {
                throw TransitErrors.defaultTableConflict(false, option, tableOption, wanted);
            }
            return null;
        }
        if (wanted != null) {
            return tables.requireOf(gateway.scope(), wanted, gateway.id()).id();
        }
        if (present == null) {
            throw TransitErrors.defaultTableConflict(true, option, tableOption, null);
        }
        return present;
    }

    /** Deletes a gateway with its route tables. */
    TransitGatewayEntity delete(Scope scope, String id) {
        TransitGatewayEntity gateway = lockAvailable(scope, id);
        List<String> attached = attachments.ofGateway(scope.account(), scope.region(), id).stream()
                .map(TransitAttachmentEntity::id)
                .toList();
        if (!attached.isEmpty()) {
            throw TransitErrors.hasAttachments(id, attached);
        }
        tables.deleteOf(scope, id);
        gateway.delete(lifecycle.now());
        return gateway;
    }

    /** @throws AwsException if it does not exist, or is not available */
    TransitGatewayEntity lockAvailable(Scope scope, String id) {
        TransitGatewayEntity gateway = gateways.lock(scope, id)
                .filter(TransitGatewayEntity::isAvailable)
                .orElseThrow(() -> KIND.missing(id));
        if (!lifecycle.available(gateway)) {
            throw TransitErrors.notAvailable(id);
        }
        return gateway;
    }
}
