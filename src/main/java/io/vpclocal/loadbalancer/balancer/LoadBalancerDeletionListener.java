package io.vpclocal.loadbalancer.balancer;

/** Implemented by modules whose resources are deleted with the load balancer. */
public interface LoadBalancerDeletionListener {

    /** Called before the row of the load balancer is deleted. */
    void deleting(LoadBalancerEntity loadBalancer);
}
