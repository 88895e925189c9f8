package io.vpclocal.traffic.engine;

import org.jspecify.annotations.Nullable;

/** The answers of targets whose load balancer keeps the address of the client. */
final class BalancerAnswers {

    private BalancerAnswers() {}

    /** Delivers an answer to the load balancer that kept the client's address, because no route leads there. */
    static @Nullable Stop handBack(Walk walk, CompiledInterface target, Packet packet, CompiledInterface balancer) {
        boolean sameSubnet = target.subnet == balancer.subnet;
        walk.hops.add(target.sends);
        Stop stop = walk.filters.groups(target, Direction.EGRESS, packet, null);
        if (stop == null && !sameSubnet) {
            stop = walk.filters.acl(target.subnet, Direction.EGRESS, packet);
        }
        walk.observe(target, Direction.EGRESS, stop == null, packet, TrafficPaths.SAME_VPC, balancer);
        if (stop != null) {
            return stop;
        }
        if (!sameSubnet) {
            stop = walk.filters.acl(balancer.subnet, Direction.INGRESS, packet);
        }
        if (stop == null) {
            walk.hops.add(balancer.receives);
            stop = walk.filters.groups(balancer, Direction.INGRESS, packet, target);
        }
        walk.observe(balancer, Direction.INGRESS, stop == null, packet, TrafficPaths.UNKNOWN, target);
        return stop;
    }
}
