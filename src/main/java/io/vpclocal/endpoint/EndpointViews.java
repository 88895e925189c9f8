package io.vpclocal.endpoint;

import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Optional;

/** Endpoints for other modules. */
public interface EndpointViews {

    /** All existing endpoints of an account and Region in the order of their creation. */
    List<EndpointView> all(Scope scope);

    /** The endpoints of a VPC. */
    List<EndpointView> ofVpc(Scope scope, String vpcId);

    Optional<EndpointView> find(Scope scope, String id);
}
