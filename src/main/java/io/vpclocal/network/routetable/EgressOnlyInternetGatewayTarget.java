package io.vpclocal.network.routetable;

import io.vpclocal.network.internetgateway.EgressOnlyInternetGatewayEntity;
import io.vpclocal.network.internetgateway.EgressOnlyInternetGatewayService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceDirectory;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Egress-only internet gateways as route targets, for tables of their own VPC. */
@Component
class EgressOnlyInternetGatewayTarget implements RouteTargetCheck {

    private final EgressOnlyInternetGatewayService gateways;
    private final ResourceDirectory directory;

    EgressOnlyInternetGatewayTarget(EgressOnlyInternetGatewayService gateways, ResourceDirectory directory) {
        this.gateways = gateways;
        this.directory = directory;
    }

    @Override
    public String idPrefix() {
        return EgressOnlyInternetGatewayService.KIND.prefix();
    }

    @Override
    public void requireUsable(RouteTableEntity table, String targetId) {
        EgressOnlyInternetGatewayEntity gateway =
                gateways.find(table.scope(), targetId).orElseThrow(() -> RouteTargetCheck.notFound(targetId));
        if (!gateway.vpcId().equals(table.vpcId())) {
            throw RouteTargetCheck.differentNetworks(table, "egress only internet gateway", targetId);
        }
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return directory.existing(scope, targetIds);
    }
}
