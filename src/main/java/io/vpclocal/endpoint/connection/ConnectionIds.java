package io.vpclocal.endpoint.connection;

import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.resource.ResourceKind;

/** The ids of endpoints' connections to services: an endpoint has one all its life, whose digits are its own. */
public final class ConnectionIds {

    /** Connections as tags know them. */
    static final ResourceKind KIND = new ResourceKind(
            "vpc-endpoint-connection", "vpce-con", "VpcEndpointConnection", "InvalidVpcEndpointConnectionId");

    private ConnectionIds() {}

    public static String ofEndpoint(String endpointId) {
        return KIND.prefix() + endpointId.substring(EndpointIds.KIND.prefix().length());
    }

    static String endpointOf(String connectionId) {
        return EndpointIds.KIND.prefix() + connectionId.substring(KIND.prefix().length());
    }
}
