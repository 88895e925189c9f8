package io.vpclocal.loadbalancer;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The load balancers that other modules build on, found by ARN. */
public interface LoadBalancers {

    /** The load balancer, whoever owns it. */
    Optional<LoadBalancer> find(String arn);

    /** The load balancer that a network interface belongs to. */
    Optional<LoadBalancer> at(Scope scope, String networkInterfaceId);

    /** Those that there are, by ARN, read together. */
    Map<String, LoadBalancer> findAll(Collection<String> arns);

    /**
     * A load balancer that stands.
     *
     * @param scope its account and Region
     * @param type {@code network} or {@code gateway}
     * @param ipAddressType {@code ipv4} or {@code dualstack}
     * @param placements one per Availability Zone that it serves, ordered by zone
     */
    record LoadBalancer(
            String arn,
            Scope scope,
            String name,
            String type,
            String ipAddressType,
            String vpcId,
            List<Placement> placements) {}

    /**
     * Where a load balancer stands in one zone.
     *
     * @param zoneId as {@code use1-az1}
     */
    record Placement(String zoneName, String zoneId, String subnetId, String networkInterfaceId) {}
}
