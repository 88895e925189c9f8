package io.vpclocal.endpointservice;

import io.vpclocal.endpointservice.EndpointDnsNames.DnsName;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The endpoint connections of customers' services, for the services' owners. Endpoints belong to other accounts and
 * Regions, so they are found by service, not by scope. Implemented by the endpoint module.
 */
public interface EndpointConnections {

    /** The connections of services in the order of their requests. */
    List<Connection> of(Collection<String> serviceIds);

    /** True if a connection is active or pending. The service cannot be deleted then. */
    boolean anyLive(String serviceId);

    /**
     * Accepts pending or rejected endpoints, or rejects pending and connected ones. Endpoints in other states do not
     * change.
     *
     * @throws AwsException {@code InvalidServiceName} if the service was deleted
     */
    List<Refusal> decide(EndpointService service, Collection<String> endpointIds, Decision decision);

    /** The decisions of a service's owner. */
    enum Decision {
        ACCEPT,
        REJECT
    }

    /** A decision that failed, and why. */
    record Refusal(String endpointId, AwsException reason) {}

    /**
     * @param id {@code vpce-con-} and 17 hex digits
     * @param consumer the account and Region of the endpoint
     * @param state as in the API, {@code pendingAcceptance} and so on
     */
    record Connection(
            String id,
            String serviceId,
            String endpointId,
            Scope consumer,
            String state,
            Instant createdAt,
            String ipAddressType,
            List<DnsName> dnsNames) {}
}
