package io.vpclocal.loadbalancer;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The rules of target groups. */
@Service
class TargetGroupService {

    private static final int ID_LENGTH = 16;

    private final TargetGroupRepository targetGroups;
    private final ListenerRepository listeners;
    private final VpcService vpcs;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    TargetGroupService(
            TargetGroupRepository targetGroups,
            ListenerRepository listeners,
            VpcService vpcs,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        this.targetGroups = targetGroups;
        this.listeners = listeners;
        this.vpcs = vpcs;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a target group, or finds the one that the same request made before.
     *
     * @throws AwsException if the name is taken or the VPC does not exist
     */
    TargetGroupEntity create(Scope scope, TargetGroupPlan plan, Map<String, String> tags) {
        Optional<TargetGroupEntity> present = targetGroups.named(scope.account(), scope.region(), plan.name());
        if (present.isPresent()) {
            if (!plan.made(present.get())) {
                throw TargetErrors.nameTaken(plan.name());
            }
            return present.get();
        }
        AwsException tooMany = TargetErrors.tooMany();
        quotas.requireRoom(targetGroups.count(scope), ElbLimits.TARGET_GROUPS, tooMany.code(), tooMany.text());
        if (vpcs.find(scope, plan.vpcId()).isEmpty()) {
            throw TargetErrors.vpcNotFound(plan.vpcId());
        }
        TargetGroupEntity made =
                targetGroups.save(new TargetGroupEntity(scope, ids.hex(ID_LENGTH), clock.instant(), plan));
        made.tags().putAll(tags);
        return made;
    }

    Optional<TargetGroupEntity> find(Scope scope, String arn) {
        return idIn(scope, arn).flatMap(id -> targetGroups.find(scope, id)).filter(found -> found.arn()
                .equals(arn));
    }

    /** Those of the ids that exist, by id. */
    Map<String, TargetGroupEntity> byId(Scope scope, Collection<String> targetGroupIds) {
        Map<String, TargetGroupEntity> found = new LinkedHashMap<>();
        targetGroups.findAll(scope, targetGroupIds).forEach(each -> found.put(each.id(), each));
        return found;
    }

    /** @throws AwsException {@code ValidationError} for what is no ARN, {@code TargetGroupNotFound} */
    TargetGroupEntity require(Scope scope, String arn) {
        return find(scope, arn).orElseThrow(() -> TargetErrors.notFound(arn));
    }

    /** Finds a target group and holds it. */
    TargetGroupEntity lock(Scope scope, String arn) {
        return lockIfPresent(scope, arn).orElseThrow(() -> TargetErrors.notFound(arn));
    }

    /**
     * Those asked for by ARN or name, or all, in the order of their creation.
     *
     * @throws AwsException {@code TargetGroupNotFound} if one of them does not exist
     */
    List<TargetGroupEntity> findAll(Scope scope, List<String> arns, List<String> names) {
        if (arns.isEmpty() && names.isEmpty()) {
            return targetGroups.findAll(scope);
        }
        arns.forEach(arn -> idIn(scope, arn));
        Map<String, TargetGroupEntity> known = new HashMap<>();
        for (TargetGroupEntity each : targetGroups.findAll(scope)) {
            known.put(arns.isEmpty() ? each.name() : each.arn(), each);
        }
        Set<TargetGroupEntity> found = new LinkedHashSet<>();
        for (String wanted : arns.isEmpty() ? names : arns) {
            TargetGroupEntity each = known.get(wanted);
            if (each == null) {
                throw TargetErrors.someNotFound();
            }
            found.add(each);
        }
        return List.copyOf(found);
    }

    /** The target groups that a load balancer's listeners forward to. */
    List<TargetGroupEntity> ofLoadBalancer(LoadBalancerEntity loadBalancer) {
        Set<String> used = new LinkedHashSet<>();
        listeners.ofLoadBalancer(loadBalancer.id()).stream()
                .flatMap(listener -> listener.targetGroups().stream())
                .forEach(each -> used.add(each.targetGroupId()));
        return targetGroups.findAll(loadBalancer.scope(), used);
    }

    /** The ARNs of the load balancers that forward to each of some target groups, by the target group's id. */
    Map<String, Set<String>> loadBalancerArns(Collection<TargetGroupEntity> of) {
        Map<String, Set<String>> arns = new HashMap<>();
        of.forEach(each -> arns.put(each.id(), new LinkedHashSet<>()));
        if (!of.isEmpty()) {
            for (ListenerEntity listener : listeners.forwardingTo(arns.keySet())) {
                for (ListenerTargetGroup each : listener.targetGroups()) {
                    arns.getOrDefault(each.targetGroupId(), new LinkedHashSet<>())
                            .add(listener.loadBalancerArn());
                }
            }
        }
        return arns;
    }

    /**
     * Deletes a target group. What does not exist is deleted already.
     *
     * @throws AwsException {@code ResourceInUse} if a listener forwards to it
     */
    void delete(Scope scope, String arn) {
        lockIfPresent(scope, arn).ifPresent(found -> {
            if (!listeners.forwardingTo(Set.of(found.id())).isEmpty()) {
                throw TargetErrors.inUse(arn);
            }
            targetGroups.delete(found);
        });
    }

    private Optional<TargetGroupEntity> lockIfPresent(Scope scope, String arn) {
        return idIn(scope, arn).flatMap(id -> targetGroups.lock(scope, id)).filter(found -> found.arn()
                .equals(arn));
    }

    private static Optional<String> idIn(Scope scope, String text) {
        ElbArn arn = ElbArn.parse(ElbArn.Kind.TARGET_GROUP, text)
                .orElseThrow(() -> ElbErrors.notAnArn(text, "target group"));
        return arn.scope().equals(scope) ? Optional.of(arn.id()) : Optional.empty();
    }
}
