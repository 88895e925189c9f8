package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.LoadBalancers;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds stored load balancers for other modules. */
@Component
@Transactional(readOnly = true)
class StoredLoadBalancers implements LoadBalancers {

    private final LoadBalancerService service;

    StoredLoadBalancers(LoadBalancerService service) {
        this.service = service;
    }

    @Override
    public Optional<LoadBalancer> find(String arn) {
        return ElbArn.parse(ElbArn.Kind.LOAD_BALANCER, arn)
                .flatMap(parsed -> service.find(parsed.scope(), arn))
                .map(StoredLoadBalancers::view);
    }

    @Override
    public Optional<LoadBalancer> named(String dnsName) {
        return BalancerDnsName.parse(dnsName)
                .flatMap(wanted -> service.named(wanted.region(), wanted.balancer()).stream()
                        .filter(stored -> stored.type() != LoadBalancerType.GATEWAY)
                        .filter(stored -> wanted.means(BalancerDnsName.of(stored)))
                        .findFirst())
                .map(StoredLoadBalancers::view);
    }

    @Override
    public Optional<LoadBalancer> at(Scope scope, String networkInterfaceId) {
        return service.at(scope, networkInterfaceId).map(StoredLoadBalancers::view);
    }

    @Override
    public Map<String, LoadBalancer> findAll(Collection<String> arns) {
        Map<Scope, List<String>> byScope = arns.stream()
                .flatMap(arn -> ElbArn.parse(ElbArn.Kind.LOAD_BALANCER, arn).stream())
                .collect(Collectors.groupingBy(ElbArn::scope, Collectors.mapping(ElbArn::text, Collectors.toList())));
        Map<String, LoadBalancer> found = new HashMap<>();
        byScope.forEach(
                (scope, its) -> service.findAll(scope, its).forEach(stored -> found.put(stored.arn(), view(stored))));
        return found;
    }

    private static LoadBalancer view(LoadBalancerEntity stored) {
        return new LoadBalancer(
                stored.arn(),
                stored.scope(),
                stored.name(),
                stored.type().wire(),
                stored.internetFacing(),
                stored.ipAddressType(),
                stored.vpcId(),
                stored.subnets().stream()
                        .map(subnet -> new Placement(
                                subnet.zone(), subnet.zoneId(), subnet.subnetId(), subnet.networkInterfaceId()))
                        .toList());
    }
}
