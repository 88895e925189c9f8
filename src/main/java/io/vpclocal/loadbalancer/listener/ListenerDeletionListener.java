package io.vpclocal.loadbalancer.listener;

/** Implemented by the package whose resources are deleted with the listener. */
public interface ListenerDeletionListener {

    /** Called before the row of the listener is deleted. */
    void deleting(ListenerEntity listener);
}
