package io.vpclocal.network.transitgateway;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class TransitGatewayOwner extends ResourceOwner<TransitGatewayEntity> {

    TransitGatewayOwner(TransitGateways gateways, TagStore tags) {
        super(TransitGatewayService.KIND, gateways, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(TransitGatewayEntity gateway) {
        return Map.of("ec2:transitGatewayId", List.of(gateway.id()));
    }
}
