package io.vpclocal.endpoint.action;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.connection.ConnectionEvents;
import io.vpclocal.endpoint.connection.ConnectionIds;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.endpoint.vpcendpoint.EndpointPhase;
import io.vpclocal.endpoint.vpcendpoint.Lifecycle;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.TagStore;
import io.vpclocal.resource.UnsuccessfulItems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** Deletes endpoints in two steps. Without a deletion time both happen at once. */
@Service
class EndpointDeletion {

    private final VpcEndpoints endpoints;
    private final EndpointBehaviours behaviours;
    private final VpcService vpcs;
    private final TagStore tags;
    private final Lifecycle lifecycle;
    private final ConnectionEvents events;

    EndpointDeletion(
            VpcEndpoints endpoints,
            EndpointBehaviours behaviours,
            VpcService vpcs,
            TagStore tags,
            Lifecycle lifecycle,
            ConnectionEvents events) {
        this.endpoints = endpoints;
        this.behaviours = behaviours;
        this.vpcs = vpcs;
        this.tags = tags;
        this.lifecycle = lifecycle;
        this.events = events;
    }

    /** Deletes each endpoint that can be deleted, and returns an error for each of the others. */
    List<UnsuccessfulItem> delete(Scope scope, List<String> ids) {
        Set<String> wanted = new LinkedHashSet<>(ids);
        // A fixed order prevents deadlocks between two such calls.
        endpoints.vpcIdsOf(scope.account(), scope.region(), wanted).forEach(vpcId -> vpcs.lock(scope, vpcId));
        List<VpcEndpointEntity> deletable = new ArrayList<>();
        List<UnsuccessfulItem> unsuccessful = new ArrayList<>();
        for (String id : wanted) {
            try {
                deletable.add(requireDeletable(scope, id, wanted));
            } catch (AwsException refusal) {
                unsuccessful.add(UnsuccessfulItems.of(id, refusal));
            }
        }
        deletable.forEach(this::begin);
        return unsuccessful;
    }

    private VpcEndpointEntity requireDeletable(Scope scope, String id, Set<String> wanted) {
        EndpointIds.VPC_ENDPOINT.requireWellFormed(id);
        VpcEndpointEntity endpoint = endpoints.find(scope, id).orElseThrow(() -> EndpointErrors.nothingToDelete(id));
        behaviours.of(endpoint.type()).requireDeletable(endpoint, wanted);
        return endpoint;
    }

    private void begin(VpcEndpointEntity endpoint) {
        if (endpoint.phase() != EndpointPhase.DELETING) {
            behaviours.of(endpoint.type()).disconnect(endpoint);
            endpoint.enter(EndpointPhase.DELETING, lifecycle.now());
            events.deleted(endpoint);
        }
        if (lifecycle.deletesAtOnce()) {
            remove(endpoint);
        }
    }

    /** Removes an endpoint at the end of its deletion time. Does nothing if a concurrent call removed it. */
    void end(Scope scope, String vpcId, String id) {
        vpcs.lockIfPresent(scope, vpcId);
        endpoints
                .find(scope, id)
                .filter(endpoint -> lifecycle.state(endpoint) == EndpointState.DELETED)
                .ifPresent(this::remove);
    }

    private void remove(VpcEndpointEntity endpoint) {
        behaviours.of(endpoint.type()).remove(endpoint);
        tags.forget(endpoint.scope(), endpoint.id());
        if (endpoint.hosted()) {
            Scope provider = new Scope(endpoint.serviceOwner(), endpoint.serviceRegion());
            tags.forget(provider, ConnectionIds.ofEndpoint(endpoint.id()));
        }
        endpoints.delete(endpoint);
    }
}
