package io.vpclocal.network.routetable;

import io.vpclocal.network.internetgateway.InternetGatewayService;
import io.vpclocal.network.prefixlist.PrefixListReferences;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Resources that cannot be deleted because of route tables: a VPC with tables other than the main one, a gateway that
 * is associated with a table, and a prefix list that is a route's destination. Targets can be deleted; their routes
 * become black holes.
 */
@Component
class RouteTableDependents implements Dependents, PrefixListReferences {

    private final RouteTables tables;
    private final RouteTableAssociations associations;

    RouteTableDependents(RouteTables tables, RouteTableAssociations associations) {
        this.tables = tables;
        this.associations = associations;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        if (VpcService.KIND.wellFormed(resourceId)) {
            return tables.countOfVpc(scope.account(), scope.region(), resourceId) > 1;
        }
        boolean gateway =
                InternetGatewayService.KIND.wellFormed(resourceId) || VpnGatewayService.KIND.wellFormed(resourceId);
        return gateway
                && associations
                        .findOfGateway(scope.account(), scope.region(), resourceId)
                        .isPresent();
    }

    @Override
    public List<String> referringTo(Scope scope, String prefixListId) {
        return tables.findIdsWithDestination(scope.account(), scope.region(), prefixListId);
    }
}
