package io.vpclocal.network.vpngateway;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class VpnGatewayOwner extends ResourceOwner<VpnGatewayEntity> {

    VpnGatewayOwner(VpnGateways gateways, TagStore tags) {
        super(VpnGatewayService.KIND, gateways, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(VpnGatewayEntity gateway) {
        return Map.of();
    }
}
