package io.vpclocal.loadbalancer;

/** Implemented by whatever is built on load balancers of others, so that those are not deleted under it. */
public interface LoadBalancerUse {

    /** True if something here stands on the load balancer with that ARN. */
    boolean uses(String loadBalancerArn);
}
