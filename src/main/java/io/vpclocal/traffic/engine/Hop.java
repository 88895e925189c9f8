package io.vpclocal.traffic.engine;

import org.jspecify.annotations.Nullable;

/**
 * One decision on the path of a packet. Hops are created when the network is compiled, and shared by all verdicts.
 *
 * @param component the deciding component: the id of a group, ACL, route table, gateway, endpoint or interface; several
 *     groups are joined by {@code ", "}
 * @param rule which of its rules: security group rule id, ACL rule number or {@code *}, route destination
 * @param text the decision in words
 */
public record Hop(
        Stage stage,
        Decision decision,
        String component,
        @Nullable String rule,
        String text) {

    /** The kind of component that decided. */
    public enum Stage {
        NETWORK_INTERFACE,
        SECURITY_GROUP_EGRESS,
        SECURITY_GROUP_INGRESS,
        NETWORK_ACL_EGRESS,
        NETWORK_ACL_INGRESS,
        ROUTE,
        SUBNET,
        INTERNET_GATEWAY,
        EGRESS_ONLY_INTERNET_GATEWAY,
        NAT_GATEWAY,
        APPLIANCE,
        PEERING_CONNECTION,
        TRANSIT_GATEWAY,
        GATEWAY_ENDPOINT,
        INTERFACE_ENDPOINT,
        LOAD_BALANCER,
        OTHER_GATEWAY,
        ENDPOINT_POLICY,
        INTERNET,
        AWS_INFRASTRUCTURE
    }

    public enum Decision {
        ALLOW,
        DENY,
        /** Not evaluated here, for the reason in the text. */
        SKIP
    }

    static Hop allow(Stage stage, String component, @Nullable String rule, String text) {
        return new Hop(stage, Decision.ALLOW, component, rule, text);
    }

    static Hop deny(Stage stage, String component, @Nullable String rule, String text) {
        return new Hop(stage, Decision.DENY, component, rule, text);
    }

    static Hop skip(Stage stage, String component, String text) {
        return new Hop(stage, Decision.SKIP, component, null, text);
    }

    static Stage groupStage(Direction direction) {
        return direction == Direction.EGRESS ? Stage.SECURITY_GROUP_EGRESS : Stage.SECURITY_GROUP_INGRESS;
    }

    static Stage aclStage(Direction direction) {
        return direction == Direction.EGRESS ? Stage.NETWORK_ACL_EGRESS : Stage.NETWORK_ACL_INGRESS;
    }
}
