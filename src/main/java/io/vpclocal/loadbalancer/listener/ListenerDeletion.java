package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.balancer.LoadBalancerDeletionListener;
import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import org.springframework.stereotype.Component;

/** Deletes the listeners of a load balancer with it. */
@Component
class ListenerDeletion implements LoadBalancerDeletionListener {

    private final ListenerRepository listeners;

    ListenerDeletion(ListenerRepository listeners) {
        this.listeners = listeners;
    }

    @Override
    public void deleting(LoadBalancerEntity loadBalancer) {
        listeners.ofLoadBalancer(loadBalancer.id()).forEach(listeners::delete);
    }
}
