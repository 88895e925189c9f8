package io.vpclocal.endpointservice.hosted;

import io.vpclocal.endpointservice.ServiceBalancers;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the load balancers of a service for the data plane. */
@Component
@Transactional(readOnly = true)
class BalancersOfServices implements ServiceBalancers {

    private final HostedServices services;

    BalancersOfServices(HostedServices services) {
        this.services = services;
    }

    @Override
    public List<String> arns(String region, String serviceName) {
        return services.findByRegionAndServiceName(region, serviceName)
                .map(service -> List.copyOf(service.loadBalancerArns()))
                .orElse(List.of());
    }
}
