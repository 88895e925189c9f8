package io.vpclocal.network.internetgateway;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.CreateEgressOnlyInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateEgressOnlyInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DeleteEgressOnlyInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteEgressOnlyInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DescribeEgressOnlyInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeEgressOnlyInternetGatewaysResponse;

@AwsController
class EgressOnlyInternetGatewayController {

    private final EgressOnlyInternetGatewayService gateways;
    private final TagStore tags;

    EgressOnlyInternetGatewayController(EgressOnlyInternetGatewayService gateways, TagStore tags) {
        this.gateways = gateways;
        this.tags = tags;
    }

    @AwsAction(tags = "egress-only-internet-gateway")
    CreateEgressOnlyInternetGatewayResponse createEgressOnlyInternetGateway(
            CreateEgressOnlyInternetGatewayRequest request, Call call) {
        EgressOnlyInternetGatewayEntity gateway = gateways.create(call, require(request.vpcId(), "vpcId"), request);
        return CreateEgressOnlyInternetGatewayResponse.builder()
                .clientToken(request.clientToken())
                .egressOnlyInternetGateway(InternetGatewayWire.toWire(gateway, tags.of(call.scope(), gateway.id())))
                .build();
    }

    @AwsAction
    DescribeEgressOnlyInternetGatewaysResponse describeEgressOnlyInternetGateways(
            DescribeEgressOnlyInternetGatewaysRequest request, Call call) {
        Page<EgressOnlyInternetGatewayEntity> page = gateways.describe(call.scope(), request);
        return DescribeEgressOnlyInternetGatewaysResponse.builder()
                .egressOnlyInternetGateways(page.map(InternetGatewayWire::toWire, EgressOnlyInternetGatewayEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteEgressOnlyInternetGatewayResponse deleteEgressOnlyInternetGateway(
            DeleteEgressOnlyInternetGatewayRequest request, Call call) {
        gateways.delete(call.scope(), require(request.egressOnlyInternetGatewayId(), "egressOnlyInternetGatewayId"));
        return DeleteEgressOnlyInternetGatewayResponse.builder()
                .returnCode(true)
                .build();
    }
}
