package io.vpclocal.endpointservice.hosted;

import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hosted services as tags and policies know them. The code for malformed ids has "Id" twice, as AWS's error list has it. */
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
