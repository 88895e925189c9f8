package io.vpclocal.network.routetable;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.ec2.model.DisableVgwRoutePropagationRequest;
import software.amazon.awssdk.services.ec2.model.DisableVgwRoutePropagationResponse;
import software.amazon.awssdk.services.ec2.model.EnableVgwRoutePropagationRequest;
import software.amazon.awssdk.services.ec2.model.EnableVgwRoutePropagationResponse;

@AwsController
class RoutePropagationController {

    private final RoutePropagation propagation;

    RoutePropagationController(RoutePropagation propagation) {
        this.propagation = propagation;
    }

    @AwsAction
    EnableVgwRoutePropagationResponse enableVgwRoutePropagation(EnableVgwRoutePropagationRequest request, Call call) {
        propagation.enable(
                call.scope(),
                require(request.routeTableId(), "routeTableId"),
                require(request.gatewayId(), "gatewayId"));
        return EnableVgwRoutePropagationResponse.builder().build();
    }

    @AwsAction
    DisableVgwRoutePropagationResponse disableVgwRoutePropagation(
            DisableVgwRoutePropagationRequest request, Call call) {
        propagation.disable(
                call.scope(),
                require(request.routeTableId(), "routeTableId"),
                require(request.gatewayId(), "gatewayId"));
        return DisableVgwRoutePropagationResponse.builder().build();
    }
}
