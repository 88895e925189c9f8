package io.vpclocal.loadbalancer.resource;

import java.util.Arrays;
import java.util.Optional;

/** The supported types of load balancer. */
public enum LoadBalancerType {
    APPLICATION("application", "app", "interface"),
    NETWORK("network", "net", "network_load_balancer"),
    GATEWAY("gateway", "gwy", "gateway_load_balancer");

    private final String wire;
    private final String inArn;
    private final String interfaceType;

    LoadBalancerType(String wire, String inArn, String interfaceType) {
        this.wire = wire;
        this.inArn = inArn;
        this.interfaceType = interfaceType;
    }

    /** {@code application}, {@code network} or {@code gateway}. */
    public String wire() {
        return wire;
    }

    /** {@code app}, {@code net} or {@code gwy}. */
    public String inArn() {
        return inArn;
    }

    /** The interface type in DescribeNetworkInterfaces. */
    public String interfaceType() {
        return interfaceType;
    }

    public static LoadBalancerType of(String wire) {
        return Arrays.stream(values())
                .filter(type -> type.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }

    static Optional<LoadBalancerType> ofArn(String inArn) {
        return Arrays.stream(values()).filter(type -> type.inArn.equals(inArn)).findFirst();
    }
}
