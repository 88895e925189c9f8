package io.vpclocal.traffic.snapshot;

import io.vpclocal.loadbalancer.LoadBalancerTargets.BalancedTarget;
import io.vpclocal.loadbalancer.LoadBalancers.Placement;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network.VpcEndpoint;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.engine.PrivateLink.Closed;
import io.vpclocal.traffic.engine.PrivateLink.Open;
import io.vpclocal.traffic.engine.PrivateLink.Passage;
import io.vpclocal.traffic.engine.StopCode;
import io.vpclocal.traffic.snapshot.HostedConnections.Balancer;
import io.vpclocal.traffic.snapshot.HostedConnections.Connected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The choice of a load balancer and a target for one packet (AWS PrivateLink Guide: traffic goes to the load balancer
 * in the zone of the endpoint's interface; User Guide for Network Load Balancers: cross-zone load balancing). Our guess: an
 * endpoint of another Region takes any zone.
 *
 * @param zoneId the zone of the endpoint's interface
 * @param protocol {@code tcp} or {@code udp}
 * @param preferred the addresses of targets that are chosen first
 */
record Balancing(
        VpcEndpoint endpoint,
        Connected connected,
        String zoneId,
        String protocol,
        Packet packet,
        Set<IpAddress> preferred) {

    /** @param chosen receives the target that gets the packet */
    Passage choose(Function<Scope, KnownNetwork> networks, Consumer<BalancedTarget> chosen) {
        for (Stand stand : stands()) {
            KnownNetwork network = networks.apply(stand.balancer().at().scope());
            Optional<Stand.Choice> choice = stand.choose(network, packet, preferred);
            boolean stands =
                    network.snapshot().networkInterface(stand.placement().networkInterfaceId()) != null;
            if (stands && choice.isPresent()) {
                chosen.accept(choice.get().target());
                return open(stand, choice.get(), network);
            }
        }
        return refusal();
    }

    /** The zones of the service's load balancers, the endpoint's zone first. */
    private List<Stand> stands() {
        List<Stand> stands = new ArrayList<>();
        for (Balancer balancer : connected.balancers()) {
            for (Placement placement : balancer.at().placements()) {
                stands.add(new Stand(balancer, placement, near(placement)));
            }
        }
        stands.sort(Comparator.comparing(Stand::near).reversed());
        return stands;
    }

    private boolean near(Placement placement) {
        return !connected.sameRegion() || placement.zoneId().equals(zoneId);
    }

    private Open open(Stand stand, Stand.Choice choice, KnownNetwork network) {
        String arn = stand.balancer().at().arn();
        return new Open(
                network.snapshot(),
                stand.placement().networkInterfaceId(),
                stand.balancer().guarded(),
                choice.address(),
                choice.target().port(),
                false,
                new Hop(
                        Hop.Stage.INTERFACE_ENDPOINT,
                        Hop.Decision.ALLOW,
                        endpoint.id(),
                        null,
                        "between " + endpoint.id() + " and " + arn + " in "
                                + stand.placement().zoneId() + ", which no flow log shows"),
                stand.balance(choice, listener()));
    }

    private String listener() {
        return protocol + " " + packet.destinationPort();
    }

    private Closed refusal() {
        List<Balancer> balancers = connected.balancers();
        Optional<Balancer> listening = first(balancer -> balancer.targets().isPresent());
        Optional<Balancer> healthy =
                first(balancer -> !balancer.targets().orElse(List.of()).isEmpty());
        Optional<Balancer> near =
                first(balancer -> balancer.at().placements().stream().anyMatch(this::near));
        if (balancers.isEmpty() || healthy.isPresent() && near.isEmpty()) {
            return new Closed(
                    StopCode.VPCE_SERVICE_NOT_INSTALLED_IN_AZ,
                    new Hop(
                            Hop.Stage.INTERFACE_ENDPOINT,
                            Hop.Decision.DENY,
                            endpoint.id(),
                            zoneId,
                            "the service has no load balancer in " + zoneId));
        }
        if (healthy.isPresent()) {
            return Stand.refused(
                    StopCode.ELBV2_NO_TARGETS_IN_AZ, healthy.get(), zoneId, "no healthy target in " + zoneId);
        }
        return listening.isPresent()
                ? Stand.refused(StopCode.NO_HEALTHY_TARGET, listening.get(), listener(), "no target is healthy")
                : Stand.refused(
                        StopCode.ELBV2_LISTENERS_MISMATCH, balancers.get(0), null, "no listener for " + listener());
    }

    private Optional<Balancer> first(Predicate<Balancer> fitting) {
        return connected.balancers().stream().filter(fitting).findFirst();
    }
}
