package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Packet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Explanation;

/** Explains which part of a filter at the destination a path does not match, and which component causes it. */
final class FilterExplainer {

    private static final Ranges EPHEMERAL = Ranges.of(1024, 65_535);

    private final Explanations explanations;
    private final HeaderFilter wanted;

    FilterExplainer(Explanations explanations, PathQuestion question) {
        this.explanations = explanations;
        this.wanted = question.atDestination();
    }

    void explain(Way way) {
        Packet arrived = PathFilter.arrived(way);
        String nat = component(way, Hop.Stage.NAT_GATEWAY);
        String balancer = component(way, Hop.Stage.LOAD_BALANCER);
        IpAddress from = wanted.source();
        if (from != null && !from.equals(arrived.source())) {
            explanations.add(
                    ExplanationCode.FILTER_AT_DESTINATION_SOURCE_ADDRESS,
                    members -> members.addresses(from.toString()));
            if (balancer != null && arrived.source().equals(way.sent().source())) {
                explanations.add(
                        ExplanationCode.ELBV2_SOURCE_ADDRESS_PRESERVATION, members -> members.loadBalancerArn(balancer)
                                .component(explanations.of(balancer))
                                .addresses(arrived.source().toString()));
            }
            if (nat != null) {
                gateway(
                        ExplanationCode.NGW_SOURCE_ADDRESS_REASSIGN,
                        nat,
                        arrived.source().toString());
            }
        }
        IpAddress to = wanted.destination();
        if (to != null && !to.equals(arrived.destination())) {
            explanations.add(
                    ExplanationCode.FILTER_AT_DESTINATION_DESTINATION_ADDRESS,
                    members -> members.addresses(to.toString()));
            if (nat != null) {
                gateway(
                        ExplanationCode.NGW_DEST_ADDRESS_PRESERVATION,
                        nat,
                        arrived.destination().toString());
            }
        }
        ports(way, arrived, nat, balancer);
    }

    private void ports(Way way, Packet arrived, @Nullable String nat, @Nullable String balancer) {
        Ranges from = wanted.sourcePorts();
        if (from != null && from.and(PathFilter.sourcePorts(way, arrived)).isEmpty()) {
            explanations.add(
                    ExplanationCode.FILTER_AT_DESTINATION_SOURCE_PORT_RANGE,
                    members -> members.portRanges(from.portRanges()));
            if (PathFilter.remapped(way)) {
                explanations.add(ExplanationCode.REMAP_EPHEMERAL_PORT, members -> at(members, nat, balancer)
                        .portRanges(EPHEMERAL.portRanges()));
            }
        }
        Ranges to = wanted.destinationPorts();
        if (to != null && !to.contains(arrived.destinationPort())) {
            explanations.add(
                    ExplanationCode.FILTER_AT_DESTINATION_DESTINATION_PORT_RANGE,
                    members -> members.portRanges(to.portRanges()));
            if (balancer != null) {
                explanations.add(ExplanationCode.TARGET_PORT_RESTRICTION, members -> members.loadBalancerArn(balancer)
                        .loadBalancerTargetPort(arrived.destinationPort()));
            }
        }
    }

    private void gateway(ExplanationCode code, String nat, String address) {
        explanations.add(code, members -> at(members, nat, null).addresses(address));
    }

    private Explanation.Builder at(Explanation.Builder members, @Nullable String nat, @Nullable String balancer) {
        return members.loadBalancerArn(balancer).natGateway(nat == null ? null : explanations.of(nat));
    }

    private static @Nullable String component(Way way, Hop.Stage stage) {
        return way.forward().stream()
                .filter(hop -> hop.stage() == stage)
                .map(Hop::component)
                .findFirst()
                .orElse(null);
    }
}
