package io.vpclocal.network.routetable;

import io.vpclocal.network.carriergateway.CarrierGatewayEntity;
import io.vpclocal.network.carriergateway.CarrierGatewayService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceDirectory;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Carrier gateways as route targets, for tables of their own VPC. */
@Component
class CarrierGatewayTarget implements RouteTargetCheck {

    private final CarrierGatewayService gateways;
    private final ResourceDirectory directory;

    CarrierGatewayTarget(CarrierGatewayService gateways, ResourceDirectory directory) {
        this.gateways = gateways;
        this.directory = directory;
    }

    @Override
    public String idPrefix() {
        return CarrierGatewayService.KIND.prefix();
    }

    @Override
    public void requireUsable(RouteTableEntity table, String targetId) {
        CarrierGatewayEntity gateway =
                gateways.find(table.scope(), targetId).orElseThrow(() -> RouteTargetCheck.notFound(targetId));
        if (!gateway.vpcId().equals(table.vpcId())) {
            throw RouteTargetCheck.differentNetworks(table, "carrier gateway", targetId);
        }
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return directory.existing(scope, targetIds);
    }
}
