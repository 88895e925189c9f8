package io.vpclocal.traffic.snapshot;

import io.vpclocal.loadbalancer.LoadBalancerTargets.BalancedTarget;
import io.vpclocal.loadbalancer.LoadBalancers.Placement;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.engine.PrivateLink.Open;
import io.vpclocal.traffic.engine.PrivateLink.Passage;
import io.vpclocal.traffic.engine.StopCode;
import io.vpclocal.traffic.snapshot.HostedConnections.Balancer;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The path of a packet to an address of a load balancer (User Guide for Network Load Balancers: listeners, cross-zone
 * load balancing, client IP preservation; then a client does not reach itself as its target).
 *
 * @param protocol {@code tcp} or {@code udp}; null for protocols that load balancers do not support
 * @param preferred the addresses of targets that are chosen first
 */
record DirectBalancing(
        Balancer balancer, Placement placement, @Nullable String protocol, Packet packet, Set<IpAddress> preferred) {

    /** @param chosen receives the target that gets the packet */
    Passage choose(KnownNetwork network, Consumer<BalancedTarget> chosen) {
        if (protocol == null) {
            return Stand.refused(StopCode.PROTOCOL_RESTRICTION, balancer, null, "takes TCP and UDP only");
        }
        if (balancer.at().type().equals("gateway")) {
            return Stand.refused(
                    StopCode.PROTOCOL_RESTRICTION, balancer, null, "takes packets from its endpoints only");
        }
        Stand stand = new Stand(balancer, placement, true);
        return stand.choose(network, packet, preferred)
                .map(choice -> open(stand, choice, network, chosen))
                .orElseGet(this::refusal);
    }

    private Passage open(Stand stand, Stand.Choice choice, KnownNetwork network, Consumer<BalancedTarget> chosen) {
        BalancedTarget target = choice.target();
        if (target.keepsClientAddress() && choice.address().equals(packet.source())) {
            return Stand.refused(StopCode.LOAD_BALANCER_LOOPBACK, balancer, listener(), "the client is the target");
        }
        chosen.accept(target);
        return new Open(
                network.snapshot(),
                placement.networkInterfaceId(),
                false,
                choice.address(),
                target.port(),
                target.keepsClientAddress(),
                null,
                stand.balance(choice, listener()));
    }

    private Passage refusal() {
        if (balancer.targets().isEmpty()) {
            return Stand.refused(StopCode.ELBV2_LISTENERS_MISMATCH, balancer, null, "no listener for " + listener());
        }
        List<BalancedTarget> targets = balancer.targets().get();
        return targets.isEmpty()
                ? Stand.refused(StopCode.NO_HEALTHY_TARGET, balancer, listener(), "no target is healthy")
                : Stand.refused(
                        StopCode.ELBV2_NO_TARGETS_IN_AZ,
                        balancer,
                        placement.zoneId(),
                        "no healthy target in " + placement.zoneId());
    }

    private String listener() {
        return protocol + " " + packet.destinationPort();
    }
}
