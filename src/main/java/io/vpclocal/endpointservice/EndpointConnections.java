package io.vpclocal.endpointservice;

import io.vpclocal.endpointservice.EndpointDnsNames.DnsName;
import io.vpclocal.protocol.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The endpoints connected to a service, as the service's owner may see and decide on them. They belong to other accounts
 * and live in any Region, so they are found by service and not by scope. Implemented by the room of endpoints.
 */
public interface EndpointConnections {

    /** The connections of a service in the order in which they were asked for. */
    List<Connection> of(String serviceId);

    /** The connection of one endpoint to the service. */
    Optional<Connection> find(String serviceId, String endpointId);

    /** True if a connection stands or may yet: the service cannot be deleted. */
    boolean anyLive(String serviceId);

    /** Lets a waiting or rejected endpoint connect. @throws AwsException if there is no such connection to decide on */
    void accept(String serviceId, String endpointId);

    /** Refuses a waiting endpoint, or ends its connection. @throws AwsException if there is no such connection */
    void reject(String serviceId, String endpointId);

    /**
     * @param consumer the account and Region of the endpoint
     * @param state as on the wire, {@code pendingAcceptance} and so on
     */
    record Connection(
            String endpointId,
            Scope consumer,
            String state,
            Instant createdAt,
            String ipAddressType,
            List<DnsName> dnsNames) {}
}
