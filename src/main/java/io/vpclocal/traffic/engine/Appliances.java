package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import org.jspecify.annotations.Nullable;

/** Interfaces that forward packets: NAT gateways, NAT instances and other appliances. */
final class Appliances {

    private static final int FIRST_NAT_PORT = 1024;

    private final Walk walk;

    Appliances(Walk walk) {
        this.walk = walk;
    }

    @Nullable
    Stop passOn(CompiledInterface receiver, Packet packet) {
        return receiver.nat != null || masquerades(receiver, packet)
                ? translate(receiver, packet)
                : forward(receiver, packet);
    }

    private @Nullable Stop forward(CompiledInterface appliance, Packet packet) {
        walk.hops.add(appliance.forwards);
        return walk.leave(appliance, packet);
    }

    private @Nullable Stop translate(CompiledInterface receiver, Packet packet) {
        IpAddress source = receiver.first(packet.destination().isV6());
        boolean carried = packet.protocol() == Packet.TCP || packet.protocol() == Packet.UDP || packet.isIcmp();
        if (source == null || !carried) {
            Hop refusal = receiver.noConnection == null ? receiver.checks : receiver.noConnection;
            return walk.stop(StopCode.PROTOCOL_RESTRICTION, refusal, packet);
        }
        walk.connection.forcesTracking |= receiver.nat != null;
        walk.connection.translate(receiver, packet.source(), packet.sourcePort());
        walk.hops.add(receiver.translates == null ? receiver.forwards : receiver.translates);
        int port = packet.isIcmp() || packet.sourcePort() >= FIRST_NAT_PORT
                ? packet.sourcePort()
                : packet.sourcePort() + FIRST_NAT_PORT;
        return walk.leave(receiver, packet.withSource(source, port));
    }

    /**
     * Our guess: an appliance with a public address that gets internet traffic from an interface without one is a NAT
     * instance. Any other forwards packets unchanged.
     */
    private boolean masquerades(CompiledInterface appliance, Packet packet) {
        if (walk.answer || packet.source().isV6() || appliance.firstPublic() == null) {
            return false;
        }
        CompiledVpc vpc = appliance.subnet.vpc;
        CompiledInterface owner = vpc.interfaces.get(packet.source());
        boolean publicSource = owner != null && owner.publicOf(packet.source()) != null;
        return !publicSource
                && walk.reachable(vpc, packet.destination()) == null
                && !vpc.contains(packet.destination());
    }
}
