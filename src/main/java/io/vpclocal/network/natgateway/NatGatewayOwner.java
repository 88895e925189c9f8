package io.vpclocal.network.natgateway;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class NatGatewayOwner extends ResourceOwner<NatGatewayEntity> {

    NatGatewayOwner(NatGateways gateways, TagStore tags) {
        super(NatGatewayService.KIND, gateways, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(NatGatewayEntity gateway) {
        return Map.of("ec2:Vpc", List.of(gateway.scope().arn("ec2", "vpc/" + gateway.vpcId())));
    }
}
