package io.vpclocal.endpointservice.hosted;

import io.vpclocal.loadbalancer.LoadBalancers;
import io.vpclocal.loadbalancer.LoadBalancers.LoadBalancer;
import io.vpclocal.loadbalancer.LoadBalancers.Placement;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The load balancers of hosted services: their validation, and the zones of a service. */
@Component
class ServiceLoadBalancers {

    private static final Pattern NETWORK = arns("net");
    private static final Pattern GATEWAY = arns("gwy");

    private final LoadBalancers balancers;
    private final Regions regions;

    ServiceLoadBalancers(LoadBalancers balancers, Regions regions) {
        this.balancers = balancers;
        this.regions = regions;
    }

    /** The zones of each service by its id, ordered by name: all zones of its load balancers. */
    Map<String, List<AvailabilityZone>> zones(Collection<HostedServiceEntity> services) {
        List<String> arns = services.stream()
                .flatMap(service -> service.loadBalancerArns().stream())
                .distinct()
                .toList();
        Map<String, LoadBalancer> found = arns.isEmpty() ? Map.of() : balancers.findAll(arns);
        Map<String, List<AvailabilityZone>> zones = new HashMap<>();
        services.forEach(service -> zones.put(service.id(), zones(service, found)));
        return zones;
    }

    /**
     * Checks that load balancers can front a service.
     *
     * @param gateway whether Gateway Load Balancers are expected
     * @param addressTypes what the service supports
     * @throws AwsException if one is unknown, of another account, Region, or type, or does not support the address
     *     types
     */
    void requireFitting(Scope scope, boolean gateway, Collection<String> arns, Collection<String> addressTypes) {
        String kind = gateway ? "Gateway" : "Network";
        for (String arn : arns) {
            if (!(gateway ? GATEWAY : NETWORK).matcher(arn).matches()) {
                throw HostedErrors.malformedArn(kind, arn);
            }
            LoadBalancer balancer = balancers
                    .find(arn)
                    .filter(found -> found.scope().equals(scope))
                    .orElseThrow(() -> HostedErrors.noLoadBalancer(kind, arn));
            if (addressTypes.contains("ipv6") && !balancer.ipAddressType().equals("dualstack")) {
                throw HostedErrors.loadBalancerLacksIpv6(arn);
            }
        }
    }

    private List<AvailabilityZone> zones(HostedServiceEntity service, Map<String, LoadBalancer> found) {
        return service.loadBalancerArns().stream()
                .flatMap(arn -> Optional.ofNullable(found.get(arn)).stream())
                .flatMap(balancer -> balancer.placements().stream())
                .map(Placement::zoneName)
                .distinct()
                .flatMap(zone -> regions.zone(service.region(), zone).stream())
                .sorted(Comparator.comparing(AvailabilityZone::name))
                .toList();
    }

    private static Pattern arns(String kind) {
        return Pattern.compile("arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\\d{12}:loadbalancer/" + kind
                + "/[A-Za-z0-9-]+/[0-9a-f]+");
    }
}
