package io.vpclocal.network.transitgateway;

import io.vpclocal.network.vpngateway.Visible;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTransitGatewayRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTransitGatewayRouteTablesResponse;

@AwsController
class TransitRouteTableController {

    private final TransitRouteTableService tables;
    private final TransitGatewayService gateways;
    private final TransitLifecycle lifecycle;
    private final TransitWire wire;
    private final Describer describer;
    private final TagStore tags;

    TransitRouteTableController(
            TransitRouteTableService tables,
            TransitGatewayService gateways,
            TransitLifecycle lifecycle,
            TransitWire wire,
            Describer describer,
            TagStore tags) {
        this.tables = tables;
        this.gateways = gateways;
        this.lifecycle = lifecycle;
        this.wire = wire;
        this.describer = describer;
        this.tags = tags;
    }

    @AwsAction(tags = "transit-gateway-route-table")
    CreateTransitGatewayRouteTableResponse createTransitGatewayRouteTable(
            CreateTransitGatewayRouteTableRequest request, Call call) {
        String gatewayId = TransitErrors.require(request.transitGatewayId(), "TransitGatewayId");
        TransitRouteTableEntity made = tables.create(call.scope(), gatewayId, request.tagSpecifications());
        return CreateTransitGatewayRouteTableResponse.builder()
                .transitGatewayRouteTable(
                        wire.table(made, TransitLifecycle.PENDING, null, tags.of(call.scope(), made.id())))
                .build();
    }

    @AwsAction
    DescribeTransitGatewayRouteTablesResponse describeTransitGatewayRouteTables(
            DescribeTransitGatewayRouteTablesRequest request, Call call) {
        Map<String, TransitGatewayEntity> owners = gateways.visible(call.scope()).stream()
                .collect(Collectors.toMap(TransitGatewayEntity::id, Function.identity()));
        Page<TransitRouteTableEntity> page = describer.page(
                filters(owners),
                Visible.named(
                        TransitRouteTableService.KIND,
                        tables.visible(call.scope()),
                        request.transitGatewayRouteTableIds()),
                TransitRouteTableEntity::id,
                call.action(),
                call.scope(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeTransitGatewayRouteTablesResponse.builder()
                .transitGatewayRouteTables(page.map(
                        (table, its) ->
                                wire.table(table, lifecycle.state(table), owners.get(table.transitGatewayId()), its),
                        TransitRouteTableEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    private Describe<TransitRouteTableEntity> filters(Map<String, TransitGatewayEntity> owners) {
        return Describe.<TransitRouteTableEntity>filters()
                .filter(
                        "default-association-route-table",
                        table -> isDefault(table, owners, TransitGatewayEntity::associationTableId))
                .filter(
                        "default-propagation-route-table",
                        table -> isDefault(table, owners, TransitGatewayEntity::propagationTableId))
                .filter("state", lifecycle::state)
                .filter("transit-gateway-id", TransitRouteTableEntity::transitGatewayId)
                .filter("transit-gateway-route-table-id", TransitRouteTableEntity::id)
                .tags()
                .build();
    }

    private static boolean isDefault(
            TransitRouteTableEntity table,
            Map<String, TransitGatewayEntity> owners,
            Function<TransitGatewayEntity, @Nullable String> tableId) {
        TransitGatewayEntity owner = owners.get(table.transitGatewayId());
        return owner != null && table.id().equals(tableId.apply(owner));
    }

    @AwsAction
    DeleteTransitGatewayRouteTableResponse deleteTransitGatewayRouteTable(
            DeleteTransitGatewayRouteTableRequest request, Call call) {
        String id = TransitErrors.require(request.transitGatewayRouteTableId(), "TransitGatewayRouteTableId");
        return DeleteTransitGatewayRouteTableResponse.builder()
                .transitGatewayRouteTable(
                        wire.table(tables.delete(call.scope(), id), TransitLifecycle.DELETING, null, List.of()))
                .build();
    }
}
