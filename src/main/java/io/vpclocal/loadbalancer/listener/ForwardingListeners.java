package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupUse;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the target groups that load balancers forward to through their listeners. */
@Component
class ForwardingListeners implements TargetGroupUse {

    private final Listeners listeners;

    ForwardingListeners(Listeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public boolean inUse(String targetGroupId) {
        return !listeners.forwardingTo(Set.of(targetGroupId)).isEmpty();
    }

    @Override
    public Set<String> targetGroupIds(LoadBalancerEntity loadBalancer) {
        Set<String> used = new LinkedHashSet<>();
        listeners.ofLoadBalancer(loadBalancer.id()).stream()
                .flatMap(listener -> listener.targetGroups().stream())
                .forEach(each -> used.add(each.targetGroupId()));
        return used;
    }

    @Override
    public Map<String, Set<String>> loadBalancerArns(Collection<String> targetGroupIds) {
        Map<String, Set<String>> arns = new HashMap<>();
        targetGroupIds.forEach(id -> arns.put(id, new LinkedHashSet<>()));
        if (!targetGroupIds.isEmpty()) {
            for (ListenerEntity listener : listeners.forwardingTo(targetGroupIds)) {
                for (ListenerTargetGroup each : listener.targetGroups()) {
                    arns.getOrDefault(each.targetGroupId(), new LinkedHashSet<>())
                            .add(listener.loadBalancerArn());
                }
            }
        }
        return arns;
    }
}
