package io.vpclocal.endpointservice.hosted;

import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ownership of service permissions for tags. */
@Component
class ServicePermissionOwner extends ResourceOwner<ServicePermissionEntity> {

    static final ResourceKind KIND = new ResourceKind(
            "vpc-endpoint-service-permission",
            "vpce-svc-perm",
            "VpcEndpointServicePermission",
            "InvalidVpcEndpointServicePermissionId");

    ServicePermissionOwner(ServicePermissions permissions, TagStore tags) {
        super(KIND, permissions, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(ServicePermissionEntity permission) {
        return Map.of();
    }
}
