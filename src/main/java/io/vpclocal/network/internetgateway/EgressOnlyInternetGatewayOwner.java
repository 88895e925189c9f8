package io.vpclocal.network.internetgateway;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class EgressOnlyInternetGatewayOwner extends ResourceOwner<EgressOnlyInternetGatewayEntity> {

    EgressOnlyInternetGatewayOwner(EgressOnlyInternetGateways gateways, TagStore tags) {
        super(EgressOnlyInternetGatewayService.KIND, gateways, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(EgressOnlyInternetGatewayEntity gateway) {
        return Map.of();
    }
}
