package io.vpclocal.endpointservice;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesResponse;

@AwsController
class EndpointServiceController {

    private final ServiceDescriptions descriptions;

    EndpointServiceController(ServiceDescriptions descriptions) {
        this.descriptions = descriptions;
    }

    @AwsAction
    DescribeVpcEndpointServicesResponse describeVpcEndpointServices(
            DescribeVpcEndpointServicesRequest request, Call call) {
        Page<EndpointService> page = descriptions.describe(call, request);
        return DescribeVpcEndpointServicesResponse.builder()
                .serviceNames(page.items().stream()
                        .map(EndpointService::name)
                        .distinct()
                        .toList())
                .serviceDetails(page.map(ServiceWire::toWire, EndpointService::id))
                .nextToken(page.nextToken())
                .build();
    }
}
