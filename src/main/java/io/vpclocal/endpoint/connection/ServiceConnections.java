package io.vpclocal.endpoint.connection;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.endpoint.vpcendpoint.EndpointPhase;
import io.vpclocal.endpoint.vpcendpoint.Lifecycle;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.endpointservice.EndpointConnections;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.endpointservice.EndpointServices;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Endpoints as the owner of their service sees them, without interfaces and policies. */
@Component
@Transactional
class ServiceConnections implements EndpointConnections {

    /**
     * The decisions and the states that allow them. Rejected endpoints can be accepted, as we read
     * the guide.
     */
    private static final Map<Decision, Set<EndpointState>> DECIDABLE = Map.of(
            Decision.ACCEPT, EnumSet.of(EndpointState.PENDING_ACCEPTANCE, EndpointState.REJECTED),
            Decision.REJECT,
                    EnumSet.of(EndpointState.PENDING_ACCEPTANCE, EndpointState.PENDING, EndpointState.AVAILABLE));

    private final VpcEndpoints endpoints;
    private final EndpointServices services;
    private final VpcService vpcs;
    private final Lifecycle lifecycle;
    private final ConnectionEvents events;

    ServiceConnections(
            VpcEndpoints endpoints,
            EndpointServices services,
            VpcService vpcs,
            Lifecycle lifecycle,
            ConnectionEvents events) {
        this.endpoints = endpoints;
        this.services = services;
        this.vpcs = vpcs;
        this.lifecycle = lifecycle;
        this.events = events;
    }

    @Override
    public List<Connection> of(Collection<String> serviceIds) {
        return serviceIds.isEmpty()
                ? List.of()
                : endpoints.ofServices(serviceIds).stream()
                        .filter(endpoint -> lifecycle.state(endpoint) != EndpointState.DELETED)
                        .map(this::connection)
                        .toList();
    }

    @Override
    public boolean anyLive(String serviceId) {
        return endpoints.anyLive(serviceId, lifecycle.expiredBefore());
    }

    /** Both sides lock the endpoint's VPC, so that a decision and a deletion are serialized. */
    @Override
    public List<Refusal> decide(EndpointService service, Collection<String> endpointIds, Decision decision) {
        Set<String> wanted = new LinkedHashSet<>(endpointIds);
        // A fixed order prevents deadlocks between two such calls.
        endpoints
                .placesOf(service.id(), wanted)
                .forEach(place ->
                        vpcs.lockIfPresent(new Scope(place.getAccount(), place.getRegion()), place.getVpcId()));
        services.lock(service);
        Map<String, VpcEndpointEntity> found = new LinkedHashMap<>();
        endpoints.ofService(service.id(), wanted).forEach(endpoint -> found.put(endpoint.id(), endpoint));
        List<Refusal> refusals = new ArrayList<>();
        for (String id : wanted) {
            try {
                decide(requireDecidable(id, found.get(id), decision), decision);
            } catch (AwsException reason) {
                refusals.add(new Refusal(id, reason));
            }
        }
        return refusals;
    }

    private VpcEndpointEntity requireDecidable(String id, @Nullable VpcEndpointEntity endpoint, Decision decision) {
        EndpointIds.VPC_ENDPOINT.requireWellFormed(id);
        if (endpoint == null || lifecycle.state(endpoint) == EndpointState.DELETED) {
            throw EndpointIds.VPC_ENDPOINT.notFound(id);
        }
        EndpointState state = lifecycle.state(endpoint);
        if (!DECIDABLE.getOrDefault(decision, Set.of()).contains(state)) {
            throw EndpointErrors.notToDecide(id, state.wire());
        }
        return endpoint;
    }

    private void decide(VpcEndpointEntity endpoint, Decision decision) {
        switch (decision) {
            case ACCEPT -> {
                endpoint.enter(EndpointPhase.CONNECTED, lifecycle.now());
                events.accepted(endpoint);
            }
            case REJECT -> {
                endpoint.enter(EndpointPhase.REJECTED, lifecycle.now());
                events.rejected(endpoint);
            }
        }
    }

    private Connection connection(VpcEndpointEntity endpoint) {
        return new Connection(
                ConnectionIds.ofEndpoint(endpoint.id()),
                endpoint.serviceId(),
                endpoint.id(),
                endpoint.scope(),
                lifecycle.state(endpoint).wire(),
                endpoint.createdAt(),
                endpoint.ipAddressType(),
                endpoint.dnsNames());
    }
}
