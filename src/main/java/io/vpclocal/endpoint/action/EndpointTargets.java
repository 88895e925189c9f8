package io.vpclocal.endpoint.action;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.endpointservice.EndpointServices;
import io.vpclocal.lattice.LatticeKind;
import io.vpclocal.lattice.LatticeResources;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Params;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;

/** Finds the target of a new endpoint: a service by its name, or a VPC Lattice resource by its ARN. */
@Component
class EndpointTargets {

    private static final String NAMED = "Gateway, Interface and GatewayLoadBalancer";

    private final EndpointServices services;
    private final LatticeResources lattice;

    EndpointTargets(EndpointServices services, LatticeResources lattice) {
        this.services = services;
        this.lattice = lattice;
    }

    /** @throws AwsException if the target does not exist, or the endpoint type requires another parameter */
    EndpointService resolve(Call call, CreateVpcEndpointRequest request, EndpointType type) {
        requireOnly(type, request);
        return switch (type) {
            case RESOURCE -> ofLattice(call, LatticeKind.RESOURCE_CONFIGURATION, request.resourceConfigurationArn());
            case SERVICE_NETWORK -> ofLattice(call, LatticeKind.SERVICE_NETWORK, request.serviceNetworkArn());
            case GATEWAY, INTERFACE, GATEWAY_LOAD_BALANCER ->
                services.resolve(
                        call,
                        Params.require(request.serviceName(), "ServiceName"),
                        emptyToNull(request.serviceRegion()),
                        type.wire());
        };
    }

    private EndpointService ofLattice(Call call, LatticeKind kind, @Nullable String arn) {
        return lattice.require(call.scope(), kind, Params.require(arn, kind.parameter()));
    }

    private static void requireOnly(EndpointType type, CreateVpcEndpointRequest request) {
        if (type != EndpointType.RESOURCE && emptyToNull(request.resourceConfigurationArn()) != null) {
            throw EndpointErrors.onlyFor("ResourceConfigurationArn", EndpointType.RESOURCE.wire());
        }
        if (type != EndpointType.SERVICE_NETWORK && emptyToNull(request.serviceNetworkArn()) != null) {
            throw EndpointErrors.onlyFor("ServiceNetworkArn", EndpointType.SERVICE_NETWORK.wire());
        }
        if (!type.named() && emptyToNull(request.serviceName()) != null) {
            throw EndpointErrors.onlyFor("ServiceName", NAMED);
        }
        if (!type.named() && emptyToNull(request.serviceRegion()) != null) {
            throw EndpointErrors.onlyFor("ServiceRegion", EndpointType.INTERFACE.wire());
        }
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
