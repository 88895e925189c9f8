package io.vpclocal.loadbalancer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where load balancers send what they take, for the data plane. */
public interface LoadBalancerTargets {

    /**
     * The healthy targets of the listener that takes such packets; all that are in use if none of them is healthy (User
     * Guide for Network Load Balancers, health checks: fail open). A gateway load balancer's listener takes all.
     *
     * @param loadBalancerArn as {@link LoadBalancers} knows it
     * @param protocol {@code tcp} or {@code udp}
     * @return empty if no listener of the load balancer takes the packets; no targets if none is in use
     */
    Optional<List<BalancedTarget>> healthy(String loadBalancerArn, String protocol, int port);

    /**
     * True if the load balancer's security groups judge what comes to it through PrivateLink (User Guide for Network Load
     * Balancers, security groups). False for one without groups, and for one that does not exist.
     */
    boolean guardsPrivateLink(String loadBalancerArn);

    /**
     * A target that takes traffic.
     *
     * @param type {@code instance} or {@code ip}
     * @param id the instance's id, or the IP address
     * @param zone the name of its Availability Zone; null for an address that serves all zones
     * @param crossZone true if the load balancer sends to it from every zone, not only from its own
     * @param keepsClientAddress true if packets come to it with the client's address, not with the load balancer's
     */
    record BalancedTarget(
            String type, String id, int port, @Nullable String zone, boolean crossZone, boolean keepsClientAddress) {}
}
