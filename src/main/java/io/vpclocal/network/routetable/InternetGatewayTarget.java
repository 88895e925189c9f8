package io.vpclocal.network.routetable;

import io.vpclocal.network.internetgateway.InternetGatewayEntity;
import io.vpclocal.network.internetgateway.InternetGatewayService;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Internet gateways as route targets. The gateway must be attached to the table's VPC when the route is created. The
 * route is active while the gateway is attached to any VPC.
 */
@Component
class InternetGatewayTarget implements RouteTargetCheck {

    private final InternetGatewayService gateways;

    InternetGatewayTarget(InternetGatewayService gateways) {
        this.gateways = gateways;
    }

    @Override
    public String idPrefix() {
        return InternetGatewayService.KIND.prefix();
    }

    @Override
    public void requireUsable(RouteTableEntity table, String targetId) {
        InternetGatewayEntity gateway =
                gateways.find(table.scope(), targetId).orElseThrow(() -> RouteTargetCheck.notFound(targetId));
        if (!gateway.attachedTo(table.vpcId())) {
            throw RouteTargetCheck.differentNetworks(table, "network gateway", targetId);
        }
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return gateways.attached(scope, targetIds);
    }
}
