package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.protocol.AwsException;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;

/**
 * What one type of endpoint asks of its requests and does in the network. There is one component per type.
 * Callers hold the VPC.
 */
public interface EndpointBehaviour {

    EndpointType type();

    /** @throws AwsException if the request has parameters that this type does not have */
    void requireFitting(CreateVpcEndpointRequest request);

    /** @throws AwsException if the request has parameters that this type does not have */
    void requireFitting(ModifyVpcEndpointRequest request);

    /** @throws AwsException {@code VpcEndpointLimitExceeded} */
    void requireRoom(VpcEntity vpc);

    /** Puts a new endpoint into the network; it is stored afterwards. */
    void create(VpcEndpointEntity endpoint, Site site, CreateVpcEndpointRequest request);

    /** Carries a change through to the network. */
    void modify(VpcEndpointEntity endpoint, Site site, ModifyVpcEndpointRequest request);

    /**
     * @param deleted the ids of all endpoints that the request deletes
     * @throws AwsException if something else needs the endpoint
     */
    default void requireDeletable(VpcEndpointEntity endpoint, Set<String> deleted) {}

    /** The deletion of the endpoint begins. */
    default void disconnect(VpcEndpointEntity endpoint) {}

    /** The endpoint goes: nothing of it stays in the network. */
    default void remove(VpcEndpointEntity endpoint) {}

    /** The two ends of an endpoint. */
    record Site(VpcEntity vpc, EndpointService service) {}
}
