package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Direction;
import software.amazon.awssdk.services.ec2.model.AnalysisComponent;
import software.amazon.awssdk.services.ec2.model.Explanation;

/** Explains why a virtual private gateway, or a peering connection with an unknown VPC, does not carry a packet. */
final class PrivateGatewayExplainer {

    private final Explanations explanations;

    PrivateGatewayExplainer(Explanations explanations) {
        this.explanations = explanations;
    }

    /** The packet comes from outside with an address of the VPC. */
    void spoofed(ObstacleExplainer.At obstacle) {
        at(ExplanationCode.GATEWAY_REJECTS_SPOOFED_TRAFFIC, obstacle, Direction.INGRESS);
    }

    /** The packet leaves, but not from an interface of the VPC. */
    void egress(ObstacleExplainer.At obstacle) {
        at(ExplanationCode.VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS, obstacle, Direction.EGRESS);
    }

    /** The packet comes in, but to no interface of the VPC. */
    void ingress(String gateway, IpAddress to) {
        explanations.add(ExplanationCode.VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS, members -> through(members, gateway)
                .direction(Direction.INGRESS.wireName())
                .addresses(to.toString()));
    }

    private void at(ExplanationCode code, ObstacleExplainer.At obstacle, Direction direction) {
        explanations.at(code, obstacle.at(), members -> through(
                        members, obstacle.stop().hop().component())
                .direction(direction.wireName())
                .addresses(obstacle.stop().packet().source().toString()));
    }

    private Explanation.Builder through(Explanation.Builder members, String gateway) {
        AnalysisComponent component = explanations.of(gateway);
        return gateway.startsWith("vgw-") ? members.vpnGateway(component) : members.vpcPeeringConnection(component);
    }
}
