package io.vpclocal.loadbalancer;

/** Implemented by modules that use load balancers, to prevent their deletion. */
public interface LoadBalancerUse {

    /** True if the load balancer with that ARN is in use. */
    boolean uses(String loadBalancerArn);
}
