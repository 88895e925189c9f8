package io.vpclocal.endpoint;

import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Optional;

/** Endpoints for the rest of the emulator. */
public interface EndpointViews {

    /** All endpoints of an account and Region that are not gone, in the order of their creation. */
    List<EndpointView> all(Scope scope);

    /** Those of a VPC. */
    List<EndpointView> ofVpc(Scope scope, String vpcId);

    Optional<EndpointView> find(Scope scope, String id);
}
