package io.vpclocal.loadbalancer.target;

import static io.vpclocal.loadbalancer.resource.ElbParams.require;
import static io.vpclocal.loadbalancer.resource.ElbParams.requireAny;

import io.vpclocal.loadbalancer.targetgroup.TargetGroupEntity;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupService;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsResponse;

@AwsController(AwsService.ELB)
class TargetController {

    private final TargetGroupService service;
    private final TargetRegistration registration;
    private final TargetHealthService health;

    TargetController(TargetGroupService service, TargetRegistration registration, TargetHealthService health) {
        this.service = service;
        this.registration = registration;
        this.health = health;
    }

    @AwsAction
    RegisterTargetsResponse registerTargets(RegisterTargetsRequest request, Call call) {
        TargetGroupEntity group = service.lock(call.scope(), require(request.targetGroupArn(), "targetGroupArn"));
        registration.register(group, requireAny(request.targets(), "targets"));
        return RegisterTargetsResponse.builder().build();
    }

    @AwsAction
    DeregisterTargetsResponse deregisterTargets(DeregisterTargetsRequest request, Call call) {
        TargetGroupEntity group = service.lock(call.scope(), require(request.targetGroupArn(), "targetGroupArn"));
        registration.deregister(group, requireAny(request.targets(), "targets"));
        return DeregisterTargetsResponse.builder().build();
    }

    @AwsAction(missing = "zonal shift")
    DescribeTargetHealthResponse describeTargetHealth(DescribeTargetHealthRequest request, Call call) {
        TargetGroupEntity group = service.require(call.scope(), require(request.targetGroupArn(), "targetGroupArn"));
        return DescribeTargetHealthResponse.builder()
                .targetHealthDescriptions(health.describe(group, request.targets()))
                .build();
    }
}
