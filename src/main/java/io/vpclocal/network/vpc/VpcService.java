package io.vpclocal.network.vpc;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of VPCs. */
@Service
public class VpcService {

    public static final ResourceKind KIND =
            new ResourceKind("vpc", "vpc", "vpc", "InvalidVpcID", ResourceKind.NOT_TOLD_APART);

    private static final Describe<VpcEntity> DESCRIBE = Describe.<VpcEntity>filters()
            .column("vpc-id", "resourceId", VpcEntity::id)
            .column("cidr", "cidrBlock", VpcEntity::cidrBlock)
            .column("dhcp-options-id", "dhcpOptionsId", VpcEntity::dhcpOptionsId)
            .filter("cidr-block-association.association-id", v -> ids(v, true))
            .filter("cidr-block-association.cidr-block", VpcEntity::ipv4Cidrs)
            .filter("cidr-block-association.state", v -> "associated")
            .filter("ipv6-cidr-block-association.association-id", v -> ids(v, false))
            .filter("ipv6-cidr-block-association.ipv6-cidr-block", VpcEntity::ipv6Cidrs)
            .filter("ipv6-cidr-block-association.ipv6-pool", v -> v.ipv6Cidrs().isEmpty() ? null : "Amazon")
            .filter("ipv6-cidr-block-association.state", v -> v.ipv6Cidrs().isEmpty() ? null : "associated")
            .filter("is-default", VpcEntity::isDefault)
            .filter("isDefault", VpcEntity::isDefault)
            .filter("owner-id", VpcEntity::account)
            .filter("state", v -> "available")
            .tags()
            .maxResults(MaxResults.named(5, 1000))
            .idsExcludePaging("VpcIds")
            .build();

    private final Vpcs vpcs;
    private final TagStore tags;
    private final Describer describer;
    private final DependencyGuard guard;
    private final Quotas quotas;
    private final ObjectProvider<VpcPart> parts;
    private final Ids ids;
    private final Clock clock;

    VpcService(
            Vpcs vpcs,
            TagStore tags,
            Describer describer,
            DependencyGuard guard,
            Quotas quotas,
            ObjectProvider<VpcPart> parts,
            Ids ids,
            Clock clock) {
        this.vpcs = vpcs;
        this.tags = tags;
        this.describer = describer;
        this.guard = guard;
        this.quotas = quotas;
        this.parts = parts;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws AwsException {@code InvalidVpcID.NotFound} or {@code .Malformed} */
    public VpcEntity require(Scope scope, String id) {
        return vpcs.find(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    /** Finds and locks a VPC. Changes of a VPC's network are serialized. */
    public VpcEntity lock(Scope scope, String id) {
        return vpcs.lock(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    /** {@link #lock} for callers with their own error text. */
    public Optional<VpcEntity> lockIfPresent(Scope scope, String id) {
        return vpcs.lock(scope, id);
    }

    public Optional<VpcEntity> find(Scope scope, String id) {
        return vpcs.find(scope, id);
    }

    /** The existing resources among the ids, in the order of their creation. */
    public List<VpcEntity> findAll(Scope scope, Collection<String> vpcIds) {
        return vpcs.findAll(scope, vpcIds);
    }

    /** All VPCs in the order of their creation. */
    public List<VpcEntity> findAll(Scope scope) {
        return vpcs.findAll(scope);
    }

    public Optional<VpcEntity> findDefault(Scope scope) {
        return vpcs.findDefault(scope.account(), scope.region());
    }

    VpcEntity create(
            Scope scope, String cidrBlock, String tenancy, boolean withIpv6, List<TagSpecification> specifications) {
        Cidr cidr = cidr(cidrBlock);
        quotas.requireRoom(
                () -> vpcs.count(scope),
                VpcLimits.VPCS_PER_REGION,
                "VpcLimitExceeded",
                "The maximum number of VPCs has been reached.");
        VpcEntity vpc = new VpcEntity(scope, ids.next("vpc"), clock.instant(), block(cidr), tenancy);
        if (withIpv6) {
            vpc.associate(block(amazonIpv6()));
        }
        parts.orderedStream().forEach(part -> part.beforeVpcCreated(vpc));
        vpcs.save(vpc);
        tags.create(scope, KIND, vpc.id(), specifications);
        parts.orderedStream().forEach(part -> part.vpcCreated(vpc));
        return vpc;
    }

    /** Creates the default VPC, 172.31.0.0/16, without subnets. */
    public VpcEntity createDefault(Scope scope) {
        if (findDefault(scope).isPresent()) {
            throw VpcErrors.defaultExists();
        }
        VpcEntity vpc = create(scope, "172.31.0.0/16", "default", false, List.of());
        vpc.becomeDefault();
        return vpc;
    }

    Page<VpcEntity> describe(Scope scope, DescribeVpcsRequest request) {
        return describer.page(
                DESCRIBE,
                VpcEntity.class,
                KIND,
                scope,
                request.vpcIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    void delete(Scope scope, String id) {
        VpcEntity vpc = lock(scope, id);
        guard.requireUnused(scope, KIND.label(), id);
        parts.orderedStream().forEach(part -> part.vpcDeleted(vpc));
        tags.forget(scope, id);
        vpcs.delete(vpc);
    }

    VpcCidrBlock associate(Scope scope, String id, String cidrBlock) {
        VpcEntity vpc = lock(scope, id);
        Cidr cidr = cidr(cidrBlock);
        if (vpc.ipv4Cidrs().size() >= VpcLimits.IPV4_CIDRS_PER_VPC) {
            throw VpcErrors.tooManyCidrs(id);
        }
        vpc.blocks().stream()
                .filter(block -> block.cidr().overlaps(cidr))
                .findFirst()
                .ifPresent(block -> {
                    throw VpcErrors.overlaps(block);
                });
        if (!CidrRestrictions.permit(vpc.ipv4Cidrs(), cidr)) {
            throw VpcErrors.restricted(cidrBlock);
        }
        return associate(vpc, cidr);
    }

    VpcCidrBlock associateIpv6(Scope scope, String id) {
        VpcEntity vpc = lock(scope, id);
        if (vpc.ipv6Cidrs().size() >= VpcLimits.IPV6_CIDRS_PER_VPC) {
            throw VpcErrors.tooManyIpv6Cidrs(id);
        }
        return associate(vpc, amazonIpv6());
    }

    /** @return the VPC that the block belonged to */
    Disassociated disassociate(Scope scope, String associationId) {
        VpcEntity found = vpcs.findByBlock(scope.account(), scope.region(), associationId)
                .orElseThrow(() -> VpcErrors.associationNotFound(associationId));
        VpcEntity vpc = lock(scope, found.id());
        VpcCidrBlock block = vpc.block(associationId).orElseThrow(() -> VpcErrors.associationNotFound(associationId));
        if (block.cidr().toString().equals(vpc.cidrBlock())) {
            throw VpcErrors.primaryCidr(associationId);
        }
        if (guard.used(scope, associationId)) {
            throw VpcErrors.cidrInUse(block.cidr().toString());
        }
        vpc.disassociate(block);
        parts.orderedStream().forEach(part -> part.cidrDisassociated(vpc, block.cidr()));
        return new Disassociated(vpc, block);
    }

    void changeTenancy(Scope scope, String id, String tenancy) {
        if (!tenancy.equals("default")) {
            throw VpcErrors.tenancyOnlyToDefault();
        }
        lock(scope, id).changeTenancy(tenancy);
    }

    record Disassociated(VpcEntity vpc, VpcCidrBlock block) {}

    private VpcCidrBlock associate(VpcEntity vpc, Cidr cidr) {
        VpcCidrBlock block = block(cidr);
        vpc.associate(block);
        parts.orderedStream().forEach(part -> part.cidrAssociated(vpc, cidr));
        return block;
    }

    private VpcCidrBlock block(Cidr cidr) {
        return new VpcCidrBlock(ids.next("vpc-cidr-assoc"), cidr);
    }

    /** Amazon assigns each VPC its own /56. */
    private Cidr amazonIpv6() {
        String hex = ids.hex(6);
        String text = "2600:1f" + hex.substring(0, 2) + ":" + hex.substring(2) + ":0" + ids.hex(1) + "00::/56";
        return Cidr.parse(text).orElseThrow();
    }

    private static Cidr cidr(String text) {
        Cidr cidr = Cidr.parse(text).filter(Cidr::v4).orElseThrow(() -> Ec2Errors.notACidr("cidrBlock", text));
        if (cidr.prefix() < VpcLimits.SMALLEST_PREFIX
                || cidr.prefix() > VpcLimits.LARGEST_PREFIX
                || CidrRestrictions.never(cidr)) {
            throw VpcErrors.invalid(text);
        }
        return cidr;
    }

    private static List<String> ids(VpcEntity vpc, boolean v4) {
        return vpc.blocks().stream()
                .filter(block -> block.v4() == v4)
                .map(VpcCidrBlock::associationId)
                .toList();
    }
}
