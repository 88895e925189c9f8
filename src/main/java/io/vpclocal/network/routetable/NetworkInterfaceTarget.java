package io.vpclocal.network.routetable;

import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceDirectory;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Network interfaces as targets: those of the table's VPC. An interface need not be attached for its routes to lead
 * somewhere, as there are no instances to attach it to.
 */
@Component
class NetworkInterfaceTarget implements RouteTargetCheck {

    private final NetworkInterfaces interfaces;
    private final ResourceDirectory directory;

    NetworkInterfaceTarget(NetworkInterfaces interfaces, ResourceDirectory directory) {
        this.interfaces = interfaces;
        this.directory = directory;
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
        return directory.existing(scope, targetIds);
    }
}
