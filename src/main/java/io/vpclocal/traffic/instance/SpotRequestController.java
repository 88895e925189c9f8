package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Page;
import software.amazon.awssdk.services.ec2.model.CancelSpotInstanceRequestsRequest;
import software.amazon.awssdk.services.ec2.model.CancelSpotInstanceRequestsResponse;
import software.amazon.awssdk.services.ec2.model.CancelledSpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSpotInstanceRequestsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSpotInstanceRequestsResponse;

@AwsController
class SpotRequestController {

    private final SpotRequests requests;
    private final Describe<SpotRequestEntity> filters;
    private final SpotRequestWire wire;
    private final Describer describer;

    SpotRequestController(SpotRequests requests, Regions regions, Describer describer) {
        this.requests = requests;
        this.filters = SpotRequestFilters.of(regions);
        this.wire = new SpotRequestWire(regions);
        this.describer = describer;
    }

    @AwsAction(missing = "the price on demand of requests without a maximum price")
    DescribeSpotInstanceRequestsResponse describeSpotInstanceRequests(
            DescribeSpotInstanceRequestsRequest request, Call call) {
        Page<SpotRequestEntity> page = describer.page(
                filters,
                SpotRequestEntity.class,
                SpotRequests.KIND,
                call.scope(),
                request.spotInstanceRequestIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeSpotInstanceRequestsResponse.builder()
                .spotInstanceRequests(page.map(wire::toWire, SpotRequestEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    CancelSpotInstanceRequestsResponse cancelSpotInstanceRequests(
            CancelSpotInstanceRequestsRequest request, Call call) {
        return CancelSpotInstanceRequestsResponse.builder()
                .cancelledSpotInstanceRequests(
                        requests
                                .cancel(
                                        call.scope(),
                                        requireAny(request.spotInstanceRequestIds(), "spotInstanceRequestId"))
                                .stream()
                                .map(one -> CancelledSpotInstanceRequest.builder()
                                        .spotInstanceRequestId(one.id())
                                        .state(one.state())
                                        .build())
                                .toList())
                .build();
    }
}
