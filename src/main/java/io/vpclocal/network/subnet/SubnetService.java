package io.vpclocal.network.subnet;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of subnets. */
@Service
public class SubnetService {

    public static final ResourceKind KIND =
            new ResourceKind("subnet", "subnet", "subnet", "InvalidSubnetID", ResourceKind.NOT_TOLD_APART);

    private final Subnets subnets;
    private final VpcService vpcs;
    private final SubnetPlaces places;
    private final SubnetAddresses addresses;
    private final TagStore tags;
    private final DependencyGuard guard;
    private final Quotas quotas;
    private final ObjectProvider<SubnetPart> parts;
    private final Ids ids;
    private final Clock clock;

    SubnetService(
            Subnets subnets,
            VpcService vpcs,
            SubnetPlaces places,
            SubnetAddresses addresses,
            TagStore tags,
            DependencyGuard guard,
            Quotas quotas,
            ObjectProvider<SubnetPart> parts,
            Ids ids,
            Clock clock) {
        this.subnets = subnets;
        this.vpcs = vpcs;
        this.places = places;
        this.addresses = addresses;
        this.tags = tags;
        this.guard = guard;
        this.quotas = quotas;
        this.parts = parts;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws AwsException {@code InvalidSubnetID.NotFound} */
    public SubnetEntity require(Scope scope, String id) {
        return subnets.find(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    /**
     * Finds a subnet and locks its VPC, then the subnet. Required before addresses are assigned or freed, and before
     * the subnet's resources change.
     */
    public SubnetEntity lock(Scope scope, String id) {
        String vpcId = subnets.vpcIdOf(scope.account(), scope.region(), id).orElseThrow(() -> KIND.missing(id));
        vpcs.lock(scope, vpcId);
        return subnets.lock(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    public Optional<SubnetEntity> find(Scope scope, String id) {
        return subnets.find(scope, id);
    }

    /** The existing resources among the ids, in the order of their creation. */
    public List<SubnetEntity> findAll(Scope scope, Collection<String> subnetIds) {
        return subnets.findAll(scope, subnetIds);
    }

    /** All subnets in the order of their creation. */
    public List<SubnetEntity> findAll(Scope scope) {
        return subnets.findAll(scope);
    }

    /** A VPC's subnets in the order of their creation. */
    public List<SubnetEntity> ofVpc(Scope scope, String vpcId) {
        return subnets.ofVpc(scope.account(), scope.region(), vpcId);
    }

    /** The number of free IPv4 addresses of a subnet. */
    public long availableAddresses(SubnetEntity subnet) {
        return addresses.available(subnet.scope(), List.of(subnet)).getOrDefault(subnet.id(), 0L);
    }

    /**
     * The properties of a new subnet.
     *
     * @param zone its zone's name, {@code zoneId} the zone's id; at most one of them
     */
    record Plan(
            @Nullable String cidrBlock,
            @Nullable String ipv6CidrBlock,
            boolean ipv6Native,
            @Nullable String zone,
            @Nullable String zoneId) {}

    SubnetEntity create(Scope scope, String vpcId, Plan plan, List<TagSpecification> specifications) {
        AvailabilityZone zone = places.zone(scope.region(), plan.zone(), plan.zoneId());
        VpcEntity vpc = vpcs.lock(scope, vpcId);
        List<SubnetEntity> others = ofVpc(scope, vpcId);
        requireRoom(others.size());
        SubnetEntity subnet = new SubnetEntity(scope, ids.next("subnet"), clock.instant(), vpcId, zone);
        if (plan.cidrBlock() != null) {
            Cidr cidr = SubnetPlaces.ipv4(plan.cidrBlock());
            subnet.takeIpv4(cidr, SubnetPlaces.vpcBlock(vpc, cidr, plan.cidrBlock()));
            SubnetPlaces.requireFree(others, cidr, plan.cidrBlock());
        }
        if (plan.ipv6CidrBlock() != null) {
            takeIpv6(subnet, vpc, others, plan.ipv6CidrBlock());
        }
        if (plan.ipv6Native()) {
            subnet.becomeIpv6Native();
        }
        return store(subnet, specifications);
    }

    /**
     * Makes the default subnet of a zone: the first free /20 of the default VPC.
     *
     * @param zoneName {@code us-east-1a}, or null if {@code zoneId} is given
     */
    public SubnetEntity createDefault(Scope scope, @Nullable String zoneName, @Nullable String zoneId) {
        AvailabilityZone zone = places.zone(scope.region(), zoneName, zoneId);
        VpcEntity vpc = vpcs.findDefault(scope).orElseThrow(SubnetErrors::noDefaultVpc);
        vpcs.lock(scope, vpc.id());
        List<SubnetEntity> others = ofVpc(scope, vpc.id());
        others.stream()
                .filter(other ->
                        other.isDefaultForAz() && other.availabilityZone().equals(zone.name()))
                .findFirst()
                .ifPresent(other -> {
                    throw SubnetErrors.defaultExists(other.id(), zone.name());
                });
        requireRoom(others.size());
        Cidr cidr = vpc.ipv4Cidrs().stream()
                .flatMap(range -> SubnetPlaces.firstFree(range, SubnetLimits.DEFAULT_SUBNET_PREFIX, others).stream())
                .findFirst()
                .orElseThrow(SubnetErrors::noRoomForDefault);
        SubnetEntity subnet = new SubnetEntity(scope, ids.next("subnet"), clock.instant(), vpc.id(), zone);
        subnet.takeIpv4(cidr, SubnetPlaces.vpcBlock(vpc, cidr, cidr.toString()));
        subnet.becomeDefault();
        return store(subnet, List.of());
    }

    void delete(Scope scope, String id) {
        SubnetEntity subnet = lock(scope, id);
        guard.requireUnused(scope, KIND.label(), id);
        parts.orderedStream().forEach(part -> part.subnetDeleted(subnet));
        tags.forget(scope, id);
        subnets.delete(subnet);
    }

    SubnetEntity associateIpv6(Scope scope, String id, String cidrBlock) {
        SubnetEntity subnet = lock(scope, id);
        if (subnet.ipv6Cidr().isPresent()) {
            throw SubnetErrors.ipv6Associated(id);
        }
        takeIpv6(subnet, vpcs.require(scope, subnet.vpcId()), ofVpc(scope, subnet.vpcId()), cidrBlock);
        return subnet;
    }

    /** The subnet, locked, that has its IPv6 block under that association id. */
    SubnetEntity lockByIpv6Association(Scope scope, String associationId) {
        String id = subnets.idByIpv6Association(scope.account(), scope.region(), associationId)
                .orElseThrow(() -> SubnetErrors.associationNotFound(associationId));
        SubnetEntity subnet = lock(scope, id);
        if (!associationId.equals(subnet.ipv6AssociationId())) {
            throw SubnetErrors.associationNotFound(associationId);
        }
        return subnet;
    }

    private void takeIpv6(SubnetEntity subnet, VpcEntity vpc, List<SubnetEntity> others, String text) {
        Cidr cidr = SubnetPlaces.ipv6(text);
        String vpcAssociation = SubnetPlaces.vpcBlock(vpc, cidr, text);
        SubnetPlaces.requireFree(others, cidr, text);
        subnet.associateIpv6(ids.next("subnet-cidr-assoc"), cidr, vpcAssociation);
    }

    private SubnetEntity store(SubnetEntity subnet, List<TagSpecification> specifications) {
        subnets.save(subnet);
        tags.create(subnet.scope(), KIND, subnet.id(), specifications);
        parts.orderedStream().forEach(part -> part.subnetCreated(subnet));
        return subnet;
    }

    private void requireRoom(int present) {
        quotas.requireRoom(
                () -> present,
                SubnetLimits.SUBNETS_PER_VPC,
                "SubnetLimitExceeded",
                "The maximum number of subnets has been reached.");
    }
}
