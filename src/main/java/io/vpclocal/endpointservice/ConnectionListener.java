package io.vpclocal.endpointservice;

import io.vpclocal.protocol.Scope;

/**
 * Told, within the transaction in which it happens, of what becomes of interface endpoints' connections to services of
 * AWS or of customers: what a listener writes is kept or lost together with the event (AWS PrivateLink Guide: "Receive
 * alerts for endpoint service events").
 */
public interface ConnectionListener {

    /** A consumer has created an endpoint, whether or not the owner of the service is yet to accept it. */
    void connected(Link link);

    /** The owner of the service has accepted the connection. Services that need no acceptance never do. */
    void accepted(Link link);

    /** The owner of the service has refused the connection, or ended it. */
    void rejected(Link link);

    /** The consumer has deleted the endpoint. */
    void deleted(Link link);

    /** The owner of a service has deleted it, which it can while nothing is connected. */
    default void withdrawn(String serviceId) {}

    /**
     * The two ends of a connection.
     *
     * @param serviceOwner {@code amazon} or the account that hosts the service
     * @param consumer the account and Region of the endpoint
     */
    record Link(
            String serviceId,
            String serviceName,
            String serviceOwner,
            String serviceRegion,
            String endpointId,
            Scope consumer) {}
}
