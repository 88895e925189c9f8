package io.vpclocal.flowlog.record;

import org.jspecify.annotations.Nullable;

/**
 * The attributes that identify a flow at an interface. Packets with equal attributes in one window make one record.
 * Null is written as {@code -}.
 *
 * @param addressType {@code IPv4}, {@code IPv6} or {@code EFA}
 * @param trafficPath code of {@link TrafficPath}, egress only
 * @param rejectReason {@code BPA}, {@code EC}, or null for security groups and ACLs
 */
public record FlowAttributes(
        String sourceAddress,
        String destinationAddress,
        int sourcePort,
        int destinationPort,
        int protocol,
        Action action,
        String addressType,
        String packetSourceAddress,
        String packetDestinationAddress,
        @Nullable String packetSourceService,
        @Nullable String packetDestinationService,
        @Nullable FlowDirection direction,
        @Nullable TrafficPath trafficPath,
        @Nullable String rejectReason,
        @Nullable Integer encryptionStatus,
        @Nullable NextHop nextHop) {

    /** The reject reason of VPC Block Public Access. Its records have no bytes. */
    public static final String BLOCK_PUBLIC_ACCESS = "BPA";

    public enum Action {
        ACCEPT,
        REJECT
    }

    public enum FlowDirection {
        ingress,
        egress
    }

    /** The interface on the other side of the hop. */
    public record NextHop(
            @Nullable String interfaceId,
            @Nullable String subnetId,
            @Nullable String azId,
            @Nullable String vpcId,
            @Nullable String interfaceType) {}

    /** A flow with only the fields of the default format. Its packet addresses equal its addresses. */
    public static FlowAttributes of(
            String sourceAddress,
            String destinationAddress,
            int sourcePort,
            int destinationPort,
            int protocol,
            Action action) {
        return new FlowAttributes(
                sourceAddress,
                destinationAddress,
                sourcePort,
                destinationPort,
                protocol,
                action,
                sourceAddress.indexOf(':') < 0 ? "IPv4" : "IPv6",
                sourceAddress,
                destinationAddress,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same flow with other packet-level addresses, as on the private side of a NAT gateway. */
    public FlowAttributes withPacketAddresses(String source, String destination) {
        return new FlowAttributes(
                sourceAddress,
                destinationAddress,
                sourcePort,
                destinationPort,
                protocol,
                action,
                addressType,
                source,
                destination,
                packetSourceService,
                packetDestinationService,
                direction,
                trafficPath,
                rejectReason,
                encryptionStatus,
                nextHop);
    }
}
