package io.vpclocal.endpoint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The types of VPC endpoint. What each does in the network is told by its {@link EndpointBehaviour}. */
public enum EndpointType {
    GATEWAY("Gateway"),
    INTERFACE("Interface"),
    GATEWAY_LOAD_BALANCER("GatewayLoadBalancer"),
    RESOURCE("Resource"),
    SERVICE_NETWORK("ServiceNetwork");

    private final String wire;

    EndpointType(String wire) {
        this.wire = wire;
    }

    /** @param wire as on the wire; null for the default, a gateway */
    static EndpointType of(@Nullable String wire) {
        if (wire == null) {
            return GATEWAY;
        }
        return Arrays.stream(values())
                .filter(type -> type.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> EndpointErrors.noSuchType(wire));
    }

    /** The name in requests and answers. */
    public String wire() {
        return wire;
    }

    /** True for the types that connect to an endpoint service by its name; the others connect to what an ARN names. */
    boolean named() {
        return this != RESOURCE && this != SERVICE_NETWORK;
    }

    /** True for the types whose endpoints the owner of a service sees as connections. */
    boolean connects() {
        return this == INTERFACE || this == GATEWAY_LOAD_BALANCER;
    }

    /** True for the types whose endpoints have a policy. */
    boolean takesPolicy() {
        return this == INTERFACE || this == GATEWAY;
    }
}
