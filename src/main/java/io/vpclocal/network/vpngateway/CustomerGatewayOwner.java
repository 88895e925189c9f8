package io.vpclocal.network.vpngateway;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class CustomerGatewayOwner extends ResourceOwner<CustomerGatewayEntity> {

    CustomerGatewayOwner(CustomerGateways gateways, TagStore tags) {
        super(CustomerGatewayService.KIND, gateways, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(CustomerGatewayEntity gateway) {
        return Map.of();
    }
}
