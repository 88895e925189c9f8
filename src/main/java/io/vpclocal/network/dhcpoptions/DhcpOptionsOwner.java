package io.vpclocal.network.dhcpoptions;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class DhcpOptionsOwner extends ResourceOwner<DhcpOptionsEntity> {

    DhcpOptionsOwner(DhcpOptionSets sets, TagStore tags) {
        super(DhcpOptionsService.KIND, sets, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(DhcpOptionsEntity set) {
        return Map.of("ec2:DhcpOptionsID", List.of(set.id()));
    }
}
