package io.vpclocal.endpointservice.hosted;

import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The id format of hosted services for tags and policies. AWS's code for malformed ids contains "Id" twice. */
@Component
class HostedServiceOwner extends ResourceOwner<HostedServiceEntity> {

    static final ResourceKind KIND = new ResourceKind(
            "vpc-endpoint-service",
            "vpce-svc",
            "VpcEndpointService",
            "InvalidVpcEndpointServiceId",
            "InvalidVpcEndpointServiceIdId",
            " Id");

    HostedServiceOwner(HostedServices services, TagStore tags) {
        super(KIND, services, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(HostedServiceEntity service) {
        return Map.of(
                "ec2:VpceServiceRegion", List.of(service.region()),
                "ec2:VpceSupportedRegion", List.copyOf(service.supportedRegions()),
                "ec2:VpceMultiRegion", List.of(String.valueOf(service.multiRegion())));
    }
}
