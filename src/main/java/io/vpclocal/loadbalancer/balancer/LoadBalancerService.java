package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.LoadBalancerUse;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbService;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.network.securitygroup.SecurityGroupEntity;
import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The rules of load balancers. A change locks the VPC. */
@Service
public class LoadBalancerService extends ElbService<LoadBalancerEntity> {

    private final LoadBalancerRepository loadBalancers;
    private final LoadBalancerDeletionListener deletions;
    private final Placements placements;
    private final VpcService vpcs;
    private final SecurityGroupService groups;
    private final ObjectProvider<LoadBalancerUse> uses;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    LoadBalancerService(
            LoadBalancerRepository loadBalancers,
            LoadBalancerDeletionListener deletions,
            Placements placements,
            VpcService vpcs,
            SecurityGroupService groups,
            ObjectProvider<LoadBalancerUse> uses,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        super(ElbArn.Kind.LOAD_BALANCER, loadBalancers);
        this.loadBalancers = loadBalancers;
        this.deletions = deletions;
        this.placements = placements;
        this.vpcs = vpcs;
        this.groups = groups;
        this.uses = uses;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param made false if the same request created it before */
    record Creation(LoadBalancerEntity loadBalancer, boolean made) {}

    /**
     * Creates a load balancer, or returns the one that the same request created.
     *
     * @throws AwsException if the name is in use, or the subnets, groups, or addresses cannot be used
     */
    Creation create(Scope scope, LoadBalancerPlan plan, Map<String, String> tags) {
        Optional<LoadBalancerEntity> present = loadBalancers.named(scope, plan.name());
        if (present.isPresent()) {
            if (!plan.made(present.get())) {
                throw ElbArn.Kind.LOAD_BALANCER.nameTaken(plan.name());
            }
            return new Creation(present.get(), false);
        }
        requireRoom(scope, plan.type());
        String vpcId = placements.require(scope, plan.subnets()).values().stream()
                .findFirst()
                .map(SubnetEntity::vpcId)
                .orElseThrow();
        requireZones(plan.type(), plan.subnets());
        vpcs.lock(scope, vpcId);
        requireGroups(scope, vpcId, plan.groupIds());
        boolean inDefaultGroup =
                plan.type() == LoadBalancerType.APPLICATION && plan.groupIds().isEmpty();
        LoadBalancerPlan grouped =
                inDefaultGroup ? plan.in(List.of(groups.defaultOf(scope, vpcId).id())) : plan;
        LoadBalancerEntity made = loadBalancers.save(
                new LoadBalancerEntity(scope, ids.hex(ElbArn.ID_LENGTH), clock.instant(), grouped, vpcId));
        if (plan.type() != LoadBalancerType.GATEWAY && !plan.internetFacing()) {
            made.attributes().put(LoadBalancerAttributes.DENY_IGW, "true");
        }
        made.tags().putAll(tags);
        placements.place(made, plan.subnets());
        return new Creation(made, true);
    }

    /** The load balancers of all accounts in a Region with that name, which is in lower case. */
    List<LoadBalancerEntity> named(String region, String name) {
        return loadBalancers.ofAnyAccount(region, name);
    }

    Optional<LoadBalancerEntity> at(Scope scope, String networkInterfaceId) {
        return loadBalancers.at(scope.account(), scope.region(), networkInterfaceId);
    }

    /** The load balancers that exist, by ARN. */
    List<LoadBalancerEntity> findAll(Scope scope, Collection<String> arns) {
        List<String> ids =
                arns.stream().flatMap(arn -> idIn(scope, arn).stream()).toList();
        return loadBalancers.findAll(scope, ids).stream()
                .filter(found -> arns.contains(found.arn()))
                .toList();
    }

    /**
     * The requested ones by ARN or name, or all, in the order of their creation.
     *
     * @throws AwsException {@code LoadBalancerNotFound} if one of them does not exist
     */
    List<LoadBalancerEntity> findAll(Scope scope, List<String> arns, List<String> names) {
        if (!arns.isEmpty() && !names.isEmpty()) {
            throw ElbErrors.validation(
                    "Load balancer names and load balancer ARNs cannot be specified at the same time");
        }
        return findAll(scope, arns, names, LoadBalancerEntity::name);
    }

    /**
     * Deletes a load balancer with its listeners. Succeeds if it does not exist (Elastic Load Balancing API Reference).
     *
     * @throws AwsException if it has deletion protection, or is in use
     */
    Optional<LoadBalancerEntity> delete(Scope scope, String arn) {
        Optional<LoadBalancerEntity> found = lockIfPresent(scope, arn);
        found.ifPresent(loadBalancer -> {
            if (loadBalancer.deletionProtected()) {
                throw ElbErrors.deletionProtected(arn);
            }
            if (uses.stream().anyMatch(use -> use.uses(arn))) {
                throw ElbErrors.usedByService(arn);
            }
            deletions.deleting(loadBalancer);
            placements.remove(loadBalancer);
            loadBalancers.delete(loadBalancer);
        });
        return found;
    }

    /** Changes the subnets of a load balancer, and the address type if one is given. */
    void setSubnets(LoadBalancerEntity loadBalancer, List<RequestedSubnet> requested) {
        Set<String> wanted = new HashSet<>();
        requested.forEach(subnet -> wanted.add(subnet.subnetId()));
        if (loadBalancer.type() == LoadBalancerType.GATEWAY
                && loadBalancer.subnets().stream().anyMatch(subnet -> !wanted.contains(subnet.subnetId()))) {
            throw ElbErrors.subnetsCannotGo();
        }
        SubnetEntity one = placements
                .require(loadBalancer.scope(), requested)
                .values()
                .iterator()
                .next();
        if (!one.vpcId().equals(loadBalancer.vpcId())) {
            throw ElbErrors.subnetsOfSeveralVpcs();
        }
        requireZones(loadBalancer.type(), requested);
        placements.place(loadBalancer, requested);
    }

    void setAddressType(LoadBalancerEntity loadBalancer, String wanted) {
        String type = LoadBalancerPlan.addressType(wanted, loadBalancer.type(), loadBalancer.scheme());
        if (!type.equals(loadBalancer.ipAddressType())) {
            loadBalancer.useAddressType(type);
            placements.changeAddressType(loadBalancer);
        }
    }

    /** Replaces the security groups of a load balancer. A Network Load Balancer must have been created with groups. */
    void setGroups(LoadBalancerEntity loadBalancer, List<String> wanted) {
        if (loadBalancer.type() == LoadBalancerType.GATEWAY) {
            throw ElbErrors.notForType("SetSecurityGroups", loadBalancer.type());
        }
        if (loadBalancer.groupIds().isEmpty()) {
            throw ElbErrors.createdWithoutGroups();
        }
        if (wanted.isEmpty()) {
            throw ElbErrors.groupsCannotGo();
        }
        List<String> distinct = List.copyOf(new LinkedHashSet<>(wanted));
        requireGroups(loadBalancer.scope(), loadBalancer.vpcId(), distinct);
        loadBalancer.join(distinct);
        placements.changeGroups(loadBalancer);
    }

    private void requireRoom(Scope scope, LoadBalancerType type) {
        AwsException tooMany = ElbErrors.tooMany(type);
        quotas.requireRoom(
                () -> loadBalancers.countOfType(scope.account(), scope.region(), type.wire()),
                switch (type) {
                    case APPLICATION -> ElbLimits.APPLICATION_LOAD_BALANCERS;
                    case NETWORK -> ElbLimits.NETWORK_LOAD_BALANCERS;
                    case GATEWAY -> ElbLimits.GATEWAY_LOAD_BALANCERS;
                },
                tooMany.code(),
                tooMany.text());
    }

    /** The subnets are in different zones. */
    private static void requireZones(LoadBalancerType type, List<RequestedSubnet> subnets) {
        if (type == LoadBalancerType.APPLICATION && subnets.size() < ElbLimits.ZONES_OF_APPLICATION) {
            throw ElbErrors.twoZones();
        }
    }

    private void requireGroups(Scope scope, String vpcId, List<String> groupIds) {
        if (groupIds.size() > ElbLimits.GROUPS_PER_LOAD_BALANCER) {
            throw ElbErrors.tooManyGroups();
        }
        Map<String, SecurityGroupEntity> found = new HashMap<>();
        groups.findAll(scope, groupIds).forEach(group -> found.put(group.id(), group));
        for (String id : groupIds) {
            SecurityGroupEntity group = found.get(id);
            if (group == null) {
                throw ElbErrors.groupNotFound(id);
            }
            if (!group.vpcId().equals(vpcId)) {
                throw ElbErrors.groupOfOtherVpc();
            }
        }
    }

    @Override
    protected Optional<LoadBalancerEntity> lockRow(Scope scope, String arn, String id) {
        return loadBalancers.vpcIdOf(scope.account(), scope.region(), id).flatMap(vpcId -> {
            vpcs.lockIfPresent(scope, vpcId);
            return loadBalancers.lock(scope, id);
        });
    }
}
