package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.LoadBalancerUse;
import org.springframework.stereotype.Component;

/** An Application Load Balancer that is a target of a Network Load Balancer is not deleted. */
@Component
class BalancersAsTargets implements LoadBalancerUse {

    private final TargetGroups targetGroups;

    BalancersAsTargets(TargetGroups targetGroups) {
        this.targetGroups = targetGroups;
    }

    @Override
    public boolean uses(String loadBalancerArn) {
        return targetGroups.registrations(loadBalancerArn) > 0;
    }
}
