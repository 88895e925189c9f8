package io.vpclocal.loadbalancer;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells other rooms of the load balancers in the database. */
@Component
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

    private static LoadBalancer view(LoadBalancerEntity stored) {
        return new LoadBalancer(
                stored.arn(),
                stored.scope(),
                stored.name(),
                stored.type().wire(),
                stored.ipAddressType(),
                stored.vpcId(),
                stored.subnets().stream()
                        .map(subnet -> new Placement(
                                subnet.zone(), subnet.zoneId(), subnet.subnetId(), subnet.networkInterfaceId()))
                        .toList());
    }
}
