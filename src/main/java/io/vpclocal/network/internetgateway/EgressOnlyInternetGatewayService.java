package io.vpclocal.network.internetgateway;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateEgressOnlyInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DescribeEgressOnlyInternetGatewaysRequest;

/** The rules of egress-only internet gateways, which allow outbound IPv6 only. */
@Service
public class EgressOnlyInternetGatewayService {

    public static final ResourceKind KIND = new ResourceKind(
            "egress-only-internet-gateway", "eigw", "eigw", "InvalidGatewayID", "InvalidEgressOnlyInternetGatewayId");

    private static final Describe<EgressOnlyInternetGatewayEntity> DESCRIBE =
            Describe.<EgressOnlyInternetGatewayEntity>filters()
                    .tags()
                    .maxResults(MaxResults.compact(5, 255))
                    .build();

    private final EgressOnlyInternetGateways gateways;
    private final VpcService vpcs;
    private final ClientTokens tokens;
    private final TagStore tags;
    private final Describer describer;
    private final DependencyGuard guard;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    EgressOnlyInternetGatewayService(
            EgressOnlyInternetGateways gateways,
            VpcService vpcs,
            ClientTokens tokens,
            TagStore tags,
            Describer describer,
            DependencyGuard guard,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        this.gateways = gateways;
        this.vpcs = vpcs;
        this.tokens = tokens;
        this.tags = tags;
        this.describer = describer;
        this.guard = guard;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<EgressOnlyInternetGatewayEntity> find(Scope scope, String id) {
        return gateways.find(scope, id);
    }

    /** The egress-only gateway of a VPC. */
    public Optional<EgressOnlyInternetGatewayEntity> attachedTo(Scope scope, String vpcId) {
        return gateways.findOf(scope.account(), scope.region(), vpcId);
    }

    public List<EgressOnlyInternetGatewayEntity> findAll(Scope scope) {
        return gateways.findAll(scope);
    }

    EgressOnlyInternetGatewayEntity create(Call call, String vpcId, CreateEgressOnlyInternetGatewayRequest request) {
        Scope scope = call.scope();
        return tokens.once(
                call,
                request.clientToken(),
                request,
                id -> gateways.find(scope, id),
                () -> create(scope, vpcId, request));
    }

    private EgressOnlyInternetGatewayEntity create(
            Scope scope, String vpcId, CreateEgressOnlyInternetGatewayRequest request) {
        vpcs.lock(scope, vpcId);
        if (attachedTo(scope, vpcId).isPresent()) {
            throw InternetGatewayErrors.vpcHasEgressOnlyGateway(vpcId);
        }
        quotas.requireRoom(
                () -> gateways.count(scope),
                InternetGatewayLimits.EGRESS_ONLY_PER_REGION,
                "EgressOnlyInternetGatewayLimitExceeded",
                "The maximum number of egress only internet gateways has been reached.");
        EgressOnlyInternetGatewayEntity gateway =
                new EgressOnlyInternetGatewayEntity(scope, ids.next("eigw"), clock.instant(), vpcId);
        gateways.save(gateway);
        tags.create(scope, KIND, gateway.id(), request.tagSpecifications());
        return gateway;
    }

    /** AWS ignores unknown ids here. */
    Page<EgressOnlyInternetGatewayEntity> describe(Scope scope, DescribeEgressOnlyInternetGatewaysRequest request) {
        List<String> wanted = request.egressOnlyInternetGatewayIds();
        List<String> present = wanted.isEmpty() ? wanted : gateways.findIds(scope.account(), scope.region(), wanted);
        if (!wanted.isEmpty() && present.isEmpty()) {
            return Page.empty();
        }
        return describer.page(
                DESCRIBE,
                EgressOnlyInternetGatewayEntity.class,
                KIND,
                scope,
                present,
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    void delete(Scope scope, String id) {
        EgressOnlyInternetGatewayEntity gateway = gateways.lock(scope, id).orElseThrow(() -> KIND.missing(id));
        guard.requireUnused(scope, KIND.label(), id);
        tags.forget(scope, id);
        gateways.delete(gateway);
    }
}
