package io.vpclocal.network.carriergateway;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CarrierGateway;
import software.amazon.awssdk.services.ec2.model.CreateCarrierGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateCarrierGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DeleteCarrierGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteCarrierGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DescribeCarrierGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeCarrierGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

@AwsController
class CarrierGatewayController {

    private final CarrierGatewayService gateways;
    private final Describe<CarrierGatewayEntity> describe;
    private final Describer describer;
    private final TagStore tags;

    CarrierGatewayController(CarrierGatewayService gateways, Describer describer, TagStore tags) {
        this.gateways = gateways;
        this.describer = describer;
        this.tags = tags;
        this.describe = Describe.<CarrierGatewayEntity>filters()
                .column("carrier-gateway-id", "resourceId", CarrierGatewayEntity::id)
                .column("vpc-id", "vpcId", CarrierGatewayEntity::vpcId)
                .filter("owner-id", CarrierGatewayEntity::account)
                .filter("state", gateways::state)
                .tags()
                .maxResults(MaxResults.named(5, 1000))
                .build();
    }

    @AwsAction(tags = "carrier-gateway", missing = "Wavelength Zones, and addresses of carriers")
    CreateCarrierGatewayResponse createCarrierGateway(CreateCarrierGatewayRequest request, Call call) {
        CarrierGatewayEntity made = gateways.create(call, require(request.vpcId(), "vpcId"), request);
        return CreateCarrierGatewayResponse.builder()
                .carrierGateway(toWire(made, gateways.state(made), orAbsent(tags.of(call.scope(), made.id()))))
                .build();
    }

    @AwsAction
    DescribeCarrierGatewaysResponse describeCarrierGateways(DescribeCarrierGatewaysRequest request, Call call) {
        Page<CarrierGatewayEntity> page = describer.page(
                describe,
                CarrierGatewayEntity.class,
                CarrierGatewayService.KIND,
                call.scope(),
                request.carrierGatewayIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeCarrierGatewaysResponse.builder()
                .carrierGateways(page.map(
                        (gateway, its) -> toWire(gateway, gateways.state(gateway), its), CarrierGatewayEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteCarrierGatewayResponse deleteCarrierGateway(DeleteCarrierGatewayRequest request, Call call) {
        String id = require(request.carrierGatewayId(), "carrierGatewayId");
        return DeleteCarrierGatewayResponse.builder()
                .carrierGateway(toWire(gateways.delete(call.scope(), id), "deleting", List.of()))
                .build();
    }

    private static CarrierGateway toWire(CarrierGatewayEntity gateway, String state, List<Tag> tags) {
        return CarrierGateway.builder()
                .carrierGatewayId(gateway.id())
                .vpcId(gateway.vpcId())
                .ownerId(gateway.account())
                .state(state)
                .tags(tags)
                .build();
    }
}
