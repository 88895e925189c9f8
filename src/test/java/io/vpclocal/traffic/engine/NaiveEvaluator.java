package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.NetworkInterface;
import io.vpclocal.traffic.engine.Network.PrivateAddress;
import io.vpclocal.traffic.engine.Network.Route;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import io.vpclocal.traffic.engine.Network.Vpc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A simple second implementation of the rules on plain lists. The compiled evaluator must agree with it. */
final class NaiveEvaluator {

    private final NaiveNetwork net;
    final List<String> seen = new ArrayList<>();
    private final Set<String> tracked = new HashSet<>();
    private final Map<String, Packet> translated = new HashMap<>();
    private boolean reply;
    private boolean fromOutside;
    private int legs;
    private @Nullable NetworkInterface end;
    private boolean outside;
    private boolean overInternet;
    private @Nullable Packet last;
    private @Nullable NetworkInterface referenced;

    NaiveEvaluator(NaiveNetwork net) {
        this.net = net;
    }

    /** {@code request-stop/reply-stop}, each a code or {@code -}; the reply part is missing when there was none. */
    String evaluate(Packet packet, @Nullable NetworkInterface source, boolean answers) {
        fromOutside = source == null;
        String there = source == null ? internet(packet) : leave(source, packet);
        if (!there.equals("-") || !answers) {
            return there;
        }
        Packet answer = Objects.requireNonNull(last).answer();
        reply = true;
        legs = 0;
        boolean left = outside;
        NetworkInterface far = Objects.requireNonNull(end);
        outside = false;
        if (!left) {
            return there + "/" + leave(far, answer);
        }
        // From the internet it bypasses an appliance that the request passed.
        NetworkInterface receiver =
                overInternet ? net.at(net.vpc(far), answer.destination()).orElse(far) : far;
        return there + "/" + enter(receiver, answer, null);
    }

    private String leave(NetworkInterface eni, Packet packet) {
        if (++legs > 16) {
            return "ROUTING_LOOP";
        }
        Optional<NetworkInterface> near = net.near(net.vpc(eni), packet.destination());
        if (!groupsAllow(eni, Direction.EGRESS, packet, near.orElse(null))) {
            return see(eni, Direction.EGRESS, false, packet, "ENI_SG_RULES_MISMATCH");
        }
        Vpc vpc = net.vpc(eni);
        Optional<NetworkInterface> here = near.filter(found -> net.vpc(found) == vpc);
        if (NaiveNetwork.holds(net.subnet(eni).cidrs(), packet.destination())) {
            see(eni, Direction.EGRESS, true, packet, "");
            return here.map(found -> enter(found, packet, eni)).orElse("UNKNOWN_DESTINATION");
        }
        Route route = net.route(eni, packet.destination());
        NetworkInterface next = route == null ? null : net.nextHop(route);
        boolean stays = next != null && next.subnetId().equals(eni.subnetId());
        if (!stays && !net.aclAllows(net.subnet(eni), Direction.EGRESS, packet)) {
            return see(eni, Direction.EGRESS, false, packet, "SUBNET_ACL_RESTRICTION");
        }
        if (route != null && isBlocked(eni, vpc, route)) {
            return see(eni, Direction.EGRESS, false, packet, "VPC_BLOCK_PUBLIC_ACCESS_ENABLED");
        }
        see(eni, Direction.EGRESS, true, packet, "");
        if (route == null) {
            return "NO_ROUTE_TO_DESTINATION";
        }
        return net.usable(route, vpc) ? follow(eni, packet, route, next, here) : "BAD_STATE_ROUTE";
    }

    private boolean isBlocked(NetworkInterface eni, Vpc vpc, Route route) {
        boolean outboundOnly = route.target() == RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY;
        return net.usable(route, vpc)
                && (outboundOnly || route.target() == RouteTarget.INTERNET_GATEWAY)
                && NaiveNetwork.blocks(vpc, NaiveNetwork.isNat(eni) || outboundOnly);
    }

    private String follow(
            NetworkInterface eni,
            Packet packet,
            Route route,
            @Nullable NetworkInterface next,
            Optional<NetworkInterface> here) {
        switch (route.target()) {
            case LOCAL:
                return here.map(found -> enter(found, packet, eni)).orElse("UNKNOWN_DESTINATION");
            case NAT_GATEWAY, NETWORK_INTERFACE:
                return next == eni ? "ROUTING_LOOP" : enter(Objects.requireNonNull(next), packet, eni);
            case INTERNET_GATEWAY:
                return throughInternetGateway(eni, packet);
            case VPC_PEERING_CONNECTION:
                Vpc other = net.peer(net.vpc(eni));
                if (!NaiveNetwork.holds(other.cidrs(), packet.destination())
                        || !NaiveNetwork.holds(net.vpc(eni).cidrs(), packet.source())) {
                    return "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR";
                }
                Optional<NetworkInterface> target = net.at(other, packet.destination());
                return target.map(found -> enter(found, packet, eni)).orElse("UNKNOWN_DESTINATION");
            case TRANSIT_GATEWAY:
                NetworkInterface gate =
                        net.gatewayInterface(net.attachment(net.vpc(eni)).orElseThrow());
                boolean sameSubnet = gate.subnetId().equals(eni.subnetId());
                return gate == eni ? "ROUTING_LOOP" : enter(gate, packet, sameSubnet ? null : eni);
            case GATEWAY_ENDPOINT:
                if (packet.protocol() != 6 && !(packet.protocol() == 1 && packet.icmpType() % 8 == 0)) {
                    return "VPCE_GATEWAY_PROTOCOL_RESTRICTION";
                }
                return away(eni, packet);
            case EGRESS_ONLY_INTERNET_GATEWAY:
                overInternet = true;
                return away(eni, packet);
            default:
                return away(eni, packet);
        }
    }

    private String away(NetworkInterface eni, Packet packet) {
        if (reply && fromOutside) {
            return "ASYMMETRIC_ROUTE";
        }
        return depart(eni, packet);
    }

    private String depart(NetworkInterface eni, Packet packet) {
        end = eni;
        last = packet;
        outside = true;
        return "-";
    }

    private String throughInternetGateway(NetworkInterface eni, Packet packet) {
        Optional<NetworkInterface> owner = net.at(net.vpc(eni), packet.source());
        IpAddress visible = packet.source().isV6()
                ? owner.map(found -> packet.source()).orElse(null)
                : owner.map(found -> NaiveNetwork.publicOf(found, packet.source()))
                        .orElse(null);
        boolean privateNat = owner.map(net::isPrivateNat).orElse(false);
        if (visible == null || privateNat) {
            return "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS";
        }
        if (packet.destination().isPrivate()) {
            return "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS";
        }
        Packet translatedPacket = packet.withSource(visible, packet.sourcePort());
        if (net.publicOwner(packet.destination()).isPresent()) {
            return internet(translatedPacket);
        }
        overInternet = true;
        return depart(eni, packet);
    }

    private String internet(Packet packet) {
        Optional<NetworkInterface> target = net.publicOwner(packet.destination());
        if (target.isEmpty()) {
            return "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS";
        }
        NetworkInterface eni = target.get();
        if (!net.hasInternetGateway(net.vpc(eni))) {
            return "INTERNET_GATEWAY_NOT_ATTACHED";
        }
        if (packet.source().isPrivate()) {
            return "IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS";
        }
        IpAddress inner = eni.addresses().stream()
                .filter(a -> packet.destination().equals(a.publicAddress()))
                .map(PrivateAddress::address)
                .findFirst()
                .orElse(packet.destination());
        Packet inside = packet.withDestination(inner, packet.destinationPort());
        if (NaiveNetwork.blocks(net.vpc(eni), reply && NaiveNetwork.isNat(eni))) {
            return see(eni, Direction.INGRESS, false, inside, "VPC_BLOCK_PUBLIC_ACCESS_ENABLED");
        }
        return enter(eni, inside, null);
    }

    private String enter(NetworkInterface eni, Packet packet, @Nullable NetworkInterface sender) {
        boolean sameSubnet = sender != null && sender.subnetId().equals(eni.subnetId());
        if (!sameSubnet && !net.aclAllows(net.subnet(eni), Direction.INGRESS, packet)) {
            return see(eni, Direction.INGRESS, false, packet, "SUBNET_ACL_RESTRICTION");
        }
        boolean own = NaiveNetwork.owns(eni, packet.destination());
        if (!own && !NaiveNetwork.isNat(eni) && eni.sourceDestCheck()) {
            return "ENI_SOURCE_DEST_CHECK_RESTRICTION";
        }
        NetworkInterface owner = sender != null && NaiveNetwork.owns(sender, packet.source()) ? sender : null;
        if (owner == null && sender != null && net.attachmentAt(sender).isPresent()) {
            owner = referenced;
        }
        if (!groupsAllow(eni, Direction.INGRESS, packet, owner)) {
            return see(eni, Direction.INGRESS, false, packet, "ENI_SG_RULES_MISMATCH");
        }
        see(eni, Direction.INGRESS, true, packet, "");
        Packet original = translated.get(eni.id());
        if (reply && own && original != null) {
            return leave(eni, packet.withDestination(original.source(), original.sourcePort()));
        }
        if (NaiveNetwork.isNat(eni) && (own || reply)) {
            return "NAT_GATEWAY_WITHOUT_CONNECTION";
        }
        if (own) {
            end = eni;
            last = packet;
            return "-";
        }
        if (net.attachmentAt(eni).isPresent()) {
            return throughTransitGateway(eni, net.attachmentAt(eni).get(), packet);
        }
        return NaiveNetwork.isNat(eni) || masquerades(eni, packet) ? translate(eni, packet) : leave(eni, packet);
    }

    private String throughTransitGateway(NetworkInterface eni, Network.TransitGatewayAttachment from, Packet packet) {
        if (from.routeTableId() == null) {
            return "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION";
        }
        Optional<Network.TransitGatewayRoute> route = net.transitRoute(packet.destination());
        if (route.isEmpty()) {
            return "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT";
        }
        Optional<Network.TransitGatewayAttachment> to =
                net.attachment(route.get().attachmentId());
        if (to.isEmpty()) {
            return "TGW_RTB_BAD_STATE_ROUTE";
        }
        boolean references = from.groupReferences() && to.get().groupReferences();
        referenced = references ? net.at(net.vpc(eni), packet.source()).orElse(null) : null;
        return leave(net.gatewayInterface(to.get()), packet);
    }

    private boolean masquerades(NetworkInterface eni, Packet packet) {
        boolean hasPublic = eni.addresses().stream().anyMatch(a -> a.publicAddress() != null);
        boolean sourceIsPublic = net.at(net.vpc(eni), packet.source())
                .map(found -> NaiveNetwork.publicOf(found, packet.source()) != null)
                .orElse(false);
        return !reply
                && hasPublic
                && !packet.source().isV6()
                && !sourceIsPublic
                && net.near(net.vpc(eni), packet.destination()).isEmpty()
                && !NaiveNetwork.holds(net.vpc(eni).cidrs(), packet.destination());
    }

    private String translate(NetworkInterface eni, Packet packet) {
        Optional<IpAddress> own = packet.source().isV6()
                ? eni.ipv6Addresses().stream().findFirst()
                : Optional.of(eni.addresses().get(0).address());
        if (own.isEmpty() || packet.protocol() == 47) {
            return "PROTOCOL_RESTRICTION";
        }
        translated.put(eni.id(), packet);
        int port =
                packet.protocol() != 1 && packet.sourcePort() < 1024 ? packet.sourcePort() + 1024 : packet.sourcePort();
        return leave(eni, packet.withSource(own.get(), port));
    }

    private boolean groupsAllow(
            NetworkInterface eni, Direction direction, Packet packet, @Nullable NetworkInterface owner) {
        if (eni.groupIds().isEmpty() || reply && tracked.contains(eni.id())) {
            return true;
        }
        boolean allowed =
                net.rules(eni).anyMatch(rule -> rule.direction() == direction && net.allows(rule, packet, owner));
        if (allowed && !reply) {
            tracked.add(eni.id());
        }
        return allowed;
    }

    private String see(NetworkInterface eni, Direction direction, boolean accepted, Packet packet, String code) {
        seen.add(eni.id() + " " + direction.wireName() + (accepted ? " ACCEPT " : " REJECT ") + packet.source() + " "
                + packet.sourcePort() + " " + packet.destination() + " " + packet.destinationPort());
        return code;
    }
}
