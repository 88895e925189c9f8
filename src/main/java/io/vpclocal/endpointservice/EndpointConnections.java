package io.vpclocal.endpointservice;

import io.vpclocal.endpointservice.EndpointDnsNames.DnsName;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The endpoints connected to services that customers host, as the services' owners may see and decide on them. They belong
 * to other accounts and live in any Region, so they are found by service and not by scope. Implemented by the module of
 * endpoints.
 */
public interface EndpointConnections {

    /** The connections of services in the order in which they were asked for. */
    List<Connection> of(Collection<String> serviceIds);

    /** True if a connection stands or may yet: the service cannot be deleted. */
    boolean anyLive(String serviceId);

    /**
     * Lets waiting or rejected endpoints connect, or refuses waiting ones and ends their connections. Endpoints on which
     * there is nothing to decide stay as they are.
     *
     * @throws AwsException {@code InvalidServiceName} if the service is gone
     */
    List<Refusal> decide(EndpointService service, Collection<String> endpointIds, Decision decision);

    /** What the owner of a service may say to an endpoint. */
    enum Decision {
        ACCEPT,
        REJECT
    }

    /** Why an endpoint is not decided on. */
    record Refusal(String endpointId, AwsException reason) {}

    /**
     * @param id {@code vpce-con-} and 17 hex digits
     * @param consumer the account and Region of the endpoint
     * @param state as on the wire, {@code pendingAcceptance} and so on
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
