package io.vpclocal.loadbalancer.rule;

import io.vpclocal.loadbalancer.action.ApplicationActions;
import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.balancer.LoadBalancerService;
import io.vpclocal.loadbalancer.listener.ListenerEntity;
import io.vpclocal.loadbalancer.listener.ListenerService;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbService;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** What is true of listener rules. A change locks the load balancer. */
@Service
public class RuleService extends ElbService<RuleEntity> {

    private final Rules rules;
    private final ListenerService listeners;
    private final LoadBalancerService loadBalancers;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    RuleService(
            Rules rules,
            ListenerService listeners,
            LoadBalancerService loadBalancers,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        super(ElbArn.Kind.RULE, rules);
        this.rules = rules;
        this.listeners = listeners;
        this.loadBalancers = loadBalancers;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws AwsException if the priority is in use, or the conditions or actions are not valid */
    RuleEntity create(
            ListenerEntity listener,
            int priority,
            List<RuleCondition> conditions,
            List<Action> actions,
            Map<String, String> tags) {
        LoadBalancerEntity loadBalancer = loadBalancers.require(listener.scope(), listener.loadBalancerArn());
        if (loadBalancer.type() != LoadBalancerType.APPLICATION) {
            throw RuleErrors.notApplication();
        }
        String matched = RuleConditions.of(conditions);
        RuleActions acted = actions(listener, loadBalancer, actions);
        List<RuleEntity> present = rules.ofListener(listener.id());
        if (present.stream().anyMatch(other -> other.priority() == priority)) {
            throw RuleErrors.priorityInUse(priority);
        }
        AwsException tooMany = RuleErrors.tooMany();
        quotas.requireRoom(present::size, ElbLimits.RULES_PER_LOAD_BALANCER, tooMany.code(), tooMany.text());
        RuleEntity made = new RuleEntity(listener, ids.hex(ElbArn.ID_LENGTH), clock.instant(), priority, matched);
        made.act(acted);
        made.tags().putAll(tags);
        return rules.save(made);
    }

    /** Changes a locked rule. An empty list changes nothing. */
    void modify(RuleEntity rule, List<RuleCondition> conditions, List<Action> actions) {
        if (!conditions.isEmpty()) {
            rule.match(RuleConditions.of(conditions));
        }
        if (!actions.isEmpty()) {
            ListenerEntity listener = listeners.require(rule.scope(), rule.listenerArn());
            LoadBalancerEntity loadBalancer = loadBalancers.require(rule.scope(), rule.loadBalancerArn());
            rule.act(actions(listener, loadBalancer, actions));
        }
    }

    void delete(Scope scope, String arn) {
        requireNotDefault(scope, arn, "deleted");
        rules.delete(lock(scope, arn));
    }

    /**
     * Gives rules of one listener other priorities.
     *
     * @param wanted the priorities by ARN, in order
     */
    List<RuleEntity> reprioritize(Scope scope, Map<String, Integer> wanted) {
        Map<RuleEntity, Integer> changes = new HashMap<>();
        Set<Integer> given = new HashSet<>();
        wanted.forEach((arn, priority) -> {
            requireNotDefault(scope, arn, "reprioritized");
            changes.put(lock(scope, arn), priority);
            if (!given.add(priority)) {
                throw RuleErrors.priorityTwice(priority);
            }
        });
        Set<String> owners = new HashSet<>();
        changes.keySet().forEach(rule -> owners.add(rule.listenerId()));
        if (owners.size() > 1) {
            throw RuleErrors.otherListener();
        }
        for (RuleEntity other : rules.ofListeners(owners)) {
            if (!changes.containsKey(other) && given.contains(other.priority())) {
                throw RuleErrors.priorityInUse(other.priority());
            }
        }
        changes.forEach(RuleEntity::moveTo);
        return wanted.keySet().stream().map(arn -> require(scope, arn)).toList();
    }

    /** The rules of a listener in the order of their priority, without the default rule. */
    List<RuleEntity> ofListener(ListenerEntity listener) {
        return rules.ofListener(listener.id());
    }

    /** The listener of a default rule's ARN; empty if it is the ARN of another rule or its listener does not exist. */
    Optional<ListenerEntity> ofDefaultRule(Scope scope, String arn) {
        return idIn(scope, arn)
                .flatMap(id -> listeners.find(scope, listenerArn(arn)).filter(listener -> listener.defaultRuleId()
                        .equals(id)));
    }

    /** @param done what cannot be done with a default rule */
    void requireNotDefault(Scope scope, String arn, String done) {
        if (ofDefaultRule(scope, arn).isPresent()) {
            throw RuleErrors.defaultRule(arn, done);
        }
    }

    private RuleActions actions(ListenerEntity listener, LoadBalancerEntity loadBalancer, List<Action> wanted) {
        ApplicationActions actions = ApplicationActions.of(wanted, listener.protocol());
        List<String> targets = actions.targets().stream()
                .map(tuple -> listeners
                        .target(listener.scope(), tuple.targetGroupArn())
                        .id())
                .toList();
        listeners.requireFitting(loadBalancer, listener.protocol(), targets);
        return new RuleActions(actions.text(), targets);
    }

    /** Locks its load balancer first. */
    @Override
    protected Optional<RuleEntity> lockRow(Scope scope, String arn, String id) {
        return listeners.lockIfPresent(scope, listenerArn(arn)).flatMap(held -> rules.lock(scope, id));
    }

    private static String listenerArn(String arn) {
        return arn.substring(0, arn.lastIndexOf('/')).replace(":listener-rule/", ":listener/");
    }
}
