package io.vpclocal.network.carriergateway;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class CarrierGatewayOwner extends ResourceOwner<CarrierGatewayEntity> {

    private final VpcService vpcs;

    CarrierGatewayOwner(CarrierGateways gateways, VpcService vpcs, TagStore tags) {
        super(CarrierGatewayService.KIND, gateways, tags);
        this.vpcs = vpcs;
    }

    @Override
    protected Map<String, List<String>> conditionKeys(CarrierGatewayEntity gateway) {
        return Map.of(
                "ec2:Vpc",
                List.of(gateway.scope().arn("ec2", "vpc/" + gateway.vpcId())),
                "ec2:Tenancy",
                List.of(vpcs.require(gateway.scope(), gateway.vpcId()).tenancy()));
    }
}
