package io.vpclocal.network.internetgateway;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayResponse;

@AwsController
class InternetGatewayController {

    private final InternetGatewayService gateways;
    private final TagStore tags;

    InternetGatewayController(InternetGatewayService gateways, TagStore tags) {
        this.gateways = gateways;
        this.tags = tags;
    }

    @AwsAction(tags = "internet-gateway")
    CreateInternetGatewayResponse createInternetGateway(CreateInternetGatewayRequest request, Call call) {
        InternetGatewayEntity gateway = gateways.create(call.scope(), request.tagSpecifications());
        return CreateInternetGatewayResponse.builder()
                .internetGateway(InternetGatewayWire.toWire(gateway, tags.of(call.scope(), gateway.id())))
                .build();
    }

    @AwsAction
    DescribeInternetGatewaysResponse describeInternetGateways(DescribeInternetGatewaysRequest request, Call call) {
        Page<InternetGatewayEntity> page = gateways.describe(call.scope(), request);
        return DescribeInternetGatewaysResponse.builder()
                .internetGateways(page.map(InternetGatewayWire::toWire, InternetGatewayEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    AttachInternetGatewayResponse attachInternetGateway(AttachInternetGatewayRequest request, Call call) {
        gateways.attach(
                call.scope(),
                require(request.internetGatewayId(), "internetGatewayId"),
                require(request.vpcId(), "vpcId"));
        return AttachInternetGatewayResponse.builder().build();
    }

    @AwsAction
    DetachInternetGatewayResponse detachInternetGateway(DetachInternetGatewayRequest request, Call call) {
        gateways.detach(
                call.scope(),
                require(request.internetGatewayId(), "internetGatewayId"),
                require(request.vpcId(), "vpcId"));
        return DetachInternetGatewayResponse.builder().build();
    }

    @AwsAction
    DeleteInternetGatewayResponse deleteInternetGateway(DeleteInternetGatewayRequest request, Call call) {
        gateways.delete(call.scope(), require(request.internetGatewayId(), "internetGatewayId"));
        return DeleteInternetGatewayResponse.builder().build();
    }
}
