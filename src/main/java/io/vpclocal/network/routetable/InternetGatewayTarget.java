package io.vpclocal.network.routetable;

import io.vpclocal.network.internetgateway.InternetGatewayEntity;
import io.vpclocal.network.internetgateway.InternetGatewayService;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Internet gateways as route targets. The gateway must be attached to the table's VPC when the route is created. The
 * route is active while the gateway is attached to any VPC.
 */
@Component
class InternetGatewayTarget extends VpcRouteTarget<InternetGatewayEntity> {

    private final InternetGatewayService gateways;

    InternetGatewayTarget(InternetGatewayService gateways) {
        super(InternetGatewayService.KIND.prefix(), "network gateway");
        this.gateways = gateways;
    }

    @Override
    Optional<InternetGatewayEntity> find(Scope scope, String id) {
        return gateways.find(scope, id);
    }

    @Override
    boolean belongsTo(InternetGatewayEntity gateway, Scope scope, String vpcId) {
        return gateway.attachedTo(vpcId);
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return gateways.attached(scope, targetIds);
    }
}
