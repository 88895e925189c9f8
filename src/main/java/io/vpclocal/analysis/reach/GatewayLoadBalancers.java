package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.Network;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Explanation;

/** What a path from a Gateway Load Balancer to its targets must look like: it sends GENEVE packets only. */
final class GatewayLoadBalancers {

    private static final int GENEVE = 6081;
    private static final String TYPE = "gateway_load_balancer";

    private final Terrain terrain;
    private final Components components;

    GatewayLoadBalancers(Terrain terrain, Components components) {
        this.terrain = terrain;
        this.components = components;
    }

    /** Empty if the source is not a Gateway Load Balancer or the packets are right. */
    List<Explanation> refusals(PathQuestion question) {
        Explanations explanations = new Explanations(terrain, components);
        if (question.source() instanceof PathEnd.Interfaces at) {
            at.interfaceIds().stream()
                    .map(terrain.parts()::networkInterface)
                    .filter(one -> one != null && one.interfaceType().equals(TYPE))
                    .findFirst()
                    .ifPresent(one -> refuse(question, one, explanations));
        }
        return explanations.all();
    }

    private static void refuse(PathQuestion question, Network.NetworkInterface at, Explanations explanations) {
        if (question.protocol() != PathQuestion.UDP) {
            explanations.at(
                    ExplanationCode.GWLB_PROTOCOL_RESTRICTION,
                    at,
                    members -> members.protocols(String.valueOf(PathQuestion.UDP)));
        }
        Ranges ports = HeaderFilter.or(question.atSource().destinationPorts());
        if (!ports.equals(Ranges.of(GENEVE, GENEVE))) {
            explanations.at(ExplanationCode.GWLB_DESTINATION_PORT_RESTRICTION, at, members -> members.port(GENEVE));
        }
    }
}
