package io.vpclocal.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a flow.
 *
 * @param allowed whether it arrived, its answer came back, and no endpoint policy refused its API call
 * @param code what stopped it, as VPC Reachability Analyzer codes it where it does; null if nothing did
 * @param reason the same in words
 * @param stoppedAt the decision that stopped it
 * @param request the way there
 * @param reply the way back; null if nothing was sent back
 * @param notCaptured the kind of traffic that flow logs never show, if it is such
 * @param records what flow logs that cover the interfaces will show
 */
public record FlowVerdict(
        boolean allowed,
        @Nullable String code,
        @Nullable String reason,
        @Nullable Hop stoppedAt,
        Path request,
        @Nullable Path reply,
        @Nullable String notCaptured,
        List<Seen> records) {

    /** One direction, with every decision on the way. */
    public record Path(String source, String destination, boolean arrived, long packets, long bytes, List<Hop> hops) {}

    /**
     * One decision.
     *
     * @param stage such as {@code SECURITY_GROUP_INGRESS} or {@code ROUTE}
     * @param decision {@code ALLOW}, {@code DENY} or {@code SKIP}
     * @param component id of the group, ACL, route table, gateway, endpoint or interface that decided
     * @param rule security group rule id, network ACL rule number, or route destination
     */
    public record Hop(
            String stage,
            String decision,
            String component,
            @Nullable String rule,
            String text) {}

    /**
     * What one interface saw.
     *
     * @param interfaceId null for an interface that has none
     * @param action {@code ACCEPT} or {@code REJECT}
     * @param protocol as a number
     * @param record in the default format of flow logs
     */
    public record Seen(
            @Nullable String interfaceId,
            String direction,
            String action,
            String sourceAddress,
            String destinationAddress,
            String packetSourceAddress,
            String packetDestinationAddress,
            int sourcePort,
            int destinationPort,
            int protocol,
            long packets,
            long bytes,
            String record) {}

    /** The decisions both ways, in their order. */
    public List<Hop> hops() {
        return reply == null
                ? request.hops()
                : Stream.concat(request.hops().stream(), reply.hops().stream()).toList();
    }
}
