package io.vpclocal.network.address;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class ElasticIpOwner extends ResourceOwner<ElasticIpEntity> {

    ElasticIpOwner(ElasticIps addresses, TagStore tags) {
        super(ElasticIpService.KIND, addresses, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(ElasticIpEntity address) {
        return Map.of(
                "ec2:AllocationId", List.of(address.id()),
                "ec2:Domain", List.of("vpc"),
                "ec2:PublicIpAddress", List.of(address.publicIp()));
    }
}
