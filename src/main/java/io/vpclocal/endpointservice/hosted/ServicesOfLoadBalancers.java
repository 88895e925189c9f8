package io.vpclocal.endpointservice.hosted;

import io.vpclocal.loadbalancer.LoadBalancerUse;
import org.springframework.stereotype.Component;

/** A load balancer of a service cannot be deleted. */
@Component
class ServicesOfLoadBalancers implements LoadBalancerUse {

    private final HostedServices services;

    ServicesOfLoadBalancers(HostedServices services) {
        this.services = services;
    }

    @Override
    public boolean uses(String loadBalancerArn) {
        return services.anyBehind(loadBalancerArn);
    }
}
