package io.vpclocal.endpoint.action;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.connection.ConnectionEvents;
import io.vpclocal.endpoint.vpcendpoint.EndpointBehaviour;
import io.vpclocal.endpoint.vpcendpoint.EndpointBehaviour.Site;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.endpoint.vpcendpoint.EndpointPhase;
import io.vpclocal.endpoint.vpcendpoint.EndpointTypes;
import io.vpclocal.endpoint.vpcendpoint.Lifecycle;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.endpointservice.EndpointServices;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.TagStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;

/** Creates and changes endpoints: the rules of all types. The VPC is locked first. */
@Service
class VpcEndpointService {

    private static final int TOKEN_LENGTH = 8;

    private final VpcEndpoints endpoints;
    private final EndpointBehaviours behaviours;
    private final EndpointTargets targets;
    private final EndpointServices services;
    private final VpcService vpcs;
    private final ClientTokens tokens;
    private final TagStore tags;
    private final Lifecycle lifecycle;
    private final ConnectionEvents events;
    private final Ids ids;

    VpcEndpointService(
            VpcEndpoints endpoints,
            EndpointBehaviours behaviours,
            EndpointTargets targets,
            EndpointServices services,
            VpcService vpcs,
            ClientTokens tokens,
            TagStore tags,
            Lifecycle lifecycle,
            ConnectionEvents events,
            Ids ids) {
        this.endpoints = endpoints;
        this.behaviours = behaviours;
        this.targets = targets;
        this.services = services;
        this.vpcs = vpcs;
        this.tokens = tokens;
        this.tags = tags;
        this.lifecycle = lifecycle;
        this.events = events;
        this.ids = ids;
    }

    /** Creates an endpoint, or returns the one that was created with the same client token. */
    VpcEndpointEntity create(Call call, CreateVpcEndpointRequest request) {
        return tokens.once(
                call,
                request.clientToken(),
                request,
                id -> endpoints.find(call.scope(), id),
                () -> createNew(call, request));
    }

    private VpcEndpointEntity createNew(Call call, CreateVpcEndpointRequest request) {
        String vpcId = Params.require(request.vpcId(), "VpcId");
        EndpointType type = EndpointTypes.of(request.vpcEndpointTypeAsString());
        EndpointService service = targets.resolve(call, request, type);
        EndpointBehaviour behaviour = behaviours.of(type);
        behaviour.requireFitting(request);
        VpcEntity vpc = lockVpc(call.scope(), vpcId);
        services.lock(service);
        behaviour.requireRoom(vpc);
        VpcEndpointEntity endpoint = new VpcEndpointEntity(
                vpc, ids.next(EndpointIds.KIND.prefix()), lifecycle.now(), service, ids.lower(TOKEN_LENGTH));
        endpoint.usePolicy(policy(request.policyDocument(), service));
        behaviour.create(endpoint, new Site(vpc, service), request);
        endpoints.save(endpoint);
        tags.create(call.scope(), EndpointIds.KIND, endpoint.id(), request.tagSpecifications());
        events.connected(endpoint);
        return endpoint;
    }

    void modify(Call call, ModifyVpcEndpointRequest request) {
        String id = Params.require(request.vpcEndpointId(), "VpcEndpointId");
        VpcEndpointEntity endpoint = lock(call.scope(), id);
        if (endpoint.phase() == EndpointPhase.DELETING) {
            throw EndpointErrors.beingDeleted(id);
        }
        if (lifecycle.modifying(endpoint)) {
            throw EndpointErrors.beingModified();
        }
        EndpointBehaviour behaviour = behaviours.of(endpoint.type());
        behaviour.requireFitting(request);
        EndpointService service = services.connected(
                        endpoint.serviceRegion(),
                        endpoint.serviceName(),
                        endpoint.type().wire())
                .orElseThrow(() -> EndpointErrors.serviceGone(endpoint.serviceName()));
        changePolicy(endpoint, service, request);
        behaviour.modify(endpoint, new Site(vpcs.require(call.scope(), endpoint.vpcId()), service), request);
        if (endpoint.phase().connected()) {
            endpoint.enter(EndpointPhase.MODIFIED, lifecycle.now());
        }
    }

    private static void changePolicy(
            VpcEndpointEntity endpoint, EndpointService service, ModifyVpcEndpointRequest request) {
        String sent = emptyToNull(request.policyDocument());
        boolean reset = Params.isTrue(request.resetPolicy());
        if (reset && sent != null) {
            throw EndpointErrors.policyAndReset();
        }
        String text = policy(sent, service);
        if (reset) {
            endpoint.usePolicy(null);
        } else if (text != null) {
            endpoint.usePolicy(text);
        }
    }

    /** Finds the endpoint and locks its VPC. */
    private VpcEndpointEntity lock(Scope scope, String id) {
        EndpointIds.VPC_ENDPOINT.requireWellFormed(id);
        String vpcId = endpoints
                .vpcIdOf(scope.account(), scope.region(), id)
                .orElseThrow(() -> EndpointIds.VPC_ENDPOINT.notFound(id));
        vpcs.lock(scope, vpcId);
        return endpoints.find(scope, id).orElseThrow(() -> EndpointIds.VPC_ENDPOINT.notFound(id));
    }

    private VpcEntity lockVpc(Scope scope, String id) {
        EndpointIds.VPC.requireWellFormed(id);
        return vpcs.lockIfPresent(scope, id).orElseThrow(() -> EndpointIds.VPC.notFound(id));
    }

    /** The validated text of the request's policy; null if it has none. */
    private static @Nullable String policy(@Nullable String text, EndpointService service) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        EndpointPolicyCheck.require(text, service);
        return text;
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
