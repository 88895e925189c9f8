package io.vpclocal.loadbalancer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Marks load balancers as used, for tests. */
@Component
class UsedLoadBalancers implements LoadBalancerUse {

    final Set<String> arns = ConcurrentHashMap.newKeySet();

    @Override
    public boolean uses(String loadBalancerArn) {
        return arns.contains(loadBalancerArn);
    }
}
