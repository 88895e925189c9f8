package io.vpclocal.network.networkinterface;

import io.vpclocal.network.routetable.RouteTableEntity;
import io.vpclocal.network.routetable.RouteTargetCheck;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Interfaces as targets of routes: of the table's VPC, and attached for the route to lead anywhere. */
@Component
class NetworkInterfaceTarget implements RouteTargetCheck {

    private final NetworkInterfaces interfaces;

    NetworkInterfaceTarget(NetworkInterfaces interfaces) {
        this.interfaces = interfaces;
    }

    @Override
    public String idPrefix() {
        return NetworkInterfaces.KIND.prefix();
    }

    @Override
    public void requireUsable(RouteTableEntity table, String targetId) {
        NetworkInterfaceEntity target =
                interfaces.find(table.scope(), targetId).orElseThrow(() -> RouteTargetCheck.notFound(targetId));
        if (!target.vpcId().equals(table.vpcId())) {
            throw RouteTargetCheck.differentNetworks(table, "interface", targetId);
        }
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return interfaces.findAll(scope, targetIds).stream()
                .filter(target -> target.attachment().isPresent())
                .map(NetworkInterfaceEntity::id)
                .collect(Collectors.toSet());
    }
}
