package io.vpclocal.traffic.snapshot;

import io.vpclocal.loadbalancer.LoadBalancerTargets.BalancedTarget;
import io.vpclocal.loadbalancer.LoadBalancers.Placement;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network.NetworkInterface;
import io.vpclocal.traffic.engine.Network.PrivateAddress;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.engine.PrivateLink.Closed;
import io.vpclocal.traffic.engine.StopCode;
import io.vpclocal.traffic.snapshot.HostedConnections.Balancer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer in one Availability Zone, and its choice of a target. The headers of a flow decide its target, so a
 * flow always gets the same one.
 *
 * @param near whether packets come from the same zone
 */
record Stand(Balancer balancer, Placement placement, boolean near) {

    record Choice(BalancedTarget target, IpAddress address) {}

    /** Empty if no target accepts packets from this zone. */
    Optional<Choice> choose(KnownNetwork network, Packet packet, Set<IpAddress> preferred) {
        String zone = placement.zoneName();
        List<Choice> choices = balancer.targets().orElse(List.of()).stream()
                .filter(target -> target.crossZone()
                        || near && (target.zone() == null || target.zone().equals(zone)))
                .flatMap(target -> address(target, network).map(address -> new Choice(target, address)).stream())
                .toList();
        Optional<Choice> wanted = choices.stream()
                .filter(choice -> preferred.contains(choice.address()))
                .findFirst();
        if (wanted.isPresent()) {
            return wanted;
        }
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(choices.get(Math.floorMod(packet.hashCode(), choices.size())));
    }

    private static Optional<IpAddress> address(BalancedTarget target, KnownNetwork network) {
        if (!target.type().equals("instance")) {
            return Optional.of(IpAddress.parse(target.id()));
        }
        String id = network.instances().get(target.id());
        NetworkInterface primary = id == null ? null : network.snapshot().networkInterface(id);
        return primary == null
                ? Optional.empty()
                : primary.addresses().stream().findFirst().map(PrivateAddress::address);
    }

    /** @param listener protocol and port, as {@code tcp 443} */
    Hop balance(Choice choice, String listener) {
        BalancedTarget target = choice.target();
        return new Hop(
                Hop.Stage.LOAD_BALANCER,
                Hop.Decision.ALLOW,
                balancer.at().arn(),
                listener,
                "the listener for " + listener + " sends it to the target " + target.id() + " at " + choice.address()
                        + " port " + target.port());
    }

    static Closed refused(StopCode code, Balancer balancer, @Nullable String rule, String text) {
        return new Closed(
                code,
                new Hop(
                        Hop.Stage.LOAD_BALANCER,
                        Hop.Decision.DENY,
                        balancer.at().arn(),
                        rule,
                        text));
    }
}
