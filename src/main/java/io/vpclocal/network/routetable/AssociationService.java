package io.vpclocal.network.routetable;

import io.vpclocal.network.internetgateway.InternetGatewayService;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The rules of route table associations. */
@Service
class AssociationService {

    private final RouteTableService tables;
    private final RouteTableAssociations associations;
    private final VpcService vpcs;
    private final SubnetService subnets;
    private final InternetGatewayService gateways;
    private final VpnGatewayService vpnGateways;
    private final GatewayTableRules gatewayTables;
    private final Ids ids;

    AssociationService(
            RouteTableService tables,
            RouteTableAssociations associations,
            VpcService vpcs,
            SubnetService subnets,
            InternetGatewayService gateways,
            VpnGatewayService vpnGateways,
            GatewayTableRules gatewayTables,
            Ids ids) {
        this.tables = tables;
        this.associations = associations;
        this.vpcs = vpcs;
        this.subnets = subnets;
        this.gateways = gateways;
        this.vpnGateways = vpnGateways;
        this.gatewayTables = gatewayTables;
        this.ids = ids;
    }

    /** A repeated call for the same subnet and table returns the existing association. */
    RouteTableAssociationEntity associateSubnet(Scope scope, String tableId, String subnetId) {
        RouteTableEntity table = tables.lock(scope, tableId);
        SubnetEntity subnet = subnets.require(scope, subnetId);
        if (!subnet.vpcId().equals(table.vpcId())) {
            throw RouteTableErrors.differentNetworks(tableId, "subnet", subnetId);
        }
        return present(associations.findOfSubnet(scope.account(), scope.region(), subnetId), table)
                .orElseGet(() -> store(RouteTableAssociationEntity.subnet(table, ids.next("rtbassoc"), subnetId)));
    }

    /** Associates the table with the VPC's internet gateway or virtual private gateway. */
    RouteTableAssociationEntity associateGateway(Scope scope, String tableId, String gatewayId) {
        RouteTarget.requireAssociable(gatewayId);
        RouteTableEntity table = tables.lock(scope, tableId);
        if (!attached(scope, gatewayId, table.vpcId())) {
            throw RouteTableErrors.differentNetworks(tableId, "network gateway", gatewayId);
        }
        gatewayTables.requireFitForGateway(table, gatewayId);
        return present(associations.findOfGateway(scope.account(), scope.region(), gatewayId), table)
                .orElseGet(() -> store(RouteTableAssociationEntity.gateway(table, ids.next("rtbassoc"), gatewayId)));
    }

    private boolean attached(Scope scope, String gatewayId, String vpcId) {
        Optional<Boolean> attached = VpnGatewayService.KIND.prefix().equals(RouteTarget.prefix(gatewayId))
                ? vpnGateways.find(scope, gatewayId).map(gateway -> gateway.attachedTo(vpcId))
                : gateways.find(scope, gatewayId).map(gateway -> gateway.attachedTo(vpcId));
        return attached.orElseThrow(() -> RouteTarget.gateway(gatewayId).notFound());
    }

    void disassociate(Scope scope, String associationId) {
        RouteTableAssociationEntity association = lock(scope, associationId);
        if (association.main()) {
            throw RouteTableErrors.mainAssociation(associationId);
        }
        drop(association);
    }

    /** Replaces the table of an association. Replacing the main association makes the new table the main one. */
    RouteTableAssociationEntity replace(Scope scope, String associationId, String tableId) {
        RouteTableAssociationEntity association = lock(scope, associationId);
        RouteTableEntity table = tables.require(scope, tableId);
        if (!table.vpcId().equals(association.vpcId())) {
            throw RouteTableErrors.differentNetworks(tableId, "network", association.vpcId());
        }
        String gatewayId = association.gatewayId();
        if (gatewayId != null) {
            gatewayTables.requireFitForGateway(table, gatewayId);
        }
        association.moveTo(table, ids.next("rtbassoc"));
        return association;
    }

    /** Removes the association of a deleted subnet. */
    void forgetSubnet(SubnetEntity subnet) {
        associations
                .findOfSubnet(subnet.account(), subnet.region(), subnet.id())
                .ifPresent(this::drop);
    }

    private static Optional<RouteTableAssociationEntity> present(
            Optional<RouteTableAssociationEntity> association, RouteTableEntity table) {
        if (association.isPresent() && association.get().table() != table) {
            throw RouteTableErrors.associationConflict(table.id());
        }
        return association;
    }

    private RouteTableAssociationEntity store(RouteTableAssociationEntity association) {
        association.table().associations().add(association);
        return associations.save(association);
    }

    private void drop(RouteTableAssociationEntity association) {
        association.table().associations().remove(association);
        associations.delete(association);
    }

    private RouteTableAssociationEntity lock(Scope scope, String associationId) {
        String vpcId = associations
                .findVpcOf(scope.account(), scope.region(), associationId)
                .orElseThrow(() -> Ec2Errors.associationNotFound(associationId));
        vpcs.lock(scope, vpcId);
        return associations
                .find(scope.account(), scope.region(), associationId)
                .orElseThrow(() -> Ec2Errors.associationNotFound(associationId));
    }
}
