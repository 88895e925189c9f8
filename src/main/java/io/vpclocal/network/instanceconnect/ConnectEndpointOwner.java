package io.vpclocal.network.instanceconnect;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class ConnectEndpointOwner extends ResourceOwner<ConnectEndpointEntity> {

    ConnectEndpointOwner(ConnectEndpoints endpoints, TagStore tags) {
        super(ConnectEndpointService.KIND, endpoints, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(ConnectEndpointEntity endpoint) {
        return Map.of("ec2:SubnetID", List.of(endpoint.subnetId()));
    }
}
