package io.vpclocal.loadbalancer.target;

import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.balancer.LoadBalancerService;
import io.vpclocal.loadbalancer.listener.ListenerEntity;
import io.vpclocal.loadbalancer.listener.Listeners;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.loadbalancer.targetgroup.Target;
import io.vpclocal.loadbalancer.targetgroup.TargetErrors;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupEntity;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/**
 * Application Load Balancers as targets of Network Load Balancers (User Guide for Network Load Balancers, Use Application
 * Load Balancers as targets: in the VPC of the target group, with a listener on its port).
 */
@Component
class BalancerTargets {

    private final LoadBalancerService loadBalancers;
    private final Listeners listeners;

    BalancerTargets(LoadBalancerService loadBalancers, Listeners listeners) {
        this.loadBalancers = loadBalancers;
        this.listeners = listeners;
    }

    /** @throws io.vpclocal.protocol.AwsException if one cannot be a target of the group */
    List<Target> targets(TargetGroupEntity group, List<TargetDescription> wanted) {
        int port = Objects.requireNonNull(group.port());
        List<Target> targets = new ArrayList<>();
        for (TargetDescription each : wanted) {
            String arn = ElbParams.require(each.id(), "targets.id");
            LoadBalancerEntity balancer = find(group, arn).orElseThrow(() -> TargetErrors.balancerNotValid(arn));
            if (!balancer.vpcId().equals(group.vpcId())) {
                throw TargetErrors.notInVpc(List.of(arn), group.vpcId());
            }
            if (each.port() != null && each.port() != port) {
                throw TargetErrors.portOfGroup(port);
            }
            if (each.availabilityZone() != null) {
                throw TargetErrors.notForTargetType("Availability Zone", TargetGroupPlan.ALB);
            }
            if (!listens(balancer, port)) {
                throw TargetErrors.noListener(arn, port);
            }
            targets.add(new Target(arn, port, null));
        }
        return targets;
    }

    /** The Application Load Balancer that is a target. */
    Optional<LoadBalancerEntity> find(TargetGroupEntity group, String arn) {
        return ElbArn.parse(ElbArn.Kind.LOAD_BALANCER, arn)
                .flatMap(parsed -> loadBalancers.find(group.scope(), arn))
                .filter(found -> found.type() == LoadBalancerType.APPLICATION);
    }

    boolean listens(LoadBalancerEntity balancer, int port) {
        for (ListenerEntity listener : listeners.ofLoadBalancer(balancer.id())) {
            if (listener.takes("tcp", port)) {
                return true;
            }
        }
        return false;
    }
}
