package io.vpclocal.traffic;

import io.vpclocal.flowlog.record.FlowAttributes;
import io.vpclocal.flowlog.record.FlowAttributes.Action;
import io.vpclocal.flowlog.record.FlowAttributes.FlowDirection;
import io.vpclocal.flowlog.record.FlowAttributes.NextHop;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.flowlog.record.TrafficPath;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.Direction;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.engine.Observation;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts the observations of interfaces for the flow logs. */
final class Observations {

    /** The address types of records (AWS documentation, VPC User Guide: flow log records). */
    private static final Set<String> NAMED_TYPES =
            Set.of("nat_gateway", "network_load_balancer", "regional_nat_gateway", "transit_gateway", "vpc_endpoint");

    private Observations() {}

    static ObservedTraffic of(KnownNetwork network, FlowVerdict verdict, Observation seen) {
        FlowVerdict.Path path = verdict.trafficOf(seen);
        Flow flow = verdict.flow();
        return new ObservedTraffic(
                details(network, seen.networkInterface()),
                attributes(network.snapshot(), seen),
                path.packets(),
                path.bytes(),
                path.tcpFlags(),
                flow.start(),
                flow.start().plus(flow.duration()));
    }

    static InterfaceDetails details(KnownNetwork network, Network.NetworkInterface of) {
        Scope scope = network.scope();
        Network.Subnet subnet = network.snapshot().subnet(of.subnetId());
        return new InterfaceDetails(
                of.ownerId(),
                of.id(),
                subnet == null ? null : subnet.vpcId(),
                of.subnetId(),
                of.instanceId(),
                scope.region(),
                subnet == null ? null : subnet.availabilityZoneId(),
                null,
                null,
                null,
                type(of),
                Map.of());
    }

    private static FlowAttributes attributes(NetworkSnapshot network, Observation seen) {
        Packet packet = seen.packet();
        boolean egress = seen.direction() == Direction.EGRESS;
        return new FlowAttributes(
                seen.sourceAddress().toString(),
                seen.destinationAddress().toString(),
                packet.sourcePort(),
                packet.destinationPort(),
                packet.protocol(),
                seen.accepted() ? Action.ACCEPT : Action.REJECT,
                packet.source().isV6() ? "IPv6" : "IPv4",
                seen.packetSourceAddress().toString(),
                seen.packetDestinationAddress().toString(),
                network.addressRangeCode(packet.source()),
                network.addressRangeCode(packet.destination()),
                egress ? FlowDirection.egress : FlowDirection.ingress,
                egress && seen.trafficPath() > 0 ? TrafficPath.of(seen.trafficPath()) : null,
                seen.blockedPublicAccess() ? FlowAttributes.BLOCK_PUBLIC_ACCESS : null,
                null,
                nextHop(network, seen.nextHop()));
    }

    private static @Nullable NextHop nextHop(NetworkSnapshot network, Network.@Nullable NetworkInterface next) {
        if (next == null) {
            return null;
        }
        Network.Subnet subnet = network.subnet(next.subnetId());
        return new NextHop(
                next.id(),
                next.subnetId(),
                subnet == null ? null : subnet.availabilityZoneId(),
                subnet == null ? null : subnet.vpcId(),
                type(next));
    }

    private static @Nullable String type(Network.NetworkInterface of) {
        return NAMED_TYPES.contains(of.interfaceType()) ? of.interfaceType() : null;
    }
}
