package io.vpclocal.loadbalancer;

import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The targets of load balancers, for the data plane. */
public interface LoadBalancerTargets {

    /**
     * The healthy targets of the listener that accepts such packets; all targets in use if none is healthy (User Guide
     * for Network Load Balancers, health checks: fail open). The listener of a Gateway Load Balancer accepts all
     * packets.
     *
     * @param loadBalancerArn as {@link LoadBalancers} knows it
     * @param protocol {@code tcp} or {@code udp}
     * @return empty if no listener accepts the packets; an empty list if no target is in use
     */
    Optional<List<BalancedTarget>> healthy(String loadBalancerArn, String protocol, int port);

    /**
     * True if a listener accepts such packets and no target gets them: the load balancer answers with a redirect or a fixed
     * response, or calls a Lambda function.
     */
    boolean answersItself(String loadBalancerArn, String protocol, int port);

    /**
     * True if the load balancer's security groups apply to PrivateLink traffic (User Guide for Network Load Balancers,
     * security groups). False if it has no security groups or does not exist.
     */
    boolean guardsPrivateLink(String loadBalancerArn);

    /** The account and Region of a target group; empty if it does not exist. */
    Optional<Scope> ownerOfGroup(String targetGroupArn);

    /** The listeners of a load balancer; none if it does not exist. */
    List<BalancedListener> listeners(String loadBalancerArn);

    /**
     * A listener with the target groups that it forwards to.
     *
     * @param protocols the IANA numbers that it accepts
     * @param port null if it accepts all ports
     */
    record BalancedListener(
            String arn, List<Integer> protocols, @Nullable Integer port, List<String> targetGroupArns) {}

    /**
     * A target that gets traffic.
     *
     * @param targetGroupArn the group that it is registered with
     * @param type {@code instance} or {@code ip}
     * @param id the instance's id, or the IP address
     * @param zone the name of its Availability Zone; null for an address that serves all zones
     * @param crossZone true if the load balancer sends to it from all zones
     * @param keepsClientAddress true if the client IP address is preserved
     * @param proxyProtocol true if a connection to it begins with a header of proxy protocol version 2
     */
    record BalancedTarget(
            String targetGroupArn,
            String type,
            String id,
            int port,
            @Nullable String zone,
            boolean crossZone,
            boolean keepsClientAddress,
            boolean proxyProtocol) {}
}
