package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbService;
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
public class TargetGroupService extends ElbService<TargetGroupEntity> {

    private final TargetGroups targetGroups;
    private final List<TargetGroupUse> uses;
    private final VpcService vpcs;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    TargetGroupService(
            TargetGroups targetGroups,
            List<TargetGroupUse> uses,
            VpcService vpcs,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        super(ElbArn.Kind.TARGET_GROUP, targetGroups);
        this.targetGroups = targetGroups;
        this.uses = uses;
        this.vpcs = vpcs;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Creates a target group, or returns the one that the same request created.
     *
     * @throws AwsException if the name is in use or the VPC does not exist
     */
    TargetGroupEntity create(Scope scope, TargetGroupPlan plan, Map<String, String> tags) {
        Optional<TargetGroupEntity> present = targetGroups.named(scope, plan.name());
        if (present.isPresent()) {
            if (!plan.made(present.get())) {
                throw ElbArn.Kind.TARGET_GROUP.nameTaken(plan.name());
            }
            return present.get();
        }
        AwsException tooMany = TargetErrors.tooMany();
        quotas.requireRoom(() -> targetGroups.count(scope), ElbLimits.TARGET_GROUPS, tooMany.code(), tooMany.text());
        String vpcId = plan.vpcId();
        if (vpcId != null && vpcs.find(scope, vpcId).isEmpty()) {
            throw TargetErrors.vpcNotFound(vpcId);
        }
        TargetGroupEntity made =
                targetGroups.save(new TargetGroupEntity(scope, ids.hex(ElbArn.ID_LENGTH), clock.instant(), plan));
        made.tags().putAll(tags);
        return made;
    }

    /** The existing ones among the ids, by id. */
    public Map<String, TargetGroupEntity> byId(Scope scope, Collection<String> targetGroupIds) {
        Map<String, TargetGroupEntity> found = new LinkedHashMap<>();
        targetGroups.findAll(scope, targetGroupIds).forEach(each -> found.put(each.id(), each));
        return found;
    }

    /**
     * The requested ones by ARN or name, or all, in the order of their creation.
     *
     * @throws AwsException {@code TargetGroupNotFound} if one of them does not exist
     */
    List<TargetGroupEntity> findAll(Scope scope, List<String> arns, List<String> names) {
        return findAll(scope, arns, names, TargetGroupEntity::name);
    }

    /** The target groups that a load balancer forwards to. */
    List<TargetGroupEntity> ofLoadBalancer(LoadBalancerEntity loadBalancer) {
        Set<String> used = new LinkedHashSet<>();
        uses.forEach(use -> used.addAll(use.targetGroupIds(loadBalancer)));
        return targetGroups.findAll(loadBalancer.scope(), used);
    }

    /** The ARNs of the load balancers that forward to each of some target groups, by the target group's id. */
    public Map<String, Set<String>> loadBalancerArns(Collection<TargetGroupEntity> of) {
        List<String> targetGroupIds = of.stream().map(TargetGroupEntity::id).toList();
        Map<String, Set<String>> arns = new HashMap<>();
        targetGroupIds.forEach(id -> arns.put(id, new LinkedHashSet<>()));
        uses.forEach(use -> use.loadBalancerArns(targetGroupIds)
                .forEach((id, its) ->
                        arns.computeIfAbsent(id, each -> new LinkedHashSet<>()).addAll(its)));
        return arns;
    }

    /**
     * Deletes a target group. Succeeds if it does not exist.
     *
     * @throws AwsException {@code ResourceInUse} if a listener or a rule forwards to it
     */
    void delete(Scope scope, String arn) {
        lockIfPresent(scope, arn).ifPresent(found -> {
            if (uses.stream().anyMatch(use -> use.inUse(found.id()))) {
                throw TargetErrors.inUse(arn);
            }
            targetGroups.delete(found);
        });
    }

    @Override
    protected Optional<TargetGroupEntity> lockRow(Scope scope, String arn, String id) {
        return targetGroups.lock(scope, id);
    }
}
