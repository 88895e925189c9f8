package io.vpclocal.loadbalancer.balancer;

/** Implemented by what is deleted together with its load balancer. */
public interface LoadBalancerDeletionListener {

    /** Called before the row of the load balancer is deleted. */
    void deleting(LoadBalancerEntity loadBalancer);
}
