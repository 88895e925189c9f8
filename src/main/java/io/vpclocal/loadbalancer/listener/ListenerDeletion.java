package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.balancer.LoadBalancerDeletionListener;
import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import org.springframework.stereotype.Component;

/** Deletes listeners, and those of a load balancer with it. */
@Component
class ListenerDeletion implements LoadBalancerDeletionListener {

    private final Listeners listeners;

    private final ListenerDeletionListener deletions;

    ListenerDeletion(Listeners listeners, ListenerDeletionListener deletions) {
        this.listeners = listeners;
        this.deletions = deletions;
    }

    /** Deletes a listener with its rules. */
    void delete(ListenerEntity listener) {
        deletions.deleting(listener);
        listeners.delete(listener);
    }

    @Override
    public void deleting(LoadBalancerEntity loadBalancer) {
        listeners.ofLoadBalancer(loadBalancer.id()).forEach(this::delete);
    }
}
