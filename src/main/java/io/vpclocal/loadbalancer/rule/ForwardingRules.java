package io.vpclocal.loadbalancer.rule;

import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.listener.ListenerEntity;
import io.vpclocal.loadbalancer.listener.Listeners;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupUse;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the target groups that load balancers forward to through rules. */
@Component
class ForwardingRules implements TargetGroupUse {

    private final Listeners listeners;
    private final Rules rules;

    ForwardingRules(Listeners listeners, Rules rules) {
        this.listeners = listeners;
        this.rules = rules;
    }

    @Override
    public boolean inUse(String targetGroupId) {
        return !rules.forwardingTo(Set.of(targetGroupId)).isEmpty();
    }

    @Override
    public Set<String> targetGroupIds(LoadBalancerEntity loadBalancer) {
        List<String> ids = listeners.ofLoadBalancer(loadBalancer.id()).stream()
                .map(ListenerEntity::id)
                .toList();
        Set<String> used = new LinkedHashSet<>();
        if (!ids.isEmpty()) {
            rules.ofListeners(ids).forEach(rule -> used.addAll(rule.targetGroupIds()));
        }
        return used;
    }

    @Override
    public Map<String, Set<String>> loadBalancerArns(Collection<String> targetGroupIds) {
        Map<String, Set<String>> arns = new HashMap<>();
        if (!targetGroupIds.isEmpty()) {
            for (RuleEntity rule : rules.forwardingTo(targetGroupIds)) {
                rule.targetGroupIds().forEach(id -> arns.computeIfAbsent(id, each -> new LinkedHashSet<>())
                        .add(rule.loadBalancerArn()));
            }
        }
        arns.keySet().retainAll(Set.copyOf(targetGroupIds));
        return arns;
    }
}
