package io.vpclocal.network.transitgateway;

import io.vpclocal.network.networkinterface.InterfacePlan;
import io.vpclocal.network.networkinterface.InterfacePlan.Families;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayVpcAttachmentRequest;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayVpcAttachmentRequest;

/**
 * The rules of VPC attachments: one subnet for each Availability Zone, in which the transit gateway has a network
 * interface (Amazon VPC Transit Gateways guide).
 */
@Service
public class TransitAttachmentService {

    static final ResourceKind KIND = kind("Transit Gateway Attachment");

    /** The actions on VPC attachments call them so. */
    static final ResourceKind VPC_KIND = kind("Transit Gateway VPC Attachment");

    private final TransitAttachments attachments;
    private final TransitGatewayService gateways;
    private final TransitRouteTableService tables;
    private final VpcService vpcs;
    private final SubnetService subnets;
    private final NetworkInterfaces interfaces;
    private final TransitLifecycle lifecycle;
    private final TagStore tags;
    private final Quotas quotas;
    private final Ids ids;

    TransitAttachmentService(
            TransitAttachments attachments,
            TransitGatewayService gateways,
            TransitRouteTableService tables,
            VpcService vpcs,
            SubnetService subnets,
            NetworkInterfaces interfaces,
            TransitLifecycle lifecycle,
            TagStore tags,
            Quotas quotas,
            Ids ids) {
        this.attachments = attachments;
        this.gateways = gateways;
        this.tables = tables;
        this.vpcs = vpcs;
        this.subnets = subnets;
        this.interfaces = interfaces;
        this.lifecycle = lifecycle;
        this.tags = tags;
        this.quotas = quotas;
        this.ids = ids;
    }

    private static ResourceKind kind(String label) {
        return new ResourceKind(
                "transit-gateway-attachment",
                "tgw-attach",
                label,
                "InvalidTransitGatewayAttachmentID",
                "InvalidTransitGatewayAttachmentID",
                ResourceKind.DELETED_OR_MISSING);
    }

    /** The available attachments of a Region. */
    public List<TransitAttachmentEntity> available(Scope scope) {
        return attachments.findAll(scope).stream().filter(lifecycle::available).toList();
    }

    /** Whether no attachment of a Region is on its way to another state. */
    public boolean settled(Scope scope) {
        return attachments.findAll(scope).stream().allMatch(one -> lifecycle.available(one) || !one.isAvailable());
    }

    /** The available attachment of a VPC to a transit gateway. */
    public Optional<TransitAttachmentEntity> between(Scope scope, String gatewayId, String vpcId) {
        return ofVpc(scope, vpcId).stream()
                .filter(attachment -> attachment.transitGatewayId().equals(gatewayId))
                .filter(lifecycle::available)
                .findFirst();
    }

    /** Whether security groups of two VPCs may refer to each other through a transit gateway. */
    public boolean refersToGroups(TransitAttachmentEntity attachment) {
        return attachment.switches().groupReferences()
                && gateways.find(attachment.scope(), attachment.transitGatewayId())
                        .filter(gateway -> gateway.switches().groupReferences())
                        .isPresent();
    }

    /** The attachments of a VPC that are not deleted. */
    List<TransitAttachmentEntity> ofVpc(Scope scope, String vpcId) {
        return attachments.ofVpc(scope.account(), scope.region(), vpcId);
    }

    /** All attachments, with the deleted ones that are still visible. */
    List<TransitAttachmentEntity> visible(Scope scope) {
        return lifecycle.visible(attachments.findAll(scope));
    }

    TransitAttachmentEntity create(Scope scope, CreateTransitGatewayVpcAttachmentRequest request) {
        String gatewayId = TransitErrors.require(request.transitGatewayId(), "TransitGatewayId");
        String vpcId = TransitErrors.require(request.vpcId(), "VpcId");
        if (request.subnetIds().isEmpty()) {
            TransitErrors.require(null, "SubnetIds");
        }
        if (vpcs.lockIfPresent(scope, vpcId).isEmpty()) {
            throw VpcService.KIND.missing(vpcId);
        }
        TransitGatewayEntity gateway = gateways.lockAvailable(scope, gatewayId);
        lifecycle.forgetDeleted(scope, attachments);
        List<TransitAttachmentEntity> present = ofVpc(scope, vpcId);
        if (present.stream().anyMatch(other -> other.transitGatewayId().equals(gatewayId))) {
            throw TransitErrors.alreadyAttached(gatewayId);
        }
        quotas.requireRoom(
                present::size,
                TransitLimits.GATEWAYS_PER_VPC,
                "TransitGatewayAttachmentLimitExceeded",
                "The maximum number of transit gateway attachments has been reached.");
        TransitAttachmentEntity made = new TransitAttachmentEntity(
                scope,
                ids.next(KIND.prefix()),
                lifecycle.now(),
                gatewayId,
                vpcId,
                TransitAttachmentOptionsWire.read(request.options()));
        enter(made, request.subnetIds());
        made.associate(gateway.associationTableId());
        attachments.save(made);
        String propagationTable = gateway.propagationTableId();
        if (propagationTable != null) {
            tables.lock(scope, propagationTable).propagate(made.id(), true);
        }
        tags.create(scope, KIND, made.id(), request.tagSpecifications());
        return made;
    }

    TransitAttachmentEntity modify(Scope scope, ModifyTransitGatewayVpcAttachmentRequest request) {
        String id = TransitErrors.require(request.transitGatewayAttachmentId(), "TransitGatewayAttachmentId");
        TransitAttachmentEntity attachment = lockAvailable(scope, id);
        attachment.change(TransitAttachmentOptionsWire.change(attachment.switches(), request.options()));
        enter(attachment, request.addSubnetIds());
        for (String subnetId : request.removeSubnetIds()) {
            AttachmentSubnet subnet = attachment.subnets().stream()
                    .filter(candidate -> candidate.subnetId().equals(subnetId))
                    .findFirst()
                    .orElseThrow(() -> TransitErrors.subnetNotAttached(subnetId, id));
            leave(attachment, subnet);
        }
        if (attachment.subnets().isEmpty()) {
            throw TransitErrors.noSubnetLeft(id);
        }
        return attachment;
    }

    /** Static routes to a deleted attachment stay as black holes; its association and propagations end. */
    TransitAttachmentEntity delete(Scope scope, String id) {
        TransitAttachmentEntity attachment = lockAvailable(scope, id);
        attachment.subnets().forEach(subnet -> leave(attachment, subnet));
        attachment.associate(null);
        tables.forget(scope, attachment);
        attachment.delete(lifecycle.now());
        return attachment;
    }

    /**
     * Finds and locks an attachment with its VPC and its transit gateway.
     *
     * @throws AwsException if it does not exist, or is not available
     */
    private TransitAttachmentEntity lockAvailable(Scope scope, String id) {
        TransitAttachmentEntity found = attachments
                .find(scope, id)
                .filter(TransitAttachmentEntity::isAvailable)
                .orElseThrow(() -> VPC_KIND.missing(id));
        vpcs.lock(scope, found.vpcId());
        gateways.lockAvailable(scope, found.transitGatewayId());
        TransitAttachmentEntity locked = attachments
                .lock(scope, id)
                .filter(TransitAttachmentEntity::isAvailable)
                .orElseThrow(() -> VPC_KIND.missing(id));
        if (!lifecycle.available(locked)) {
            throw TransitErrors.notAvailable(id);
        }
        return locked;
    }

    private void enter(TransitAttachmentEntity attachment, Collection<String> subnetIds) {
        Set<String> zones = attachment.subnets().stream()
                .map(AttachmentSubnet::zoneId)
                .collect(Collectors.toCollection(HashSet::new));
        for (String subnetId : subnetIds) {
            SubnetEntity subnet =
                    subnets.find(attachment.scope(), subnetId).orElseThrow(() -> TransitErrors.noSubnet(subnetId));
            if (!subnet.vpcId().equals(attachment.vpcId())) {
                throw TransitErrors.subnetOfOtherVpc(subnetId, attachment.vpcId());
            }
            if (!zones.add(subnet.availabilityZoneId())) {
                throw TransitErrors.severalSubnetsInZone();
            }
            attachment.add(new AttachmentSubnet(subnet, connect(attachment, subnet)));
        }
    }

    /** Recorded from AWS: the account itself requests the interface, which is not managed by its requester. */
    private String connect(TransitAttachmentEntity attachment, SubnetEntity subnet) {
        boolean ipv6 = attachment.switches().ipv6Support();
        if (ipv6 && subnet.ipv6Cidr().isEmpty()) {
            throw TransitErrors.noIpv6(subnet.id());
        }
        if (subnets.availableAddresses(subnet) < 1) {
            throw TransitErrors.noFreeAddress();
        }
        return interfaces
                .create(
                        attachment.scope(),
                        InterfacePlan.in(subnet.id())
                                .type("transit_gateway")
                                .description("Network Interface for Transit Gateway Attachment " + attachment.id())
                                .managed(attachment.account(), attachment.id())
                                .ungrouped()
                                .forwarding()
                                .addresses(ipv6 ? Families.DUALSTACK : Families.IPV4, null, null))
                .id();
    }

    private void leave(TransitAttachmentEntity attachment, AttachmentSubnet subnet) {
        interfaces.delete(attachment.scope(), subnet.interfaceId());
        attachment.remove(subnet);
    }
}
