package io.vpclocal.network.routetable;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteResponse;
import software.amazon.awssdk.services.ec2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteResponse;

@AwsController
class RouteController {

    private static final String NOT_HERE = "instances, local gateways, core networks and ODB networks as targets";

    private final RouteService routes;

    RouteController(RouteService routes) {
        this.routes = routes;
    }

    @AwsAction(missing = NOT_HERE)
    CreateRouteResponse createRoute(CreateRouteRequest request, Call call) {
        routes.create(
                call.scope(),
                require(request.routeTableId(), "routeTableId"),
                RouteDestination.of(request),
                RouteTarget.of(request, false));
        return CreateRouteResponse.builder().returnValue(true).build();
    }

    @AwsAction(missing = NOT_HERE)
    ReplaceRouteResponse replaceRoute(ReplaceRouteRequest request, Call call) {
        routes.replace(
                call.scope(),
                require(request.routeTableId(), "routeTableId"),
                RouteDestination.of(request),
                RouteTarget.of(request, true));
        return ReplaceRouteResponse.builder().build();
    }

    @AwsAction
    DeleteRouteResponse deleteRoute(DeleteRouteRequest request, Call call) {
        routes.delete(call.scope(), require(request.routeTableId(), "routeTableId"), RouteDestination.of(request));
        return DeleteRouteResponse.builder().build();
    }
}
