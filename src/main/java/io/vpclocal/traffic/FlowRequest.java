package io.vpclocal.traffic;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One flow to send through the network.
 *
 * @param replyPackets packets that come back if the network allows it
 */
@Schema(name = "Flow")
record FlowRequest(
        @Schema(
                implementation = Side.class,
                description =
                        "The source: an object, or just an interface id (eni-…), an instance id (i-…), the Name tag of one, an"
                                + " address, a private DNS name, or the name of an AWS service (s3, com.amazonaws.us-east-1.kms). A"
                                + " private address that no interface has is on premises, if the VPC of the destination has a virtual"
                                + " private gateway")
        @Nullable
        JsonNode source,

        @Schema(
                implementation = Side.class,
                description =
                        "The destination, in the same forms, or any DNS name of an endpoint, a load balancer, an instance or an"
                                + " AWS service, looked up in the VPC of the source")
        @Nullable
        JsonNode destination,

        @Schema(description = "tcp, udp, icmp, icmpv6 or a number from 0 to 255", defaultValue = "tcp") @Nullable
        String protocol,

        @Schema(description = "TCP and UDP", defaultValue = "49152") @Nullable
        Integer sourcePort,

        @Schema(description = "For TCP and UDP, where it is required") @Nullable
        Integer destinationPort,

        @Schema(description = "For ICMP; echo request by default") @Nullable
        Integer icmpType,

        @Schema(description = "ICMP", defaultValue = "0") @Nullable
        Integer icmpCode,

        @Schema(description = "Packets that the source sends", defaultValue = "1") @Nullable
        Long packets,

        @Schema(description = "Total bytes; 60 per packet by default") @Nullable
        Long bytes,

        @Schema(description = "Packets that come back if the network allows it; as many as sent by default") @Nullable
        Long replyPackets,

        @Schema(description = "Total bytes; 60 per packet by default") @Nullable
        Long replyBytes,

        @Schema(
                description =
                        "Flags of the source's packets OR-ed, as in flow logs; derived from the outcome by default")
        @Nullable
        Integer tcpFlags,

        @Schema(description = "Flags of the packets that come back") @Nullable
        Integer replyTcpFlags,

        @Schema(
                description = "The destination's reaction to the flow",
                allowableValues = {"established", "refused", "timedOut"},
                defaultValue = "established")
        @Nullable
        String outcome,

        @Schema(description = "Time of the first packet, ISO 8601; now by default", format = "date-time") @Nullable
        String start,

        @Schema(
                description = "Time between the first and the last packet: seconds, or ISO 8601 such as PT90S",
                defaultValue = "0")
        @Nullable
        String duration,

        @Schema(description = "The API call that it carries, which endpoint policies evaluate") @Nullable
        ApiCallRequest apiCall) {

    /** One side of a flow: an interface, instance, address or service. */
    @Schema(name = "FlowSide")
    record Side(
            @Schema(example = "eni-0a1b2c3d4e5f60718") @Nullable
            String networkInterfaceId,

            @Nullable String instanceId,

            @Schema(example = "10.0.0.4", description = "An address; together with an interface, one of its addresses")
            @Nullable
            String address,

            @Schema(description = "The VPC of the private address, if several VPCs have it") @Nullable
            String vpcId,

            @Schema(
                    example = "s3",
                    description = "The name of a service, a DNS name, or the Name tag of an instance or interface")
            @Nullable
            String service) {}

    /** @param principal ARN; the account's root user if null */
    @Schema(name = "FlowApiCall")
    record ApiCallRequest(
            @Schema(example = "s3:GetObject") @Nullable String action,

            @Schema(description = "ARN of a user, root user or role session; the account's root user by default")
            @Nullable
            String principal,

            @Schema(example = "arn:aws:s3:::bucket/key") @Nullable
            String resource) {}
}
