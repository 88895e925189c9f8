package io.vpclocal.network.natgateway;

import static io.vpclocal.protocol.Params.given;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CreateNatGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateNatGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNatGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNatGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysResponse;

@AwsController
class NatGatewayController {

    private static final Describe<NatGatewayEntity> DESCRIBE = Describe.<NatGatewayEntity>filters()
            .filter("nat-gateway-id", NatGatewayEntity::id)
            .filter("state", NatGatewayEntity::state)
            .filter("subnet-id", NatGatewayEntity::subnetId)
            .filter("vpc-id", NatGatewayEntity::vpcId)
            .filter("connectivity-type", NatGatewayEntity::connectivityType)
            .tags()
            .maxResults(MaxResults.validated(5, 1000))
            .build();

    private final NatGatewayService gateways;
    private final Describer describer;
    private final ClientTokens clientTokens;
    private final TagStore tags;

    NatGatewayController(NatGatewayService gateways, Describer describer, ClientTokens clientTokens, TagStore tags) {
        this.gateways = gateways;
        this.describer = describer;
        this.clientTokens = clientTokens;
        this.tags = tags;
    }

    @AwsAction(tags = "natgateway", missing = "regional NAT gateways")
    CreateNatGatewayResponse createNatGateway(CreateNatGatewayRequest request, Call call) {
        requireEmulated(request);
        String subnetId = require(request.subnetId(), "subnetId");
        NatGatewayPlan plan = NatGatewayPlan.of(request);
        NatGatewayEntity made = clientTokens.once(
                call,
                request.clientToken(),
                request,
                id -> gateways.find(call.scope(), id),
                () -> gateways.create(call.scope(), subnetId, plan, request.tagSpecifications()));
        return CreateNatGatewayResponse.builder()
                .natGateway(NatGatewayWire.pending(made, plan, tags.of(call.scope(), made.id())))
                .clientToken(request.clientToken())
                .build();
    }

    @AwsAction
    DescribeNatGatewaysResponse describeNatGateways(DescribeNatGatewaysRequest request, Call call) {
        List<String> ids = request.natGatewayIds();
        List<NatGatewayEntity> all = gateways.all(call.scope());
        ids.forEach(id -> requireKnown(all, id));
        Page<NatGatewayEntity> page = describer.page(
                DESCRIBE,
                ids.isEmpty()
                        ? all
                        : all.stream()
                                .filter(gateway -> ids.contains(gateway.id()))
                                .toList(),
                NatGatewayEntity::id,
                call.action() + ids,
                call.scope(),
                request.filter(),
                request.maxResults(),
                request.nextToken());
        return DescribeNatGatewaysResponse.builder()
                .natGateways(page.map(NatGatewayWire::toWire, NatGatewayEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteNatGatewayResponse deleteNatGateway(DeleteNatGatewayRequest request, Call call) {
        String id = require(request.natGatewayId(), "natGatewayId");
        requireWellFormed(id);
        gateways.delete(call.scope(), id);
        return DeleteNatGatewayResponse.builder().natGatewayId(id).build();
    }

    private static void requireEmulated(CreateNatGatewayRequest request) {
        boolean regional = "regional".equals(request.availabilityModeAsString());
        if (!regional && given(request.vpcId()) != null) {
            throw NatGatewayErrors.vpcOfZonal();
        }
        if (regional || !request.availabilityZoneAddresses().isEmpty()) {
            throw CommonErrors.notHere("regional NAT gateways");
        }
    }

    private static void requireKnown(List<NatGatewayEntity> all, String id) {
        requireWellFormed(id);
        if (all.stream().noneMatch(gateway -> gateway.id().equals(id))) {
            throw NatGatewayErrors.notFound(id);
        }
    }

    private static void requireWellFormed(String id) {
        if (!NatGatewayService.KIND.wellFormed(id)) {
            throw NatGatewayErrors.malformed(id);
        }
    }
}
