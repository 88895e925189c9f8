package io.vpclocal.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of a flow.
 *
 * @param allowed whether it arrived, its answer came back, and no endpoint policy denied its API call
 * @param code the code of the stop, from VPC Reachability Analyzer if it has one; null if nothing stopped it
 * @param reason the stop in words
 * @param stoppedAt the decision that stopped it
 * @param request the path to the destination
 * @param reply the path of the answer; null if nothing was sent back
 * @param notCaptured the kind of traffic that flow logs never capture; null for other traffic
 * @param records the records that flow logs of the interfaces will contain
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
     * What one interface observed.
     *
     * @param interfaceId null if the interface has no id
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

    /** The decisions of both directions, in order. */
    public List<Hop> hops() {
        return reply == null
                ? request.hops()
                : Stream.concat(request.hops().stream(), reply.hops().stream()).toList();
    }
}
