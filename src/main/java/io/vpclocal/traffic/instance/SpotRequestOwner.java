package io.vpclocal.traffic.instance;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class SpotRequestOwner extends ResourceOwner<SpotRequestEntity> {

    SpotRequestOwner(SpotRequestRepository requests, TagStore tags) {
        super(SpotRequests.KIND, requests, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(SpotRequestEntity request) {
        return Map.of();
    }
}
