package io.vpclocal.endpoint;

import io.vpclocal.endpointservice.EndpointConnections;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Endpoints as the owner of their service sees them: neither their interfaces nor their policies. */
@Component
@Transactional
class ServiceConnections implements EndpointConnections {

    private final VpcEndpoints endpoints;
    private final VpcService vpcs;
    private final Lifecycle lifecycle;

    ServiceConnections(VpcEndpoints endpoints, VpcService vpcs, Lifecycle lifecycle) {
        this.endpoints = endpoints;
        this.vpcs = vpcs;
        this.lifecycle = lifecycle;
    }

    @Override
    public List<Connection> of(String serviceId) {
        return endpoints.ofService(serviceId).stream()
                .filter(endpoint -> lifecycle.state(endpoint) != EndpointState.DELETED)
                .map(this::connection)
                .toList();
    }

    @Override
    public Optional<Connection> find(String serviceId, String endpointId) {
        return endpoints
                .ofService(serviceId, endpointId)
                .filter(endpoint -> lifecycle.state(endpoint) != EndpointState.DELETED)
                .map(this::connection);
    }

    @Override
    public boolean anyLive(String serviceId) {
        return endpoints.ofService(serviceId).stream()
                .anyMatch(endpoint -> endpoint.phase() == EndpointPhase.CONNECTED
                        || endpoint.phase() == EndpointPhase.PENDING_ACCEPTANCE);
    }

    @Override
    public void accept(String serviceId, String endpointId) {
        decide(
                serviceId,
                endpointId,
                EndpointPhase.CONNECTED,
                Set.of(EndpointPhase.PENDING_ACCEPTANCE, EndpointPhase.REJECTED));
    }

    @Override
    public void reject(String serviceId, String endpointId) {
        decide(
                serviceId,
                endpointId,
                EndpointPhase.REJECTED,
                Set.of(EndpointPhase.PENDING_ACCEPTANCE, EndpointPhase.CONNECTED));
    }

    /** Both sides hold the endpoint's VPC, so that a decision and a deletion come one after the other. */
    private void decide(String serviceId, String endpointId, EndpointPhase to, Set<EndpointPhase> from) {
        EndpointIds.VPC_ENDPOINT.requireWellFormed(endpointId);
        VpcEndpoints.Place place = endpoints
                .placeOf(serviceId, endpointId)
                .orElseThrow(() -> EndpointIds.VPC_ENDPOINT.notFound(endpointId));
        vpcs.lock(new Scope(place.getAccount(), place.getRegion()), place.getVpcId());
        VpcEndpointEntity endpoint = endpoints
                .ofService(serviceId, endpointId)
                .orElseThrow(() -> EndpointIds.VPC_ENDPOINT.notFound(endpointId));
        if (!from.contains(endpoint.phase())) {
            throw EndpointErrors.notToDecide(
                    endpointId, lifecycle.state(endpoint).wire());
        }
        endpoint.enter(to, lifecycle.now());
    }

    private Connection connection(VpcEndpointEntity endpoint) {
        return new Connection(
                endpoint.id(),
                endpoint.scope(),
                lifecycle.state(endpoint).wire(),
                endpoint.createdAt(),
                endpoint.ipAddressType(),
                endpoint.dnsNames());
    }
}
