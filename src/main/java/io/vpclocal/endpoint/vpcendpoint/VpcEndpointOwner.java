package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class VpcEndpointOwner extends ResourceOwner<VpcEndpointEntity> {

    VpcEndpointOwner(VpcEndpoints endpoints, TagStore tags) {
        super(EndpointIds.KIND, endpoints, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(VpcEndpointEntity endpoint) {
        return EndpointConditionKeys.of(
                endpoint.type().named() ? endpoint.serviceName() : null,
                endpoint.type().named() ? endpoint.serviceOwner() : null,
                endpoint.serviceRegion(),
                endpoint.crossRegion());
    }
}
