package io.vpclocal.loadbalancer.targetgroup;

import static io.vpclocal.loadbalancer.resource.ElbParams.require;

import io.vpclocal.loadbalancer.balancer.LoadBalancerService;
import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.ElbPages;
import io.vpclocal.loadbalancer.resource.ElbTags;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

@AwsController(AwsService.ELB)
class TargetGroupController {

    private final TargetGroupService service;
    private final LoadBalancerService loadBalancers;
    private final ElbPages pages;

    TargetGroupController(TargetGroupService service, LoadBalancerService loadBalancers, ElbPages pages) {
        this.service = service;
        this.loadBalancers = loadBalancers;
        this.pages = pages;
    }

    @AwsAction(missing = "the protocols QUIC and TCP_QUIC, target control ports, and calls of Lambda functions")
    CreateTargetGroupResponse createTargetGroup(CreateTargetGroupRequest request, Call call) {
        TargetGroupEntity made =
                service.create(call.scope(), TargetGroupPlan.of(request), ElbTags.read(request.tags()));
        return CreateTargetGroupResponse.builder()
                .targetGroups(TargetGroupWire.targetGroup(made).build())
                .build();
    }

    @AwsAction
    DescribeTargetGroupsResponse describeTargetGroups(DescribeTargetGroupsRequest request, Call call) {
        List<TargetGroupEntity> found = find(request, call);
        ElbPages.Page<TargetGroupEntity> page =
                pages.page(call, found, TargetGroupEntity::id, request.pageSize(), request.marker());
        return DescribeTargetGroupsResponse.builder()
                .targetGroups(toWire(page.items()))
                .nextMarker(page.nextMarker())
                .build();
    }

    @AwsAction
    ModifyTargetGroupResponse modifyTargetGroup(ModifyTargetGroupRequest request, Call call) {
        TargetGroupEntity group = service.lock(call.scope(), require(request.targetGroupArn(), "targetGroupArn"));
        group.check(HealthCheck.Requested.of(request));
        return ModifyTargetGroupResponse.builder()
                .targetGroups(toWire(List.of(group)))
                .build();
    }

    @AwsAction
    DeleteTargetGroupResponse deleteTargetGroup(DeleteTargetGroupRequest request, Call call) {
        service.delete(call.scope(), require(request.targetGroupArn(), "targetGroupArn"));
        return DeleteTargetGroupResponse.builder().build();
    }

    private List<TargetGroupEntity> find(DescribeTargetGroupsRequest request, Call call) {
        String loadBalancerArn = request.loadBalancerArn();
        int ways = (loadBalancerArn == null ? 0 : 1)
                + (request.targetGroupArns().isEmpty() ? 0 : 1)
                + (request.names().isEmpty() ? 0 : 1);
        if (ways > 1) {
            throw ElbErrors.validation("Target group names, target group ARNs, and a load balancer ARN cannot be"
                    + " specified at the same time");
        }
        return loadBalancerArn == null
                ? service.findAll(call.scope(), request.targetGroupArns(), request.names())
                : service.ofLoadBalancer(loadBalancers.require(call.scope(), loadBalancerArn));
    }

    private List<TargetGroup> toWire(Collection<TargetGroupEntity> groups) {
        Map<String, Set<String>> arns = service.loadBalancerArns(groups);
        List<TargetGroup> wire = new ArrayList<>();
        for (TargetGroupEntity group : groups) {
            wire.add(TargetGroupWire.targetGroup(group)
                    .loadBalancerArns(arns.getOrDefault(group.id(), Set.of()))
                    .build());
        }
        return wire;
    }
}
