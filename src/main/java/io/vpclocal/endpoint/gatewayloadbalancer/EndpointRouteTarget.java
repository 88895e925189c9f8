package io.vpclocal.endpoint.gatewayloadbalancer;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.network.routetable.RouteTableEntity;
import io.vpclocal.network.routetable.RouteTargetCheck;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * VPC endpoints as route targets. Only connected Gateway Load Balancer endpoints can be targets. Gateway endpoints
 * create their own routes.
 */
@Component
class EndpointRouteTarget implements RouteTargetCheck {

    private final VpcEndpoints endpoints;

    EndpointRouteTarget(VpcEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public String idPrefix() {
        return EndpointIds.KIND.prefix();
    }

    @Override
    public void requireUsable(RouteTableEntity table, String targetId) {
        VpcEndpointEntity endpoint =
                endpoints.find(table.scope(), targetId).orElseThrow(() -> RouteTargetCheck.notFound(targetId));
        if (endpoint.type() != EndpointType.GATEWAY_LOAD_BALANCER) {
            throw RouteTargetCheck.notSupported(table, targetId);
        }
        if (!endpoint.vpcId().equals(table.vpcId())) {
            throw RouteTargetCheck.differentNetworks(table, "VPC endpoint", targetId);
        }
        if (!endpoint.phase().connected()) {
            throw EndpointErrors.notAvailable(targetId);
        }
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return Set.copyOf(endpoints.connected(scope.account(), scope.region(), targetIds));
    }
}
