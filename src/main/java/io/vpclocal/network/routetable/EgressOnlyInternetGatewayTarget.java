package io.vpclocal.network.routetable;

import io.vpclocal.network.internetgateway.EgressOnlyInternetGatewayEntity;
import io.vpclocal.network.internetgateway.EgressOnlyInternetGatewayService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceDirectory;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Egress-only internet gateways as route targets, for tables of their own VPC. */
@Component
class EgressOnlyInternetGatewayTarget extends VpcRouteTarget<EgressOnlyInternetGatewayEntity> {

    private final EgressOnlyInternetGatewayService gateways;
    private final ResourceDirectory directory;

    EgressOnlyInternetGatewayTarget(EgressOnlyInternetGatewayService gateways, ResourceDirectory directory) {
        super(EgressOnlyInternetGatewayService.KIND.prefix(), "egress only internet gateway");
        this.gateways = gateways;
        this.directory = directory;
    }

    @Override
    Optional<EgressOnlyInternetGatewayEntity> find(Scope scope, String id) {
        return gateways.find(scope, id);
    }

    @Override
    boolean belongsTo(EgressOnlyInternetGatewayEntity gateway, Scope scope, String vpcId) {
        return gateway.vpcId().equals(vpcId);
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return directory.existing(scope, targetIds);
    }
}
