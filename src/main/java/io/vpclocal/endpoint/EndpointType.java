package io.vpclocal.endpoint;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of VPC endpoint. {@code EndpointBehaviour} implements each. */
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

    /** @param wire as in the API; null for the default, a gateway */
    public static Optional<EndpointType> find(@Nullable String wire) {
        return wire == null
                ? Optional.of(GATEWAY)
                : Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }

    /** The name in requests and answers. */
    public String wire() {
        return wire;
    }

    /** True for the types that connect to an endpoint service by name. The others connect to an ARN. */
    public boolean named() {
        return this != RESOURCE && this != SERVICE_NETWORK;
    }

    /** True for the types that are connections for the owner of a service. */
    public boolean connects() {
        return this == INTERFACE || this == GATEWAY_LOAD_BALANCER;
    }

    /** True for the types whose endpoints have a policy. */
    public boolean takesPolicy() {
        return this == INTERFACE || this == GATEWAY;
    }
}
