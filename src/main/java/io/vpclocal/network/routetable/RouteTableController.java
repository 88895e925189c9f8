package io.vpclocal.network.routetable;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.TagStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationResponse;

@AwsController
class RouteTableController {

    private final RouteTableService tables;
    private final AssociationService associations;
    private final RouteTableDescriptions descriptions;
    private final RouteTargets targets;
    private final TagStore tags;

    RouteTableController(
            RouteTableService tables,
            AssociationService associations,
            RouteTableDescriptions descriptions,
            RouteTargets targets,
            TagStore tags) {
        this.tables = tables;
        this.associations = associations;
        this.descriptions = descriptions;
        this.targets = targets;
        this.tags = tags;
    }

    @AwsAction(tags = "route-table")
    CreateRouteTableResponse createRouteTable(CreateRouteTableRequest request, Call call) {
        Scope scope = call.scope();
        RouteTableEntity table = tables.create(call, require(request.vpcId(), "vpcId"), request);
        return CreateRouteTableResponse.builder()
                .clientToken(request.clientToken())
                .routeTable(RouteTableWire.toWire(
                        table,
                        tags.of(scope, table.id()),
                        targets.leading(scope, RouteTableDescriptions.targetsOf(List.of(table)))))
                .build();
    }

    @AwsAction
    DescribeRouteTablesResponse describeRouteTables(DescribeRouteTablesRequest request, Call call) {
        return descriptions.describe(call.scope(), request);
    }

    @AwsAction
    DeleteRouteTableResponse deleteRouteTable(DeleteRouteTableRequest request, Call call) {
        tables.delete(call.scope(), require(request.routeTableId(), "routeTableId"));
        return DeleteRouteTableResponse.builder().build();
    }

    @AwsAction(missing = "public IPv4 pools")
    AssociateRouteTableResponse associateRouteTable(AssociateRouteTableRequest request, Call call) {
        String tableId = require(request.routeTableId(), "routeTableId");
        if (request.publicIpv4Pool() != null) {
            throw RouteTableErrors.notHere("publicIpv4Pool");
        }
        boolean subnet = given(request.subnetId());
        if (subnet == given(request.gatewayId())) {
            throw RouteTableErrors.oneToAssociate(!subnet);
        }
        RouteTableAssociationEntity association = !subnet
                ? associations.associateGateway(call.scope(), tableId, request.gatewayId())
                : associations.associateSubnet(call.scope(), tableId, request.subnetId());
        return AssociateRouteTableResponse.builder()
                .associationId(association.id())
                .associationState(RouteTableWire.ASSOCIATED)
                .build();
    }

    @AwsAction
    DisassociateRouteTableResponse disassociateRouteTable(DisassociateRouteTableRequest request, Call call) {
        associations.disassociate(call.scope(), require(request.associationId(), "associationId"));
        return DisassociateRouteTableResponse.builder().build();
    }

    @AwsAction
    ReplaceRouteTableAssociationResponse replaceRouteTableAssociation(
            ReplaceRouteTableAssociationRequest request, Call call) {
        RouteTableAssociationEntity association = associations.replace(
                call.scope(),
                require(request.associationId(), "associationId"),
                require(request.routeTableId(), "routeTableId"));
        return ReplaceRouteTableAssociationResponse.builder()
                .newAssociationId(association.id())
                .associationState(RouteTableWire.ASSOCIATED)
                .build();
    }

    private static boolean given(@Nullable String id) {
        return id != null && !id.isEmpty();
    }
}
