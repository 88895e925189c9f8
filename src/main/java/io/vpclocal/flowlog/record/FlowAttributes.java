package io.vpclocal.flowlog.record;

import org.jspecify.annotations.Nullable;

/**
 * What tells one flow at an interface from another: packets with equal attributes in one window make one record. Null is
 * written as {@code -}.
 *
 * @param addressType {@code IPv4}, {@code IPv6} or {@code EFA}
 * @param trafficPath code of {@link TrafficPath}, egress only
 * @param rejectReason {@code BPA}, {@code EC}, or null: groups and ACLs give no reason
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

    /** The reason of a reject by VPC Block Public Access, whose records have no bytes. */
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

    /** A flow of which only the fields of the default format are known; the packet addresses are the same. */
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

    /** The same with other packet-level addresses, as on the private side of a NAT gateway. */
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
