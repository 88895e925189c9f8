package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.protocol.AwsException;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;

/** The rules and network changes of one endpoint type. One component per type. Callers have locked the VPC. */
public interface EndpointBehaviour {

    EndpointType type();

    /** @throws AwsException if the request has parameters that this type does not have */
    void requireFitting(CreateVpcEndpointRequest request);

    /** @throws AwsException if the request has parameters that this type does not have */
    void requireFitting(ModifyVpcEndpointRequest request);

    /** @throws AwsException {@code VpcEndpointLimitExceeded} */
    void requireRoom(VpcEntity vpc);

    /** Creates a new endpoint's network resources. The endpoint is stored afterwards. */
    void create(VpcEndpointEntity endpoint, Site site, CreateVpcEndpointRequest request);

    /** Applies a change to the network. */
    void modify(VpcEndpointEntity endpoint, Site site, ModifyVpcEndpointRequest request);

    /**
     * @param deleted the ids of all endpoints that the request deletes
     * @throws AwsException if another resource uses the endpoint
     */
    default void requireDeletable(VpcEndpointEntity endpoint, Set<String> deleted) {}

    /** Called when the deletion of the endpoint begins. */
    default void disconnect(VpcEndpointEntity endpoint) {}

    /** Removes the endpoint's network resources. */
    default void remove(VpcEndpointEntity endpoint) {}

    /** The endpoint and the service it connects to. */
    record Site(VpcEntity vpc, EndpointService service) {}
}
