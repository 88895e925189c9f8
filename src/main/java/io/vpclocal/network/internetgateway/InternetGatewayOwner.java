package io.vpclocal.network.internetgateway;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class InternetGatewayOwner extends ResourceOwner<InternetGatewayEntity> {

    InternetGatewayOwner(InternetGateways gateways, TagStore tags) {
        super(InternetGatewayService.KIND, gateways, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(InternetGatewayEntity gateway) {
        return Map.of("ec2:InternetGatewayID", List.of(gateway.id()));
    }
}
