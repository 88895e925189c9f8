package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.action.ActionErrors;
import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.balancer.LoadBalancerPlan;
import io.vpclocal.loadbalancer.balancer.LoadBalancerService;
import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbService;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupEntity;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupPlan;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;

/** The rules of listeners. A change locks the load balancer. */
@Service
public class ListenerService extends ElbService<ListenerEntity> {

    private final Listeners listeners;
    private final LoadBalancerService loadBalancers;
    private final TargetGroupService targetGroups;
    private final ListenerDeletion deletion;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    ListenerService(
            Listeners listeners,
            LoadBalancerService loadBalancers,
            TargetGroupService targetGroups,
            ListenerDeletion deletion,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        super(ElbArn.Kind.LISTENER, listeners);
        this.listeners = listeners;
        this.loadBalancers = loadBalancers;
        this.targetGroups = targetGroups;
        this.deletion = deletion;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Creates a listener of a load balancer that the caller has locked, or returns the one that the same request
     * created.
     *
     * @throws AwsException if its port is in use, or it does not match its load balancer or its target groups
     */
    ListenerEntity create(LoadBalancerEntity loadBalancer, ListenerPlan wanted, Map<String, String> tags) {
        ListenerPlan plan = fitting(loadBalancer, wanted);
        List<ListenerEntity> present = listeners.ofLoadBalancer(loadBalancer.id());
        Optional<ListenerEntity> taken = present.stream()
                .filter(other -> Objects.equals(other.plan().port(), plan.port()))
                .findFirst();
        if (taken.isPresent()) {
            if (!taken.get().plan().equals(plan)) {
                throw ListenerErrors.exists(loadBalancer.arn());
            }
            return taken.get();
        }
        AwsException tooMany = ListenerErrors.tooMany();
        quotas.requireRoom(() -> present.size(), ElbLimits.LISTENERS_PER_LOAD_BALANCER, tooMany.code(), tooMany.text());
        ListenerEntity made =
                listeners.save(new ListenerEntity(loadBalancer, ids.hex(ElbArn.ID_LENGTH), clock.instant(), plan));
        made.tags().putAll(tags);
        return made;
    }

    /** Changes a listener that the caller has locked. */
    void modify(ListenerEntity listener, ListenerPlan wanted) {
        LoadBalancerEntity loadBalancer = loadBalancers.require(listener.scope(), listener.loadBalancerArn());
        ListenerPlan plan = fitting(loadBalancer, wanted);
        boolean taken = listeners.ofLoadBalancer(loadBalancer.id()).stream()
                .anyMatch(other -> !other.id().equals(listener.id())
                        && Objects.equals(other.plan().port(), plan.port()));
        if (taken) {
            throw ListenerErrors.exists(loadBalancer.arn());
        }
        listener.become(plan);
    }

    public List<ListenerEntity> ofLoadBalancer(LoadBalancerEntity loadBalancer) {
        return listeners.ofLoadBalancer(loadBalancer.id());
    }

    /** @throws AwsException {@code ListenerNotFound} if one of them does not exist */
    List<ListenerEntity> requireAll(Scope scope, List<String> arns) {
        List<ListenerEntity> found = new ArrayList<>();
        for (String arn : arns) {
            found.add(find(scope, arn).orElseThrow(ElbArn.Kind.LISTENER::someNotFound));
        }
        return found;
    }

    void delete(Scope scope, String arn) {
        deletion.delete(lock(scope, arn));
    }

    /** The target group of a new forward action, locked, so that it is not deleted concurrently. */
    public TargetGroupEntity target(Scope scope, String arn) {
        return targetGroups.lock(scope, arn);
    }

    /** The default actions of a listener. */
    public List<Action> actions(ListenerEntity listener) {
        List<String> targets = listener.targetGroups().stream()
                .map(ListenerTargetGroup::targetGroupId)
                .toList();
        return DefaultActions.toWire(listener, targetGroups.byId(listener.scope(), targets));
    }

    private ListenerPlan fitting(LoadBalancerEntity loadBalancer, ListenerPlan wanted) {
        BalancedProtocol protocol = wanted.protocol();
        if (loadBalancer.type() != LoadBalancerType.GATEWAY) {
            requirePortAndProtocol(loadBalancer, wanted);
        } else if (protocol != null || wanted.port() != null) {
            throw ListenerErrors.notForGateway(protocol == null ? "port" : "protocol");
        }
        requireFitting(
                loadBalancer,
                protocol,
                wanted.targetGroups().stream()
                        .map(ListenerTargetGroup::targetGroupId)
                        .toList());
        return wanted.secured();
    }

    /**
     * Checks that a listener can forward to target groups.
     *
     * @param protocol the listener's; null for a Gateway Load Balancer
     * @throws AwsException if a target group has another protocol or VPC, or another load balancer uses it
     */
    public void requireFitting(
            LoadBalancerEntity loadBalancer, @Nullable BalancedProtocol protocol, List<String> wantedIds) {
        Set<BalancedProtocol> allowed = (protocol == null ? BalancedProtocol.GENEVE : protocol).targets();
        boolean http = protocol != null && protocol.http();
        Map<String, TargetGroupEntity> groups = targetGroups.byId(loadBalancer.scope(), wantedIds);
        List<String> incompatible = groups.values().stream()
                .filter(group -> group.protocol() == null ? !http : !allowed.contains(group.protocol()))
                .map(TargetGroupEntity::arn)
                .toList();
        if (!incompatible.isEmpty()) {
            throw ListenerErrors.incompatible(incompatible);
        }
        requireTogether(loadBalancer, groups.values());
        Map<String, Set<String>> users = targetGroups.loadBalancerArns(groups.values());
        for (TargetGroupEntity group : groups.values()) {
            if (group.vpcId() != null && !group.vpcId().equals(loadBalancer.vpcId())) {
                throw ListenerErrors.otherVpc(group.arn(), loadBalancer.arn());
            }
            if (users.getOrDefault(group.id(), Set.of()).stream().anyMatch(arn -> !arn.equals(loadBalancer.arn()))) {
                throw ListenerErrors.ofOtherLoadBalancer(group.arn());
            }
        }
    }

    /** What target groups of one action need to have in common. */
    private static void requireTogether(LoadBalancerEntity loadBalancer, Collection<TargetGroupEntity> groups) {
        if (groups.size() > 1 && groups.stream().anyMatch(TargetGroupEntity::stickyByApplicationCookie)) {
            throw ActionErrors.stickyTargetGroups();
        }
        if (groups.stream().map(TargetGroupEntity::ipAddressType).distinct().count() > 1) {
            throw ListenerErrors.severalAddressTypes();
        }
        boolean v6 = groups.stream().anyMatch(group -> !group.ipAddressType().equals(TargetGroupPlan.IPV4));
        if (v6 && loadBalancer.ipAddressType().equals(LoadBalancerPlan.IPV4)) {
            throw ListenerErrors.ipv6TargetsOfIpv4();
        }
    }

    private static void requirePortAndProtocol(LoadBalancerEntity loadBalancer, ListenerPlan wanted) {
        BalancedProtocol protocol = wanted.protocol();
        if (protocol == null) {
            throw ListenerErrors.missing("protocol");
        }
        if (wanted.port() == null) {
            throw ListenerErrors.missing("port");
        }
        boolean application = loadBalancer.type() == LoadBalancerType.APPLICATION;
        if (protocol == BalancedProtocol.GENEVE || protocol.http() != application) {
            throw ListenerErrors.protocol(protocol, loadBalancer.type());
        }
        if (protocol.carriesUdp() && loadBalancer.ipAddressType().equals(LoadBalancerPlan.DUALSTACK)) {
            throw ListenerErrors.udpOnDualstack(protocol);
        }
    }

    /** Holds its load balancer first. */
    @Override
    protected Optional<ListenerEntity> lockRow(Scope scope, String arn, String id) {
        String loadBalancerArn = arn.substring(0, arn.lastIndexOf('/')).replace(":listener/", ":loadbalancer/");
        return loadBalancers.lockIfPresent(scope, loadBalancerArn).flatMap(held -> listeners.lock(scope, id));
    }
}
