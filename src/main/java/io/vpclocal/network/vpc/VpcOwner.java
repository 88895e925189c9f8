package io.vpclocal.network.vpc;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class VpcOwner extends ResourceOwner<VpcEntity> {

    VpcOwner(Vpcs vpcs, TagStore tags) {
        super(VpcService.KIND, vpcs, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(VpcEntity vpc) {
        return Map.of("ec2:VpcID", List.of(vpc.id()), "ec2:Tenancy", List.of(vpc.tenancy()));
    }
}
