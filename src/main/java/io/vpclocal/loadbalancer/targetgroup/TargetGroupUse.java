package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The target groups that load balancers forward to. */
public interface TargetGroupUse {

    boolean inUse(String targetGroupId);

    /** The ids of the target groups that the load balancer forwards to. */
    Set<String> targetGroupIds(LoadBalancerEntity loadBalancer);

    /** The ARNs of the load balancers that forward to each of the target groups, by the target group's id. */
    Map<String, Set<String>> loadBalancerArns(Collection<String> targetGroupIds);
}
