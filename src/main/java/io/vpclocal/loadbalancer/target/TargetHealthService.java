package io.vpclocal.loadbalancer.target;

import io.vpclocal.loadbalancer.TargetInstances;
import io.vpclocal.loadbalancer.TargetInstances.TargetInstance;
import io.vpclocal.loadbalancer.balancer.LoadBalancerService;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.loadbalancer.targetgroup.Target;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupEntity;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupPlan;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupService;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupWire;
import io.vpclocal.network.networkinterface.AttachedInstances;
import io.vpclocal.network.networkinterface.Attachment;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/**
 * The health of targets. Targets are not real machines: a target that can get traffic is healthy (our guess), others are
 * {@code unused}, with AWS's reason. An address of a stopped instance fails its health checks.
 */
@Component
class TargetHealthService {

    private final LoadBalancerService loadBalancers;
    private final TargetGroupService targetGroups;
    private final BalancerTargets balancers;
    private final TargetRegistration registration;
    private final TargetInstances instances;
    private final NetworkInterfaces interfaces;
    private final AttachedInstances attachedInstances;

    TargetHealthService(
            LoadBalancerService loadBalancers,
            TargetGroupService targetGroups,
            BalancerTargets balancers,
            TargetRegistration registration,
            TargetInstances instances,
            NetworkInterfaces interfaces,
            AttachedInstances attachedInstances) {
        this.loadBalancers = loadBalancers;
        this.targetGroups = targetGroups;
        this.balancers = balancers;
        this.registration = registration;
        this.instances = instances;
        this.interfaces = interfaces;
        this.attachedInstances = attachedInstances;
    }

    /** The health of a group's targets, or of the requested ones, in their order. */
    List<TargetHealthDescription> describe(TargetGroupEntity group, List<TargetDescription> wanted) {
        View view = view(group);
        List<Target> present = view.targets();
        if (wanted.isEmpty()) {
            return present.stream().map(target -> description(view, target)).toList();
        }
        List<TargetHealthDescription> described = new ArrayList<>();
        for (TargetDescription each : wanted) {
            String id = ElbParams.require(each.id(), "targets.id");
            List<Target> found = present.stream()
                    .filter(target -> target.is(id, each.port()))
                    .toList();
            if (found.isEmpty()) {
                described.add(notRegistered(group, each));
            }
            found.forEach(target -> described.add(description(view, target)));
        }
        return described;
    }

    private static TargetHealthDescription notRegistered(TargetGroupEntity group, TargetDescription wanted) {
        Integer port = wanted.port() == null ? group.port() : wanted.port();
        return TargetHealthDescription.builder()
                .target(wanted.toBuilder().port(port).build())
                .healthCheckPort(group.healthCheck().portOf(port))
                .targetHealth(health(
                        TargetHealthStateEnum.UNUSED,
                        TargetHealthReasonEnum.TARGET_NOT_REGISTERED,
                        "Target is not registered to the target group"))
                .build();
    }

    /**
     * The inputs for the health of a group's targets.
     *
     * @param zones the zones of the load balancers that use the group; null if no load balancer uses it
     * @param silent the targets that do not answer: addresses of instances that do not run, load balancers without listener
     */
    record View(
            TargetGroupEntity group,
            List<Target> targets,
            @Nullable Set<String> zones,
            Map<String, TargetInstance> instances,
            Set<String> silent) {

        /** Null for a target of all zones. */
        @Nullable
        String zone(Target target) {
            TargetInstance instance = instances.get(target.targetId());
            String zone = instance == null ? target.zone() : instance.zone();
            return "all".equals(zone) ? null : zone;
        }
    }

    View view(TargetGroupEntity group) {
        List<Target> targets = group.targets().stream()
                .filter(target -> !registration.gone(group, target))
                .toList();
        boolean byInstance = group.targetType().equals(TargetGroupPlan.INSTANCE);
        List<String> ids = targets.stream().map(Target::targetId).toList();
        return new View(
                group,
                targets,
                zones(group),
                byInstance ? instances.find(group.scope(), ids) : Map.of(),
                switch (group.targetType()) {
                    case TargetGroupPlan.INSTANCE, TargetGroupPlan.LAMBDA -> Set.of();
                    case TargetGroupPlan.ALB -> deaf(group, ids);
                    default -> silent(group, ids);
                });
    }

    /** The load balancers that no longer exist or listen. */
    private Set<String> deaf(TargetGroupEntity group, List<String> arns) {
        int port = Objects.requireNonNull(group.port());
        Set<String> deaf = new HashSet<>(arns);
        deaf.removeIf(arn -> balancers
                .find(group, arn)
                .filter(found -> balancers.listens(found, port))
                .isPresent());
        return deaf;
    }

    private Set<String> silent(TargetGroupEntity group, List<String> addresses) {
        Map<String, String> instanceAt = new HashMap<>();
        for (String address : addresses) {
            interfaces
                    .byAddress(group.scope(), Objects.requireNonNull(group.vpcId()), address)
                    .flatMap(found -> found.networkInterface().attachment())
                    .map(Attachment::instanceId)
                    .ifPresent(instance -> instanceAt.put(address, instance));
        }
        Set<String> stopped = attachedInstances.stopped(group.scope(), instanceAt.values());
        instanceAt.values().retainAll(stopped);
        return instanceAt.keySet();
    }

    private @Nullable Set<String> zones(TargetGroupEntity group) {
        Collection<Set<String>> arns =
                targetGroups.loadBalancerArns(List.of(group)).values();
        Set<String> zones = new HashSet<>();
        arns.stream()
                .flatMap(Set::stream)
                .map(arn -> loadBalancers.require(group.scope(), arn))
                .flatMap(loadBalancer -> loadBalancer.subnets().stream())
                .forEach(subnet -> zones.add(subnet.zone()));
        return zones.isEmpty() ? null : zones;
    }

    private static TargetHealthDescription description(View view, Target target) {
        return TargetHealthDescription.builder()
                .target(TargetGroupWire.target(target))
                .healthCheckPort(view.group().healthCheck().portOf(target.port()))
                .targetHealth(health(view, target))
                .build();
    }

    static TargetHealth health(View view, Target target) {
        if (target.deregisteredAt() != null) {
            return health(
                    TargetHealthStateEnum.DRAINING,
                    TargetHealthReasonEnum.TARGET_DEREGISTRATION_IN_PROGRESS,
                    "Target deregistration is in progress");
        }
        boolean byInstance = view.group().targetType().equals(TargetGroupPlan.INSTANCE);
        TargetInstance instance = view.instances().get(target.targetId());
        if (byInstance && (instance == null || !instance.running())) {
            return health(
                    TargetHealthStateEnum.UNUSED,
                    TargetHealthReasonEnum.TARGET_INVALID_STATE,
                    "Target is in the " + (instance == null ? "terminated" : instance.state()) + " state");
        }
        if (view.zones() == null) {
            return health(
                    TargetHealthStateEnum.UNUSED,
                    TargetHealthReasonEnum.TARGET_NOT_IN_USE,
                    "Target group is not configured to receive traffic from the load balancer");
        }
        String zone = view.zone(target);
        if (zone != null && !view.zones().contains(zone)) {
            return health(
                    TargetHealthStateEnum.UNUSED,
                    TargetHealthReasonEnum.TARGET_NOT_IN_USE,
                    "Target is in an Availability Zone that is not enabled for the load balancer");
        }
        if (!view.group().healthCheck().enabled()) {
            return health(
                    TargetHealthStateEnum.UNAVAILABLE,
                    TargetHealthReasonEnum.TARGET_HEALTH_CHECK_DISABLED,
                    "Health checks are disabled for this target group");
        }
        return view.silent().contains(target.targetId())
                ? health(
                        TargetHealthStateEnum.UNHEALTHY,
                        TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS,
                        "Health checks failed")
                : TargetHealth.builder().state(TargetHealthStateEnum.HEALTHY).build();
    }

    private static TargetHealth health(TargetHealthStateEnum state, TargetHealthReasonEnum reason, String text) {
        return TargetHealth.builder()
                .state(state)
                .reason(reason)
                .description(text)
                .build();
    }
}
