package io.vpclocal.network.defaultvpc;

import io.vpclocal.network.internetgateway.InternetGatewayEntity;
import io.vpclocal.network.internetgateway.InternetGatewayService;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.network.routetable.RouteService;
import io.vpclocal.network.routetable.RouteTableService;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Creates default VPCs: 172.31.0.0/16 with a public /20 subnet in each zone, an internet gateway and a route to it (AWS
 * documentation, VPC User Guide: "Default VPCs").
 */
@Component
class DefaultVpcs {

    private final AccountRegions opened;
    private final VpcService vpcs;
    private final SubnetService subnets;
    private final InternetGatewayService gateways;
    private final RouteTableService tables;
    private final RouteService routes;
    private final Regions regions;

    DefaultVpcs(
            AccountRegions opened,
            VpcService vpcs,
            SubnetService subnets,
            InternetGatewayService gateways,
            RouteTableService tables,
            RouteService routes,
            Regions regions) {
        this.opened = opened;
        this.vpcs = vpcs;
        this.subnets = subnets;
        this.gateways = gateways;
        this.tables = tables;
        this.routes = routes;
        this.regions = regions;
    }

    /** Creates the default VPC, unless the account had one before, even a deleted one. */
    void createFirst(Scope scope) {
        if (!opened.existsByAccountAndRegion(scope.account(), scope.region())) {
            // Flushed first: a concurrent call waits here, fails, and finds the row when it is repeated.
            opened.saveAndFlush(new AccountRegionEntity(scope));
            if (vpcs.findDefault(scope).isEmpty()) {
                create(scope);
            }
        }
    }

    /** Creates the default VPC of an account that deleted it. Calls are serialized. */
    VpcEntity createAgain(Scope scope) {
        if (opened.lock(scope.account(), scope.region()).isEmpty()) {
            opened.saveAndFlush(new AccountRegionEntity(scope));
        }
        return create(scope);
    }

    private VpcEntity create(Scope scope) {
        VpcEntity vpc = vpcs.createDefault(scope);
        for (AvailabilityZone zone : regions.find(scope.region()).orElseThrow().zones()) {
            subnets.createDefault(scope, zone.name(), null);
        }
        InternetGatewayEntity gateway = gateways.create(scope, List.of());
        gateways.attach(scope, gateway.id(), vpc.id());
        routes.addInternetRoute(scope, tables.mainOf(scope, vpc.id()).id(), gateway.id());
        return vpc;
    }
}
