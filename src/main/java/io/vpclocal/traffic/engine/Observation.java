package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.NetworkInterface;
import org.jspecify.annotations.Nullable;

/**
 * What one network interface sees of one direction of a flow: the material of one flow log record.
 * {@link FlowVerdict#trafficOf} has its packets, bytes and TCP flags.
 *
 * @param accepted {@code ACCEPT} or {@code REJECT}
 * @param answer whether it is the reply direction of the flow
 * @param packet the headers at this interface
 * @param trafficPath the number of the egress path in flow logs; 0 if it is unknown or for ingress
 * @param blockedPublicAccess whether VPC Block Public Access rejected it
 * @param nextHop the interface that receives it (egress) or sent it (ingress), if it is in this network
 */
public record Observation(
        NetworkInterface networkInterface,
        Direction direction,
        boolean accepted,
        boolean answer,
        Packet packet,
        int trafficPath,
        boolean blockedPublicAccess,
        @Nullable NetworkInterface nextHop) {

    /**
     * The {@code srcaddr} of the record: leaving traffic shows the primary address of the interface, even if the packet
     * has another one (AWS documentation, VPC User Guide: flow log records).
     */
    public IpAddress sourceAddress() {
        return direction == Direction.EGRESS ? own(packet.source()) : packet.source();
    }

    /** The {@code dstaddr} of the record: arriving traffic always shows the primary address of the interface. */
    public IpAddress destinationAddress() {
        return direction == Direction.INGRESS ? own(packet.destination()) : packet.destination();
    }

    /** The {@code pkt-srcaddr} of the record. */
    public IpAddress packetSourceAddress() {
        return packet.source();
    }

    /** The {@code pkt-dstaddr} of the record. */
    public IpAddress packetDestinationAddress() {
        return packet.destination();
    }

    private IpAddress own(IpAddress carried) {
        if (!carried.isV6()) {
            return networkInterface.addresses().isEmpty()
                    ? carried
                    : networkInterface.addresses().get(0).address();
        }
        boolean mine = networkInterface.ipv6Addresses().isEmpty()
                || networkInterface.ipv6Addresses().contains(carried);
        return mine ? carried : networkInterface.ipv6Addresses().get(0);
    }
}
