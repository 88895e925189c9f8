package io.vpclocal.loadbalancer.balancer;

import static io.vpclocal.loadbalancer.resource.ElbParams.require;

import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbPages;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeCapacityReservationRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeCapacityReservationResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;

@AwsController(AwsService.ELB)
class CapacityController {

    private final LoadBalancerService service;
    private final ElbPages pages;

    CapacityController(LoadBalancerService service, ElbPages pages) {
        this.service = service;
        this.pages = pages;
    }

    @AwsAction
    DescribeAccountLimitsResponse describeAccountLimits(DescribeAccountLimitsRequest request, Call call) {
        ElbPages.Page<Limit> page =
                pages.page(call, ElbLimits.ofAccount(), Limit::name, request.pageSize(), request.marker());
        return DescribeAccountLimitsResponse.builder()
                .limits(page.items())
                .nextMarker(page.nextMarker())
                .build();
    }

    /** Capacity reservations are not supported, so no load balancer has any. */
    @AwsAction
    DescribeCapacityReservationResponse describeCapacityReservation(
            DescribeCapacityReservationRequest request, Call call) {
        service.require(call.scope(), require(request.loadBalancerArn(), "loadBalancerArn"));
        return DescribeCapacityReservationResponse.builder()
                .decreaseRequestsRemaining(ElbLimits.CAPACITY_DECREASES)
                .capacityReservationState(List.of())
                .build();
    }
}
