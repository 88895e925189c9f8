package io.vpclocal.loadbalancer;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds load balancers for other modules. */
public interface LoadBalancers {

    /** The load balancer of any account. */
    Optional<LoadBalancer> find(String arn);

    /** The load balancer of any account with that DNS name, also with a zone or {@code dualstack.} in front. */
    Optional<LoadBalancer> named(String dnsName);

    /** The load balancer that a network interface belongs to. */
    Optional<LoadBalancer> at(Scope scope, String networkInterfaceId);

    /** The existing load balancers by ARN, read together. */
    Map<String, LoadBalancer> findAll(Collection<String> arns);

    /**
     * A load balancer as other modules see it.
     *
     * @param scope its account and Region
     * @param type {@code application}, {@code network} or {@code gateway}
     * @param internetFacing true if its DNS name resolves to public addresses
     * @param ipAddressType {@code ipv4}, {@code dualstack} or {@code dualstack-without-public-ipv4}
     * @param placements one per Availability Zone that it serves, ordered by zone
     */
    record LoadBalancer(
            String arn,
            Scope scope,
            String name,
            String type,
            boolean internetFacing,
            String ipAddressType,
            String vpcId,
            List<Placement> placements) {}

    /**
     * The placement of a load balancer in one zone.
     *
     * @param zoneId as {@code use1-az1}
     */
    record Placement(String zoneName, String zoneId, String subnetId, String networkInterfaceId) {}
}
