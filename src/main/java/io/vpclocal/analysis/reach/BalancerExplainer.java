package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.engine.StopCode;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AnalysisComponent;
import software.amazon.awssdk.services.ec2.model.Explanation;

/** Explains why a load balancer or one of its listeners does not forward a packet to the destination. */
final class BalancerExplainer {

    private final Explanations explanations;

    BalancerExplainer(Explanations explanations) {
        this.explanations = explanations;
    }

    /** The load balancer refuses the packet. */
    void refused(StopCode code, Hop hop, Packet packet) {
        List<Listeners.Listener> listeners = explanations.terrain.listeners().of(hop.component());
        switch (code) {
            case ELBV2_LISTENERS_MISMATCH -> {
                balancer(ExplanationCode.ELBV2_LISTENERS_MISMATCH, hop, packet, List.of());
                listeners.forEach(listener -> restriction(hop.component(), listener, packet));
            }
            case ELBV2_NO_TARGETS_IN_AZ ->
                balancer(
                        ExplanationCode.ELBV2_NO_TARGETS_IN_AZ,
                        hop,
                        packet,
                        hop.rule() == null ? List.of() : List.of(hop.rule()));
            default -> noTargets(hop, packet, listeners);
        }
    }

    /** The listener does not take such packets. */
    private void restriction(String balancer, Listeners.Listener listener, Packet packet) {
        Integer port = listener.port();
        if (port != null && port != packet.destinationPort()) {
            explanations.add(ExplanationCode.ELBV2_LISTENER_PORT_RESTRICTION, members -> at(members, balancer, listener)
                    .port(packet.destinationPort()));
        }
        if (!listener.protocols().contains(packet.protocol())) {
            explanations.add(ExplanationCode.PROTOCOL_RESTRICTION, members -> at(members, balancer, listener)
                    .protocols(
                            listener.protocols().stream().map(String::valueOf).toList()));
        }
    }

    private void noTargets(Hop hop, Packet packet, List<Listeners.Listener> listeners) {
        List<Listeners.Listener> taking = listeners.stream()
                .filter(listener -> listener.takes(packet.protocol(), packet.destinationPort()))
                .toList();
        if (taking.isEmpty()) {
            balancer(ExplanationCode.ELBV2_LISTENER_HAS_NO_TG, hop, packet, List.of());
        }
        taking.forEach(listener -> explanations.add(
                ExplanationCode.ELBV2_LISTENER_HAS_NO_TG,
                members -> at(members, hop.component(), listener).port(packet.destinationPort())));
    }

    /** The load balancer takes the packet, but the destination is none of the targets. */
    void otherTarget(Hop hop, Packet packet, String destination) {
        explanations.add(ExplanationCode.TARGET_ADDRESS_RESTRICTION, members -> members.loadBalancerArn(hop.component())
                .component(explanations.of(hop.component()))
                .destination(explanations.of(destination)));
        explanations.terrain.listeners().of(hop.component()).stream()
                .filter(listener -> listener.takes(packet.protocol(), packet.destinationPort()))
                .forEach(listener -> explanations.add(
                        ExplanationCode.ELBV2_LISTENER_REQUIRES_TG_ACCEPT,
                        members -> at(members, hop.component(), listener).destination(explanations.of(destination))));
    }

    private void balancer(ExplanationCode code, Hop hop, Packet packet, List<String> zones) {
        explanations.add(code, members -> members.loadBalancerArn(hop.component())
                .component(explanations.of(hop.component()))
                .port(packet.destinationPort())
                .availabilityZoneIds(zones)
                .protocols(String.valueOf(packet.protocol())));
    }

    private Explanation.Builder at(Explanation.Builder members, String balancer, Listeners.Listener listener) {
        List<AnalysisComponent> groups =
                listener.targetGroupArns().stream().map(explanations::of).toList();
        return members.loadBalancerArn(balancer)
                .component(explanations.of(balancer))
                .elasticLoadBalancerListener(explanations.of(listener.arn()))
                .loadBalancerListenerPort(listener.port())
                .loadBalancerTargetGroups(groups)
                .loadBalancerTargetGroup(groups.size() == 1 ? groups.get(0) : null);
    }
}
