package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.protocol.AwsException;
import org.jspecify.annotations.Nullable;

/** Reads the types of endpoints that requests name. */
public final class EndpointTypes {

    private EndpointTypes() {}

    /**
     * @param wire as in the API; null for the default, a gateway
     * @throws AwsException {@code InvalidParameterValue} if the type does not exist
     */
    public static EndpointType of(@Nullable String wire) {
        return EndpointType.find(wire).orElseThrow(() -> EndpointErrors.noSuchType(String.valueOf(wire)));
    }
}
