package io.vpclocal.endpointservice;

import io.vpclocal.protocol.Scope;

/**
 * Called in the transaction of an event of an interface endpoint's connection to a service of AWS or of a customer. A
 * listener's writes are committed or rolled back with the event (AWS PrivateLink Guide: "Receive alerts for endpoint
 * service events").
 */
public interface ConnectionListener {

    /** A consumer has created an endpoint, accepted or not. */
    void connected(Link link);

    /** The owner of the service has accepted the connection. Not called for services without acceptance. */
    void accepted(Link link);

    /** The owner of the service has rejected the connection, also after accepting it. */
    void rejected(Link link);

    /** The consumer has deleted the endpoint. */
    void deleted(Link link);

    /** The owner of a service without connections has deleted it. */
    default void withdrawn(String serviceId) {}

    /**
     * The service and the consumer of a connection.
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
