package io.vpclocal.traffic;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One conversation that shall be sent through the network.
 *
 * @param replyPackets packets that come back if the network lets them
 */
@Schema(name = "Flow")
record FlowRequest(
        @Schema(
                implementation = Side.class,
                description = "Who starts it: an object, or just an interface id (eni-…), an instance id (i-…), an"
                        + " address, or the name of an AWS service (s3, com.amazonaws.us-east-1.kms)")
        @Nullable
        JsonNode source,

        @Schema(implementation = Side.class, description = "Whom it is for, in the same forms") @Nullable
        JsonNode destination,

        @Schema(description = "tcp, udp, icmp, icmpv6 or a number from 0 to 255", defaultValue = "tcp") @Nullable
        String protocol,

        @Schema(description = "TCP and UDP", defaultValue = "49152") @Nullable
        Integer sourcePort,

        @Schema(description = "TCP and UDP; required for them") @Nullable
        Integer destinationPort,

        @Schema(description = "ICMP; echo request if not given") @Nullable
        Integer icmpType,

        @Schema(description = "ICMP", defaultValue = "0") @Nullable
        Integer icmpCode,

        @Schema(description = "Packets that the source sends", defaultValue = "1") @Nullable
        Long packets,

        @Schema(description = "Their bytes together; 60 each if not given") @Nullable
        Long bytes,

        @Schema(description = "Packets that come back if the network lets them; as many as sent if not given") @Nullable
        Long replyPackets,

        @Schema(description = "Their bytes together; 60 each if not given") @Nullable
        Long replyBytes,

        @Schema(
                description =
                        "Flags of the source's packets OR-ed, as flow logs count them; follow from the outcome if not given")
        @Nullable
        Integer tcpFlags,

        @Schema(description = "Flags of the packets that come back") @Nullable
        Integer replyTcpFlags,

        @Schema(
                description = "What the destination makes of what reaches it",
                allowableValues = {"established", "refused", "timedOut"},
                defaultValue = "established")
        @Nullable
        String outcome,

        @Schema(description = "When the first packet is sent, ISO 8601; now if not given", format = "date-time")
        @Nullable
        String start,

        @Schema(description = "Time to the last packet: seconds, or ISO 8601 such as PT90S", defaultValue = "0")
        @Nullable
        String duration,

        @Schema(description = "The API call that it carries, for endpoint policies to judge") @Nullable
        ApiCallRequest apiCall) {

    /** One side of a flow, by one of interface, instance, address or service. */
    @Schema(name = "FlowSide")
    record Side(
            @Schema(example = "eni-0a1b2c3d4e5f60718") @Nullable
            String networkInterfaceId,

            @Nullable String instanceId,

            @Schema(example = "10.0.0.4", description = "Also beside an interface: which of its addresses") @Nullable
            String address,

            @Schema(description = "Whose private address it is, if several VPCs have it") @Nullable
            String vpcId,

            @Schema(example = "s3") @Nullable String service) {}

    /** @param principal ARN; the account's root user if null */
    @Schema(name = "FlowApiCall")
    record ApiCallRequest(
            @Schema(example = "s3:GetObject") @Nullable String action,

            @Schema(description = "ARN of a user, root user or role session; the account's root user if not given")
            @Nullable
            String principal,

            @Schema(example = "arn:aws:s3:::bucket/key") @Nullable
            String resource) {}
}
