package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.engine.Flow.GatewayEndpoint;
import org.jspecify.annotations.Nullable;

/** What virtual private gateways carry, and what comes in through a peering connection with an unknown VPC. */
final class PrivateGateways {

    private final Walk walk;
    private final Gateways gateways;

    PrivateGateways(Walk walk, Gateways gateways) {
        this.walk = walk;
        this.gateways = gateways;
    }

    /** Delivers a packet to the interface with its destination as private address. */
    @Nullable
    Stop comeIn(GatewayEndpoint through, Packet packet) {
        String id = through.gatewayId();
        boolean peering = id.startsWith("pcx-");
        Hop gateway = Hop.allow(
                peering ? Hop.Stage.PEERING_CONNECTION : Hop.Stage.OTHER_GATEWAY, id, null, id + " brings it in");
        CompiledVpc vpc = walk.network.vpcs.get(through.vpcId());
        if (vpc == null) {
            throw UnresolvableFlowException.unknown("VPC", through.vpcId());
        }
        walk.connection.enteredThrough = id;
        CompiledInterface target = vpc.interfaces.get(packet.destination());
        if (target == null) {
            StopCode code = peering ? StopCode.UNKNOWN_DESTINATION : StopCode.VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS;
            return walk.stop(code, refusal(gateway), packet);
        }
        Stop spoofed = vpc.contains(packet.source())
                ? walk.stop(StopCode.GATEWAY_REJECTS_SPOOFED_TRAFFIC, refusal(gateway), packet)
                : null;
        if (walk.overlook(target, spoofed) != null) {
            return spoofed;
        }
        walk.hops.add(gateway);
        return gateways.comeIn(gateway, target, packet);
    }

    /** Whether answers come back to the address that they are for, and not to the interface that sent the request. */
    static boolean delivers(Hop gateway) {
        return gateway.component().startsWith("vgw-");
    }

    /** Why the gateway of a route does not take a packet; null if it does. */
    @Nullable
    Stop refusal(CompiledInterface sender, Packet packet, CompiledRoute route) {
        boolean vpn = route.target() == Network.RouteTarget.VIRTUAL_PRIVATE_GATEWAY;
        if (vpn && !walk.answer && !sender.subnet.vpc.interfaces.containsKey(packet.source())) {
            return walk.stop(StopCode.VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS, Gateways.refusal(route), packet);
        }
        return walk.answer && walk.connection.cameOtherwise(route.gateway().component())
                ? walk.stop(StopCode.ASYMMETRIC_ROUTE, Gateways.refusal(route), packet)
                : null;
    }

    private static Hop refusal(Hop gateway) {
        return Hop.deny(gateway.stage(), gateway.component(), null, gateway.component() + " does not carry it");
    }
}
