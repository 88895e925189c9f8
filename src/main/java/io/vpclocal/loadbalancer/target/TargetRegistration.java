package io.vpclocal.loadbalancer.target;

import io.vpclocal.loadbalancer.TargetInstances;
import io.vpclocal.loadbalancer.TargetInstances.TargetInstance;
import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.loadbalancer.targetgroup.Target;
import io.vpclocal.loadbalancer.targetgroup.TargetErrors;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupEntity;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupPlan;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupService;
import io.vpclocal.network.Cidr;
import io.vpclocal.network.region.Regions;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** Registers and deregisters targets. The caller has locked the target group. */
@Component
class TargetRegistration {

    /** Addresses outside the VPC that may be targets: RFC 1918 and RFC 6598. */
    private static final List<Cidr> PRIVATE = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
            .map(range -> Cidr.parse(range).orElseThrow())
            .toList();

    /** The types whose target groups have one target, with their names in error texts. */
    private static final Map<String, String> ONE_ONLY =
            Map.of(TargetGroupPlan.LAMBDA, "Lambda function", TargetGroupPlan.ALB, "Application Load Balancer");

    private static final String EVERY_ZONE = "all";
    private static final Pattern FUNCTION =
            Pattern.compile("arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9_$-]+)?");

    private final TargetInstances instances;
    private final SubnetService subnets;
    private final VpcService vpcs;
    private final Regions regions;
    private final TargetGroupService targetGroups;
    private final BalancerTargets balancers;
    private final Clock clock;

    TargetRegistration(
            TargetInstances instances,
            SubnetService subnets,
            VpcService vpcs,
            Regions regions,
            TargetGroupService targetGroups,
            BalancerTargets balancers,
            Clock clock) {
        this.instances = instances;
        this.subnets = subnets;
        this.vpcs = vpcs;
        this.regions = regions;
        this.targetGroups = targetGroups;
        this.balancers = balancers;
        this.clock = clock;
    }

    /**
     * Registers targets. Registered ones stay, and draining ones are registered again.
     *
     * @throws AwsException if one cannot be a target of this group
     */
    void register(TargetGroupEntity group, List<TargetDescription> wanted) {
        String kind = ONE_ONLY.get(group.targetType());
        if (kind != null && wanted.size() > 1) {
            throw TargetErrors.oneTargetAtOnce(kind, wanted.size());
        }
        List<Target> targets =
                switch (group.targetType()) {
                    case TargetGroupPlan.INSTANCE -> instances(group, wanted);
                    case TargetGroupPlan.LAMBDA -> functions(wanted);
                    case TargetGroupPlan.ALB -> balancers.targets(group, wanted);
                    default -> addresses(group, wanted);
                };
        List<Target> present = group.targets();
        present.removeIf(target -> gone(group, target));
        for (Target target : targets) {
            present.removeIf(other -> other.is(target.targetId(), target.port()) && other.deregisteredAt() != null);
            if (present.stream().noneMatch(other -> other.is(target.targetId(), target.port()))) {
                present.add(target);
            }
        }
        if (present.size() > ElbLimits.TARGETS_PER_GROUP) {
            throw TargetErrors.tooManyTargets();
        }
        if (ONE_ONLY.containsKey(group.targetType())
                && present.stream()
                                .filter(target -> target.deregisteredAt() == null)
                                .count()
                        > 1) {
            throw TargetErrors.oneTarget(group.targetType());
        }
    }

    /** Deregisters targets. A target without a port means all its ports. Unknown targets are ignored. */
    void deregister(TargetGroupEntity group, List<TargetDescription> unwanted) {
        boolean used =
                targetGroups.loadBalancerArns(List.of(group)).values().stream().anyMatch(arns -> !arns.isEmpty());
        List<Target> present = group.targets();
        present.removeIf(target -> gone(group, target));
        for (int i = present.size() - 1; i >= 0; i--) {
            Target target = present.get(i);
            boolean named = unwanted.stream().anyMatch(each -> target.is(id(each), each.port()));
            if (named && target.deregisteredAt() == null) {
                if (used) {
                    present.set(i, target.drained(clock.instant()));
                } else {
                    present.remove(i);
                }
            }
        }
    }

    /** True for a deregistered target that is draining. */
    boolean gone(TargetGroupEntity group, Target target) {
        return target.deregisteredAt() != null
                && !clock.instant().isBefore(target.deregisteredAt().plus(group.deregistrationDelay()));
    }

    private List<Target> instances(TargetGroupEntity group, List<TargetDescription> wanted) {
        Map<String, TargetInstance> known = instances.find(
                group.scope(), wanted.stream().map(TargetRegistration::id).toList());
        List<Target> targets = new ArrayList<>();
        List<String> stopped = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (TargetDescription each : wanted) {
            TargetInstance instance = known.get(id(each));
            if (instance == null) {
                throw TargetErrors.instanceNotValid(id(each));
            }
            if (each.availabilityZone() != null) {
                throw TargetErrors.zoneOfInstance();
            }
            if (!instance.running()) {
                stopped.add(id(each));
            }
            if (!instance.vpcId().equals(group.vpcId())) {
                elsewhere.add(id(each));
            }
            targets.add(new Target(id(each), port(group, each), null));
        }
        if (!stopped.isEmpty()) {
            throw TargetErrors.notRunning(stopped);
        }
        if (!elsewhere.isEmpty()) {
            throw TargetErrors.notInVpc(elsewhere, group.vpcId());
        }
        return targets;
    }

    private static List<Target> functions(List<TargetDescription> wanted) {
        List<Target> targets = new ArrayList<>();
        for (TargetDescription each : wanted) {
            if (!FUNCTION.matcher(id(each)).matches()) {
                throw TargetErrors.notAFunction(id(each));
            }
            if (each.port() != null) {
                throw TargetErrors.notForTargetType("port", TargetGroupPlan.LAMBDA);
            }
            String zone = each.availabilityZone();
            if (zone != null && !zone.equals(EVERY_ZONE)) {
                throw TargetErrors.notForTargetType("Availability Zone", TargetGroupPlan.LAMBDA);
            }
            targets.add(new Target(id(each), null, zone));
        }
        return targets;
    }

    private List<Target> addresses(TargetGroupEntity group, List<TargetDescription> wanted) {
        return wanted.stream()
                .map(each -> {
                    Cidr address = address(group, id(each));
                    return new Target(address.at(0), port(group, each), zone(group, address, each.availabilityZone()));
                })
                .toList();
    }

    private static Cidr address(TargetGroupEntity group, String text) {
        boolean v4 = group.ipAddressType().equals(TargetGroupPlan.IPV4);
        return Cidr.address(text)
                .filter(address -> address.v4() == v4)
                .orElseThrow(() -> TargetErrors.notAnAddress(text, v4 ? "IPv4" : "IPv6"));
    }

    /** An address in the VPC is in the zone of its subnet. Other addresses need an explicit zone. */
    private String zone(TargetGroupEntity group, Cidr address, @Nullable String named) {
        if (named != null
                && !named.equals(EVERY_ZONE)
                && regions.zone(group.region(), named).isEmpty()) {
            throw TargetErrors.zoneNotValid(named);
        }
        String vpcId = Objects.requireNonNull(group.vpcId());
        Optional<String> zone = subnets.ofVpc(group.scope(), vpcId).stream()
                .filter(subnet -> Stream.of(subnet.cidr(), subnet.ipv6Cidr())
                        .flatMap(Optional::stream)
                        .anyMatch(cidr -> cidr.contains(address)))
                .findFirst()
                .map(subnet -> subnet.availabilityZone());
        if (zone.isPresent()) {
            return EVERY_ZONE.equals(named) ? EVERY_ZONE : zone.get();
        }
        boolean inVpc = vpcs.find(group.scope(), vpcId).map(VpcEntity::cidrs).orElse(List.of()).stream()
                .anyMatch(cidr -> cidr.contains(address));
        if (!inVpc && PRIVATE.stream().noneMatch(range -> range.contains(address))) {
            throw TargetErrors.publicAddress(address.at(0));
        }
        if (named == null) {
            throw TargetErrors.zoneNeeded(address.at(0));
        }
        return named;
    }

    private static int port(TargetGroupEntity group, TargetDescription target) {
        Integer port = ElbParams.inRange(target.port(), "targets.port", 1, ElbLimits.MOST_PORT);
        if (port != null && group.protocol() == BalancedProtocol.GENEVE && !port.equals(group.port())) {
            throw TargetErrors.genevePort();
        }
        return port == null ? Objects.requireNonNull(group.port()) : port;
    }

    private static String id(TargetDescription target) {
        return ElbParams.require(target.id(), "targets.id");
    }
}
