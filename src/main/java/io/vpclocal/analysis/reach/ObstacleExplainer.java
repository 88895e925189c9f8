package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Direction;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import io.vpclocal.traffic.engine.Obstacle;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.engine.Stop;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.PortRange;

/**
 * Explains each obstacle with AWS's code and its members. The members of few codes are documented. For others they
 * follow the code's text (our guess).
 */
final class ObstacleExplainer {

    private final Explanations explanations;
    private final RouteExplainer routes;
    private final Set<String> senders;

    /** @param senders the sending interfaces, for rules with group references */
    ObstacleExplainer(Explanations explanations, RouteExplainer routes, Set<String> senders) {
        this.explanations = explanations;
        this.routes = routes;
        this.senders = senders;
    }

    /** @param middlebox whether a component on the way hides the sender's group */
    void explain(Obstacle met, boolean middlebox) {
        Network.NetworkInterface at = met.at();
        if (at != null) {
            explain(new At(met.stop(), at, met.answer()), middlebox);
        }
    }

    /** An obstacle at an interface. */
    record At(Stop stop, Network.NetworkInterface at, boolean answer) {}

    private void explain(At obstacle, boolean middlebox) {
        Hop hop = obstacle.stop().hop();
        switch (obstacle.stop().code()) {
            case ENI_SG_RULES_MISMATCH -> groups(obstacle, middlebox);
            case SUBNET_ACL_RESTRICTION -> acl(obstacle);
            case NO_ROUTE_TO_DESTINATION, ASYMMETRIC_ROUTE -> routes.missing(obstacle);
            case BAD_STATE_ROUTE -> routes.blackhole(obstacle);
            case INSTANCE_NOT_RUNNING -> notRunning(obstacle);
            case ENI_SOURCE_DEST_CHECK_RESTRICTION -> sourceDestCheck(obstacle);
            case IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS,
                    IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS,
                    IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS,
                    IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS,
                    IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS,
                    GATEWAY_REJECTS_SPOOFED_TRAFFIC,
                    VPC_BLOCK_PUBLIC_ACCESS_ENABLED -> gateway(obstacle);
            case INTERNET_GATEWAY_NOT_ATTACHED ->
                explanations.at(ExplanationCode.UNASSOCIATED_COMPONENT, obstacle.at(), this::inwards);
            case PCX_REQUIRES_ADDRESS_IN_VPC_CIDR -> peering(obstacle, hop.component());
            case TGW_ROUTE_AZ_RESTRICTION,
                    TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION,
                    TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT,
                    TGW_RTB_BAD_STATE_ROUTE -> new TransitExplainer(explanations).refused(obstacle);
            case VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS -> new PrivateGatewayExplainer(explanations).egress(obstacle);
            // It has no interface, so Explainer explains it.
            case VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS -> {}
            case UNKNOWN_DESTINATION -> nobody(obstacle, ExplanationCode.UNKNOWN_DESTINATION);
            case IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS, ROUTING_LOOP, DNS_SUPPORT_DISABLED, ENDPOINT_POLICY_DENIED ->
                nobody(obstacle, ExplanationCode.NO_POSSIBLE_DESTINATION);
            case NAT_GATEWAY_WITHOUT_CONNECTION -> nat(obstacle);
            case PROTOCOL_RESTRICTION -> component(obstacle, ExplanationCode.PROTOCOL_RESTRICTION, "6", "17");
            case VPCE_GATEWAY_PROTOCOL_RESTRICTION ->
                component(obstacle, ExplanationCode.VPCE_GATEWAY_PROTOCOL_RESTRICTION, "6", "1");
            case VPCE_INTRA_VPC_TRAFFIC ->
                explanations.at(
                        ExplanationCode.VPCE_INTRA_VPC_TRAFFIC,
                        obstacle.at(),
                        members -> endpoint(members, obstacle.at()));
            case ENDPOINT_NOT_AVAILABLE ->
                explanations.at(ExplanationCode.BAD_STATE, obstacle.at(), members -> endpoint(members, obstacle.at())
                        .state(hop.rule()));
            case VPCE_SERVICE_NOT_INSTALLED_IN_AZ ->
                explanations.at(ExplanationCode.VPCE_SERVICE_NOT_INSTALLED_IN_AZ, obstacle.at(), members -> endpoint(
                                members, obstacle.at())
                        .availabilityZoneIds(hop.rule()));
            case ELBV2_LISTENERS_MISMATCH, ELBV2_NO_TARGETS_IN_AZ, NO_HEALTHY_TARGET ->
                new BalancerExplainer(explanations)
                        .refused(obstacle.stop().code(), hop, obstacle.stop().packet());
        }
    }

    private Explanation.Builder inwards(Explanation.Builder members) {
        return members.direction(Direction.INGRESS.wireName());
    }

    private void groups(At obstacle, boolean middlebox) {
        Direction direction = direction(obstacle);
        Network.NetworkInterface at = obstacle.at();
        Terrain.Home home = explanations.terrain.homes().apply(at);
        Packet packet = obstacle.stop().packet();
        explanations.at(ExplanationCode.ENI_SG_RULES_MISMATCH, at, members -> members.direction(direction.wireName())
                .securityGroups(explanations.components.of(home.scope(), at.groupIds()))
                .addresses(remote(direction, packet))
                .portRanges(PortRange.builder()
                        .from(packet.destinationPort())
                        .to(packet.destinationPort())
                        .build())
                .protocols(String.valueOf(packet.protocol())));
        for (String id : at.groupIds()) {
            Network.SecurityGroup group = home.parts().group(id);
            if (group == null) {
                continue;
            }
            boolean empty = group.rules().stream().noneMatch(rule -> rule.direction() == direction);
            if (empty) {
                explanations.add(ExplanationCode.SG_HAS_NO_RULES, members -> members.direction(direction.wireName())
                        .securityGroup(explanations.components.of(home.scope(), id)));
            }
            if (middlebox && direction == Direction.INGRESS) {
                references(group, at, home);
            }
            unknownPeers(group, at, home, direction);
        }
    }

    /** A rule names a group behind a peering connection with a VPC outside of the analysis. */
    private void unknownPeers(
            Network.SecurityGroup group, Network.NetworkInterface at, Terrain.Home home, Direction direction) {
        NetworkInventory parts = explanations.terrain.parts();
        String vpc = home.parts().vpcOf(at);
        boolean unknown = group.rules().stream()
                .anyMatch(rule -> rule.direction() == direction
                        && rule.peer() instanceof Network.GroupPeer peer
                        && parts.group(peer.groupId()) == null);
        parts.peerings().stream()
                .filter(one ->
                        one.requesterVpcId().equals(vpc) || one.accepterVpcId().equals(vpc))
                .filter(one -> unknown && explanations.terrain.peerOf(one, vpc) == null)
                .forEach(one -> explanations.add(
                        ExplanationCode.UNKNOWN_PEERED_SGS, members -> members.direction(direction.wireName())
                                .vpcPeeringConnection(explanations.of(one.id()))
                                .securityGroup(explanations.of(group.id()))));
    }

    /** A rule would admit the sender by its group, but a component on the way hides it. */
    private void references(Network.SecurityGroup group, Network.NetworkInterface at, Terrain.Home home) {
        group.rules().stream()
                .filter(rule -> rule.direction() == Direction.INGRESS)
                .filter(rule -> rule.peer() instanceof Network.GroupPeer reference && sentFrom(reference.groupId()))
                .findFirst()
                .ifPresent(rule ->
                        explanations.at(ExplanationCode.SG_REFERENCES_NOT_PRESERVED, at, members -> members.direction(
                                        Direction.INGRESS.wireName())
                                .securityGroup(explanations.components.of(home.scope(), group.id()))
                                .securityGroupRule(Components.groupRule(rule))));
    }

    private boolean sentFrom(String groupId) {
        return senders.stream()
                .map(explanations.terrain.parts()::networkInterface)
                .anyMatch(sender -> sender != null && sender.groupIds().contains(groupId));
    }

    private void acl(At obstacle) {
        Hop hop = obstacle.stop().hop();
        Direction direction = direction(obstacle);
        Terrain.Home home = explanations.terrain.homes().apply(obstacle.at());
        Network.NetworkAcl acl = home.parts().acl(hop.component());
        Network.AclEntry entry = acl == null ? null : Matched.entry(acl, direction, hop);
        explanations.add(ExplanationCode.SUBNET_ACL_RESTRICTION, members -> members.direction(direction.wireName())
                .acl(explanations.components.of(home.scope(), hop.component()))
                .aclRule(entry == null ? null : Components.aclRule(entry))
                .subnet(explanations.components.of(home.scope(), obstacle.at().subnetId()))
                .vpc(explanations.components.of(home.scope(), home.parts().vpcOf(obstacle.at()))));
    }

    private void notRunning(At obstacle) {
        String instance = Objects.requireNonNullElse(
                obstacle.at().instanceId(), obstacle.at().id());
        explanations.at(
                ExplanationCode.BAD_STATE, obstacle.at(), members -> members.component(explanations.of(instance))
                        .state("stopped"));
    }

    /** At the sender the address is wrong. Interfaces in front of a service have no setting that allows it. */
    private void sourceDestCheck(At obstacle) {
        boolean sends = senders.contains(obstacle.at().id()) && !obstacle.answer();
        Packet packet = obstacle.stop().packet();
        Direction direction = sends ? Direction.EGRESS : Direction.INGRESS;
        String address = (sends ? packet.source() : packet.destination()).toString();
        explanations.at(ExplanationCode.ENI_SOURCE_DEST_CHECK_RESTRICTION, obstacle.at(), members -> members.direction(
                        direction.wireName())
                .packetField(sends ? "source-address" : "destination-address")
                .addresses(address));
        if (!obstacle.at().interfaceType().equals("interface")) {
            explanations.at(ExplanationCode.ENI_ADDRESS_RESTRICTION, obstacle.at(), members -> members.direction(
                            direction.wireName())
                    .addresses(address));
        }
    }

    private void gateway(At obstacle) {
        String through = obstacle.stop().hop().component();
        if (through.startsWith("vgw-") || through.startsWith("pcx-")) {
            new PrivateGatewayExplainer(explanations).spoofed(obstacle);
            return;
        }
        ExplanationCode code = ExplanationCode.valueOf(obstacle.stop().code().name());
        Packet packet = obstacle.stop().packet();
        Terrain.Home home = explanations.terrain.homes().apply(obstacle.at());
        String vpc = home.parts().vpcOf(obstacle.at());
        String gateway = home.parts().internetGateways().stream()
                .filter(one -> one.vpcId().equals(vpc))
                .map(Network.InternetGateway::id)
                .findFirst()
                .orElse(null);
        boolean blocked = code == ExplanationCode.VPC_BLOCK_PUBLIC_ACCESS_ENABLED;
        boolean out = blocked ? isAt(obstacle, packet.source()) : outwards(code);
        if (blocked && obstacle.answer()) {
            return;
        }
        boolean source = code.name().contains("SOURCE") || code.name().contains("PUBLIC_IP") || code == spoofed();
        explanations.at(code, obstacle.at(), members -> members.direction(out ? "egress" : "ingress")
                .internetGateway(gateway == null ? null : explanations.components.of(home.scope(), gateway))
                .addresses((source ? packet.source() : packet.destination()).toString()));
    }

    private static boolean isAt(At obstacle, IpAddress address) {
        return obstacle.at().addresses().stream().anyMatch(own -> own.address().equals(address));
    }

    private static ExplanationCode spoofed() {
        return ExplanationCode.GATEWAY_REJECTS_SPOOFED_TRAFFIC;
    }

    private static boolean outwards(ExplanationCode code) {
        return code.name().contains("EGRESS");
    }

    private void peering(At obstacle, String connection) {
        Terrain.Home home = explanations.terrain.homes().apply(obstacle.at());
        explanations.at(
                ExplanationCode.PCX_REQUIRES_ADDRESS_IN_VPC_CIDR,
                obstacle.at(),
                members -> members.vpcPeeringConnection(explanations.components.of(home.scope(), connection))
                        .addresses(obstacle.stop().packet().destination().toString()));
    }

    private void nobody(At obstacle, ExplanationCode code) {
        explanations.at(
                code,
                obstacle.at(),
                members ->
                        members.addresses(obstacle.stop().packet().destination().toString()));
    }

    private void nat(At obstacle) {
        Terrain.Home home = explanations.terrain.homes().apply(obstacle.at());
        boolean inside = home.parts().interfaces().stream()
                .filter(one -> home.parts().vpcOf(one).equals(home.parts().vpcOf(obstacle.at())))
                .anyMatch(one -> senders.contains(one.id()));
        ExplanationCode code =
                inside ? ExplanationCode.NO_POSSIBLE_DESTINATION : ExplanationCode.NGW_REQUIRES_SOURCE_IN_VPC;
        explanations.at(
                code,
                obstacle.at(),
                members -> members.natGateway(explanations.components.of(
                        home.scope(), obstacle.stop().hop().component())));
    }

    private void component(At obstacle, ExplanationCode code, String... protocols) {
        Terrain.Home home = explanations.terrain.homes().apply(obstacle.at());
        String id = obstacle.stop().hop().component();
        explanations.at(code, obstacle.at(), members -> members.component(explanations.components.of(home.scope(), id))
                .vpcEndpoint(id.startsWith("vpce-") ? explanations.components.of(home.scope(), id) : null)
                .protocols(protocols));
    }

    private Explanation.Builder endpoint(Explanation.Builder members, Network.NetworkInterface at) {
        Terrain.Home home = explanations.terrain.homes().apply(at);
        String id = home.parts().endpointOf(at.id());
        return id == null ? members : members.vpcEndpoint(explanations.components.of(home.scope(), id));
    }

    static Direction direction(At obstacle) {
        return switch (obstacle.stop().hop().stage()) {
            case SECURITY_GROUP_EGRESS, NETWORK_ACL_EGRESS -> Direction.EGRESS;
            default -> Direction.INGRESS;
        };
    }

    private static @Nullable String remote(Direction direction, Packet packet) {
        return (direction == Direction.EGRESS ? packet.destination() : packet.source()).toString();
    }
}
