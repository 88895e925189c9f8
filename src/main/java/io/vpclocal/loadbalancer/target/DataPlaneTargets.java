package io.vpclocal.loadbalancer.target;

import io.vpclocal.loadbalancer.LoadBalancerTargets;
import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.balancer.LoadBalancerService;
import io.vpclocal.loadbalancer.balancer.LoadBalancerSubnet;
import io.vpclocal.loadbalancer.listener.ListenerEntity;
import io.vpclocal.loadbalancer.listener.ListenerTargetGroup;
import io.vpclocal.loadbalancer.listener.Listeners;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.rule.RuleEntity;
import io.vpclocal.loadbalancer.rule.Rules;
import io.vpclocal.loadbalancer.target.TargetHealthService.View;
import io.vpclocal.loadbalancer.targetgroup.Target;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupEntity;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupPlan;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupService;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/**
 * The targets of packets. A packet has no HTTP request, so it follows the default action of a listener, or the first rule
 * that forwards if the default action does not (our guess).
 */
@Component
class DataPlaneTargets implements LoadBalancerTargets {

    private final LoadBalancerService loadBalancers;
    private final Listeners listeners;
    private final Rules rules;
    private final TargetGroupService targetGroups;
    private final TargetHealthService health;
    private final BalancerTargets balancers;
    private final NetworkInterfaces interfaces;

    DataPlaneTargets(
            LoadBalancerService loadBalancers,
            Listeners listeners,
            Rules rules,
            TargetGroupService targetGroups,
            TargetHealthService health,
            BalancerTargets balancers,
            NetworkInterfaces interfaces) {
        this.loadBalancers = loadBalancers;
        this.listeners = listeners;
        this.rules = rules;
        this.targetGroups = targetGroups;
        this.health = health;
        this.balancers = balancers;
        this.interfaces = interfaces;
    }

    @Override
    public Optional<List<BalancedTarget>> healthy(String loadBalancerArn, String protocol, int port) {
        return find(loadBalancerArn).flatMap(loadBalancer -> listener(loadBalancer, protocol, port)
                .map(listener -> healthy(listener, loadBalancer)));
    }

    @Override
    public boolean answersItself(String loadBalancerArn, String protocol, int port) {
        return find(loadBalancerArn)
                .flatMap(loadBalancer -> listener(loadBalancer, protocol, port))
                .filter(listener -> listener.actions() != null)
                .map(listener -> groups(listener).stream().allMatch(group -> group.protocol() == null))
                .orElse(false);
    }

    @Override
    public boolean guardsPrivateLink(String loadBalancerArn) {
        return find(loadBalancerArn)
                .map(loadBalancer -> "on".equals(loadBalancer.enforceOnPrivateLink()))
                .orElse(false);
    }

    @Override
    public Optional<Scope> ownerOfGroup(String targetGroupArn) {
        return ElbArn.parse(ElbArn.Kind.TARGET_GROUP, targetGroupArn)
                .flatMap(arn -> Optional.ofNullable(
                        targetGroups.byId(arn.scope(), List.of(arn.id())).get(arn.id())))
                .filter(group -> group.arn().equals(targetGroupArn))
                .map(TargetGroupEntity::scope);
    }

    @Override
    public List<BalancedListener> listeners(String loadBalancerArn) {
        return find(loadBalancerArn)
                .map(found -> listeners.ofLoadBalancer(found.id()).stream()
                        .map(this::listener)
                        .toList())
                .orElse(List.of());
    }

    private BalancedListener listener(ListenerEntity listener) {
        return new BalancedListener(
                listener.arn(),
                listener.transports(),
                listener.port(),
                groups(listener).stream().map(TargetGroupEntity::arn).toList());
    }

    private Optional<LoadBalancerEntity> find(String arn) {
        return ElbArn.parse(ElbArn.Kind.LOAD_BALANCER, arn).flatMap(parsed -> loadBalancers.find(parsed.scope(), arn));
    }

    private Optional<ListenerEntity> listener(LoadBalancerEntity loadBalancer, String protocol, int port) {
        return listeners.ofLoadBalancer(loadBalancer.id()).stream()
                .filter(listener -> listener.takes(protocol, port))
                .findFirst();
    }

    private Collection<TargetGroupEntity> groups(ListenerEntity listener) {
        List<String> ids = listener.targetGroups().stream()
                .map(ListenerTargetGroup::targetGroupId)
                .toList();
        if (ids.isEmpty()) {
            ids = rules.ofListener(listener.id()).stream()
                    .map(RuleEntity::targetGroupIds)
                    .filter(targets -> !targets.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
        return targetGroups.byId(listener.scope(), ids).values();
    }

    private List<BalancedTarget> healthy(ListenerEntity listener, LoadBalancerEntity loadBalancer) {
        List<BalancedTarget> healthy = new ArrayList<>();
        List<BalancedTarget> unhealthy = new ArrayList<>();
        for (TargetGroupEntity group : groups(listener)) {
            View view = health.view(group);
            boolean crossZone = group.crossZone(loadBalancer);
            for (Target target : view.targets()) {
                TargetHealthStateEnum state =
                        TargetHealthService.health(view, target).state();
                Stream<BalancedTarget> balanced = balanced(view, target, crossZone);
                if (state == TargetHealthStateEnum.HEALTHY) {
                    balanced.forEach(healthy::add);
                } else if (state == TargetHealthStateEnum.UNHEALTHY) {
                    balanced.forEach(unhealthy::add);
                }
            }
        }
        return healthy.isEmpty() ? unhealthy : healthy;
    }

    /** A target, or the addresses of a load balancer that is a target. A Lambda function has no address. */
    private Stream<BalancedTarget> balanced(View view, Target target, boolean crossZone) {
        TargetGroupEntity group = view.group();
        if (group.targetType().equals(TargetGroupPlan.LAMBDA)) {
            return Stream.empty();
        }
        int port = Objects.requireNonNull(target.port());
        if (!group.targetType().equals(TargetGroupPlan.ALB)) {
            return Stream.of(new BalancedTarget(
                    group.arn(),
                    group.targetType(),
                    target.targetId(),
                    port,
                    view.zone(target),
                    crossZone,
                    group.keepsClientAddress(),
                    group.sendsProxyProtocol()));
        }
        return balancers.find(group, target.targetId()).stream()
                .flatMap(balancer -> balancer.subnets().stream())
                .flatMap(subnet -> address(group, subnet).stream()
                        .map(address -> new BalancedTarget(
                                group.arn(),
                                TargetGroupPlan.IP,
                                address,
                                port,
                                subnet.zone(),
                                crossZone,
                                true,
                                group.sendsProxyProtocol())));
    }

    private Optional<String> address(TargetGroupEntity group, LoadBalancerSubnet subnet) {
        return interfaces
                .find(group.scope(), subnet.networkInterfaceId())
                .flatMap(found -> found.primaryAddress())
                .map(address -> address.address());
    }
}
