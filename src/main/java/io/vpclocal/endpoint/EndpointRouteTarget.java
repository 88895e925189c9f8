package io.vpclocal.endpoint;

import io.vpclocal.network.routetable.RouteTableEntity;
import io.vpclocal.network.routetable.RouteTargetCheck;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Endpoints as targets of routes: gateways get theirs by themselves, and no other type that is here can be one. */
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
        if (endpoints.find(table.scope(), targetId).isEmpty()) {
            throw RouteTargetCheck.notFound(targetId);
        }
        throw RouteTargetCheck.notSupported(table, targetId);
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return Set.copyOf(endpoints.existing(scope.account(), scope.region(), targetIds));
    }
}
