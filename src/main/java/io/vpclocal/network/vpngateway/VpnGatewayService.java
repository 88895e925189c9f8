package io.vpclocal.network.vpngateway;

import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateVpnGatewayRequest;

/** The rules of virtual private gateways. */
@Service
public class VpnGatewayService {

    public static final ResourceKind KIND = new ResourceKind("vpn-gateway", "vgw", "vpnGateway", "InvalidVpnGatewayID");

    private final VpnGateways gateways;
    private final VpcService vpcs;
    private final Regions regions;
    private final TagStore tags;
    private final DependencyGuard guard;
    private final Quotas quotas;
    private final ObjectProvider<VpnGatewayPart> parts;
    private final Ids ids;
    private final Clock clock;

    VpnGatewayService(
            VpnGateways gateways,
            VpcService vpcs,
            Regions regions,
            TagStore tags,
            DependencyGuard guard,
            Quotas quotas,
            ObjectProvider<VpnGatewayPart> parts,
            Ids ids,
            Clock clock) {
        this.gateways = gateways;
        this.vpcs = vpcs;
        this.regions = regions;
        this.tags = tags;
        this.guard = guard;
        this.quotas = quotas;
        this.parts = parts;
        this.ids = ids;
        this.clock = clock;
    }

    /** A gateway that is not deleted. */
    public Optional<VpnGatewayEntity> find(Scope scope, String id) {
        return gateways.find(scope, id).filter(VpnGatewayEntity::isAvailable);
    }

    /** The gateway of a VPC; empty if none is attached. */
    public Optional<VpnGatewayEntity> attachedTo(Scope scope, String vpcId) {
        return gateways.findAttached(scope.account(), scope.region(), vpcId);
    }

    /** The gateways that exist and are attached to a VPC, in one query. */
    public Set<String> attached(Scope scope, Collection<String> gatewayIds) {
        return gatewayIds.isEmpty()
                ? Set.of()
                : Set.copyOf(gateways.findAttachedIds(scope.account(), scope.region(), gatewayIds));
    }

    /** All gateways, with the deleted ones that are still visible. */
    List<VpnGatewayEntity> visible(Scope scope) {
        Instant now = clock.instant();
        return gateways.findAll(scope).stream()
                .filter(gateway -> gateway.visible(now))
                .toList();
    }

    VpnGatewayEntity create(Scope scope, CreateVpnGatewayRequest request) {
        Long asn = request.amazonSideAsn();
        if (asn != null && !VpnGatewayLimits.amazonSideAsn(asn)) {
            throw Ec2Errors.invalidValue("amazonSideAsn", asn, "Expecting a private ASN.");
        }
        String zone = zone(scope, request.availabilityZone());
        forgetDeleted(scope);
        quotas.requireRoom(
                () -> gateways.findAll(scope).stream()
                        .filter(VpnGatewayEntity::isAvailable)
                        .count(),
                VpnGatewayLimits.VPN_GATEWAYS_PER_REGION,
                "VpnGatewayLimitExceeded",
                "The maximum number of virtual private gateways has been reached.");
        VpnGatewayEntity made = gateways.save(new VpnGatewayEntity(
                scope,
                ids.next(KIND.prefix()),
                clock.instant(),
                asn == null ? VpnGatewayLimits.DEFAULT_AMAZON_ASN : asn,
                zone));
        tags.create(scope, KIND, made.id(), request.tagSpecifications());
        return made;
    }

    /**
     * Attaches a gateway to a VPC.
     *
     * @throws AwsException {@code InvalidVpcState} if the VPC has a gateway, {@code VpnGatewayAttachmentLimitExceeded} if
     *     the gateway has another VPC
     */
    VpnGatewayEntity attach(Scope scope, String id, String vpcId) {
        vpcs.lock(scope, vpcId);
        VpnGatewayEntity gateway = lock(scope, id);
        if (attachedTo(scope, vpcId).isPresent()) {
            throw VpnGatewayErrors.vpcHasGateway(vpcId);
        }
        if (gateway.vpcId() != null) {
            throw VpnGatewayErrors.attachedElsewhere();
        }
        gateway.attach(vpcId);
        return gateway;
    }

    /** Routes to the gateway stay as black holes. Our guess: route propagation ends. */
    void detach(Scope scope, String id, String vpcId) {
        vpcs.lockIfPresent(scope, vpcId);
        VpnGatewayEntity gateway = lock(scope, id);
        if (!gateway.attachedTo(vpcId)) {
            throw VpnGatewayErrors.notAttached(id, vpcId);
        }
        if (guard.used(scope, id)) {
            throw VpnGatewayErrors.hasRouteTable(id);
        }
        gateway.detach(clock.instant());
        parts.orderedStream().forEach(part -> part.detached(scope, id, vpcId));
    }

    void delete(Scope scope, String id) {
        VpnGatewayEntity gateway = gateways.lock(scope, id)
                .filter(found -> found.visible(clock.instant()))
                .orElseThrow(() -> KIND.missing(id));
        if (gateway.vpcId() != null) {
            throw VpnGatewayErrors.inUse();
        }
        if (gateway.isAvailable()) {
            gateway.delete(clock.instant());
        }
    }

    private VpnGatewayEntity lock(Scope scope, String id) {
        VpnGatewayEntity gateway = gateways.lock(scope, id)
                .filter(found -> found.visible(clock.instant()))
                .orElseThrow(() -> KIND.missing(id));
        if (!gateway.isAvailable()) {
            throw VpnGatewayErrors.notAvailable();
        }
        return gateway;
    }

    /** Terraform sends an empty zone for none. */
    private @Nullable String zone(Scope scope, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return regions.zone(scope.region(), name)
                .filter(zone -> zone.name().equals(name))
                .map(AvailabilityZone::name)
                .orElseThrow(() -> Ec2Errors.invalidValue(
                        "availabilityZone", name, "Expecting an Availability Zone of the Region."));
    }

    private void forgetDeleted(Scope scope) {
        Instant now = clock.instant();
        gateways.findAll(scope).stream()
                .filter(gateway -> !gateway.visible(now))
                .forEach(gone -> {
                    tags.forget(scope, gone.id());
                    gateways.delete(gone);
                });
    }
}
