package io.vpclocal.network.internetgateway;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of internet gateways. */
@Service
public class InternetGatewayService {

    public static final ResourceKind KIND = new ResourceKind(
            "internet-gateway", "igw", "internetGateway", "InvalidInternetGatewayID", "InvalidInternetGatewayId");

    private static final Describe<InternetGatewayEntity> DESCRIBE = Describe.<InternetGatewayEntity>filters()
            .column("internet-gateway-id", "resourceId", InternetGatewayEntity::id)
            .column("attachment.vpc-id", "vpcId", InternetGatewayEntity::vpcId)
            .filter("attachment.state", gateway -> gateway.vpcId() == null ? null : InternetGatewayWire.ATTACHED)
            .filter("owner-id", InternetGatewayEntity::account)
            .tags()
            .maxResults(MaxResults.named(5, 1000))
            .idsExcludePaging("InternetGatewayIds")
            .build();

    private final InternetGateways gateways;
    private final VpcService vpcs;
    private final TagStore tags;
    private final Describer describer;
    private final DependencyGuard guard;
    private final Quotas quotas;
    private final ObjectProvider<MappedAddresses> addresses;
    private final Ids ids;
    private final Clock clock;

    InternetGatewayService(
            InternetGateways gateways,
            VpcService vpcs,
            TagStore tags,
            Describer describer,
            DependencyGuard guard,
            Quotas quotas,
            ObjectProvider<MappedAddresses> addresses,
            Ids ids,
            Clock clock) {
        this.gateways = gateways;
        this.vpcs = vpcs;
        this.tags = tags;
        this.describer = describer;
        this.guard = guard;
        this.quotas = quotas;
        this.addresses = addresses;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws AwsException {@code InvalidInternetGatewayID.NotFound} or {@code InvalidInternetGatewayId.Malformed} */
    public InternetGatewayEntity require(Scope scope, String id) {
        return find(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    public Optional<InternetGatewayEntity> find(Scope scope, String id) {
        return gateways.find(scope, id);
    }

    /** The internet gateway of a VPC; empty if none is attached. */
    public Optional<InternetGatewayEntity> attachedTo(Scope scope, String vpcId) {
        return gateways.findAttached(scope.account(), scope.region(), vpcId);
    }

    public List<InternetGatewayEntity> findAll(Scope scope) {
        return gateways.findAll(scope);
    }

    /** The gateways that exist and are attached to a VPC. */
    public Set<String> attached(Scope scope, Collection<String> gatewayIds) {
        return Set.copyOf(gateways.findAttachedIds(scope.account(), scope.region(), gatewayIds));
    }

    /** Creates a detached gateway. */
    public InternetGatewayEntity create(Scope scope, List<TagSpecification> specifications) {
        quotas.requireRoom(
                () -> gateways.count(scope),
                InternetGatewayLimits.INTERNET_GATEWAYS_PER_REGION,
                "InternetGatewayLimitExceeded",
                "The maximum number of internet gateways has been reached.");
        InternetGatewayEntity gateway = new InternetGatewayEntity(scope, ids.next("igw"), clock.instant());
        gateways.save(gateway);
        tags.create(scope, KIND, gateway.id(), specifications);
        return gateway;
    }

    /**
     * Attaches a gateway to a VPC.
     *
     * @throws AwsException {@code Resource.AlreadyAssociated} if the gateway has a VPC, {@code InvalidParameterValue} if
     *     the VPC has a gateway
     */
    public void attach(Scope scope, String id, String vpcId) {
        requireWellFormedVpc(vpcId);
        vpcs.lock(scope, vpcId);
        InternetGatewayEntity gateway = lock(scope, id);
        if (gateway.vpcId() != null) {
            throw InternetGatewayErrors.alreadyAttached(id, gateway.vpcId());
        }
        if (attachedTo(scope, vpcId).isPresent()) {
            throw InternetGatewayErrors.vpcHasGateway(vpcId);
        }
        gateway.attach(vpcId);
    }

    /**
     * AttachInternetGateway distinguishes malformed ids, unlike other actions (a test that runs against AWS expects
     * it).
     */
    private static void requireWellFormedVpc(String vpcId) {
        if (!VpcService.KIND.wellFormed(vpcId)) {
            throw InternetGatewayErrors.malformedVpc(vpcId);
        }
    }

    /** Routes to the gateway stay as black holes. Public addresses must be removed first. */
    void detach(Scope scope, String id, String vpcId) {
        requireWellFormedVpc(vpcId);
        vpcs.lock(scope, vpcId);
        InternetGatewayEntity gateway = lock(scope, id);
        if (!gateway.attachedTo(vpcId)) {
            throw InternetGatewayErrors.notAttached(id, vpcId);
        }
        if (addresses.stream().anyMatch(mapped -> mapped.anyIn(scope, vpcId))) {
            throw InternetGatewayErrors.publicAddressesMapped(vpcId);
        }
        if (guard.used(scope, id)) {
            throw InternetGatewayErrors.inUse(id);
        }
        gateway.detach();
    }

    void delete(Scope scope, String id) {
        InternetGatewayEntity gateway = lock(scope, id);
        if (gateway.vpcId() != null) {
            throw DependencyGuard.inUse(KIND.label(), id);
        }
        guard.requireUnused(scope, KIND.label(), id);
        tags.forget(scope, id);
        gateways.delete(gateway);
    }

    Page<InternetGatewayEntity> describe(Scope scope, DescribeInternetGatewaysRequest request) {
        return describer.page(
                DESCRIBE,
                InternetGatewayEntity.class,
                KIND,
                scope,
                request.internetGatewayIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    private InternetGatewayEntity lock(Scope scope, String id) {
        return gateways.lock(scope, id).orElseThrow(() -> KIND.missing(id));
    }
}
