package io.vpclocal.network.transitgateway;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Params;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.Page;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayRouteResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayRouteResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceTransitGatewayRouteRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceTransitGatewayRouteResponse;
import software.amazon.awssdk.services.ec2.model.SearchTransitGatewayRoutesRequest;
import software.amazon.awssdk.services.ec2.model.SearchTransitGatewayRoutesResponse;

@AwsController
class TransitRouteController {

    private static final String TABLE = "TransitGatewayRouteTableId";

    private final TransitRoutes routes;
    private final TransitRouteTableService tables;
    private final Describer describer;

    TransitRouteController(TransitRoutes routes, TransitRouteTableService tables, Describer describer) {
        this.routes = routes;
        this.tables = tables;
        this.describer = describer;
    }

    @AwsAction
    CreateTransitGatewayRouteResponse createTransitGatewayRoute(CreateTransitGatewayRouteRequest request, Call call) {
        TransitRoutes.InForce made = routes.create(
                call.scope(),
                TransitErrors.require(request.transitGatewayRouteTableId(), TABLE),
                destination(request.destinationCidrBlock()),
                target(request.transitGatewayAttachmentId(), request.blackhole()));
        return CreateTransitGatewayRouteResponse.builder()
                .route(TransitWire.route(made, TransitWire.state(made)))
                .build();
    }

    @AwsAction
    ReplaceTransitGatewayRouteResponse replaceTransitGatewayRoute(
            ReplaceTransitGatewayRouteRequest request, Call call) {
        TransitRoutes.InForce replaced = routes.replace(
                call.scope(),
                TransitErrors.require(request.transitGatewayRouteTableId(), TABLE),
                destination(request.destinationCidrBlock()),
                target(request.transitGatewayAttachmentId(), request.blackhole()));
        return ReplaceTransitGatewayRouteResponse.builder()
                .route(TransitWire.route(replaced, TransitWire.state(replaced)))
                .build();
    }

    @AwsAction
    DeleteTransitGatewayRouteResponse deleteTransitGatewayRoute(DeleteTransitGatewayRouteRequest request, Call call) {
        TransitRoutes.InForce deleted = routes.delete(
                call.scope(),
                TransitErrors.require(request.transitGatewayRouteTableId(), TABLE),
                destination(request.destinationCidrBlock()));
        return DeleteTransitGatewayRouteResponse.builder()
                .route(TransitWire.route(deleted, "deleted"))
                .build();
    }

    @AwsAction(missing = "prefix lists as destinations")
    SearchTransitGatewayRoutesResponse searchTransitGatewayRoutes(
            SearchTransitGatewayRoutesRequest request, Call call) {
        String tableId = TransitErrors.require(request.transitGatewayRouteTableId(), TABLE);
        if (request.filters().isEmpty()) {
            TransitErrors.require(null, "Filters");
        }
        TransitRouteTableEntity table = tables.require(call.scope(), tableId);
        RouteSearch search = new RouteSearch(routes.of(table));
        Page<TransitRoutes.InForce> page = describer.page(
                search.filters(),
                search.narrowed(request.filters()),
                route -> route.destination().toString(),
                call.action() + tableId + request.filters(),
                call.scope(),
                RouteSearch.others(request.filters()),
                request.maxResults(),
                request.nextToken());
        return SearchTransitGatewayRoutesResponse.builder()
                .routes(page.map(route -> TransitWire.route(route, TransitWire.state(route))))
                .additionalRoutesAvailable(page.nextToken() != null)
                .nextToken(page.nextToken())
                .build();
    }

    private static Cidr destination(@Nullable String text) {
        String block = TransitErrors.require(text, "DestinationCidrBlock");
        return Cidr.parse(block).orElseThrow(() -> Ec2Errors.notACidr("DestinationCidrBlock", block));
    }

    /** Null for a black hole, with which Terraform sends an empty id. */
    private static @Nullable String target(@Nullable String attachmentId, @Nullable Boolean blackhole) {
        boolean hole = Params.isTrue(blackhole);
        if (hole && attachmentId != null && !attachmentId.isEmpty()) {
            throw TransitErrors.blackholeWithTarget();
        }
        return hole ? null : TransitErrors.require(attachmentId, "TransitGatewayAttachmentId");
    }
}
