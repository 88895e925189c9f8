package io.vpclocal.endpoint.connection;

import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.resource.ResourceKind;

/** The ids of endpoint connections. An endpoint has one connection id, with the digits of the endpoint's id. */
public final class ConnectionIds {

    /** The id format of connections for tags. */
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
