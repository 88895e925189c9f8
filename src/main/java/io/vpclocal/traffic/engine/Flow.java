package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.EndpointPolicyCheck.ApiCall;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One flow as its initiator starts it. Create one with {@link #tcp}, {@link #udp}, {@link #icmpEcho} or
 * {@link #ofProtocol}, then refine it by the {@code with...} methods.
 *
 * @param protocol IANA protocol number
 * @param request what the initiator sends
 * @param reply the answer if the network allows it; without packets nothing is sent back
 */
public record Flow(
        Endpoint source,
        Endpoint destination,
        int protocol,
        int sourcePort,
        int destinationPort,
        int icmpType,
        int icmpCode,
        Volume request,
        Volume reply,
        Outcome outcome,
        Instant start,
        Duration duration,
        @Nullable ApiCall apiCall,
        boolean mirrored) {

    /** Unset TCP flags: derived from how the conversation went. */
    public static final int DERIVED = -1;

    /** The destination's reaction when the network delivers the flow. */
    public enum Outcome {
        ESTABLISHED,
        /** Answered by a reset. For UDP the answer would be an ICMP error, which is another flow and not modelled. */
        REFUSED,
        /** Never answered. */
        TIMED_OUT
    }

    /** @param tcpFlags the flags of all packets OR-ed as flow logs count them, or {@link #DERIVED} */
    public record Volume(long packets, long bytes, int tcpFlags) {
        public static Volume of(long packets, long bytes) {
            return new Volume(packets, bytes, DERIVED);
        }
    }

    /** One side of a flow. */
    public sealed interface Endpoint permits InterfaceEndpoint, AddressEndpoint, ServiceEndpoint, GatewayEndpoint {}

    /** @param address one the interface sends from or is reached at; null picks a fitting one */
    public record InterfaceEndpoint(
            String networkInterfaceId, @Nullable IpAddress address) implements Endpoint {}

    /** @param vpcId the VPC of a private address if VPCs overlap; null if it is unique */
    public record AddressEndpoint(@Nullable String vpcId, IpAddress address) implements Endpoint {}

    /**
     * A source outside of all networks whose packets come into a VPC through a private gateway.
     *
     * @param gatewayId a virtual private gateway, or a peering connection with a VPC that is not known
     * @param vpcId the VPC that the gateway leads to
     */
    public record GatewayEndpoint(String gatewayId, String vpcId, IpAddress address) implements Endpoint {}

    /** An AWS service by name, {@code com.amazonaws.us-east-1.s3}, resolved as DNS in the source's VPC does. */
    public record ServiceEndpoint(String serviceName) implements Endpoint {}

    public static Endpoint networkInterface(String id) {
        return new InterfaceEndpoint(id, null);
    }

    public static Endpoint address(String address) {
        return new AddressEndpoint(null, IpAddress.parse(address));
    }

    public static Endpoint service(String serviceName) {
        return new ServiceEndpoint(serviceName);
    }

    public static Flow tcp(Endpoint source, Endpoint destination, int sourcePort, int destinationPort) {
        return of(source, destination, Packet.TCP, sourcePort, destinationPort, 0);
    }

    public static Flow udp(Endpoint source, Endpoint destination, int sourcePort, int destinationPort) {
        return of(source, destination, Packet.UDP, sourcePort, destinationPort, 0);
    }

    /** A ping over IPv4; over IPv6 use {@link #withIcmp} with type 128. */
    public static Flow icmpEcho(Endpoint source, Endpoint destination) {
        return of(source, destination, Packet.ICMP, 0, 0, 8);
    }

    public static Flow ofProtocol(Endpoint source, Endpoint destination, int protocol) {
        return of(source, destination, protocol, 0, 0, 0);
    }

    private static Flow of(
            Endpoint source, Endpoint destination, int protocol, int sourcePort, int destinationPort, int icmpType) {
        Volume one = Volume.of(1, 60);
        return new Flow(
                source,
                destination,
                protocol,
                sourcePort,
                destinationPort,
                icmpType,
                0,
                one,
                one,
                Outcome.ESTABLISHED,
                Instant.EPOCH,
                Duration.ZERO,
                null,
                false);
    }

    /** The same flow as an ICMP (1) or ICMPv6 (58) message. */
    public Flow withIcmp(int icmpProtocol, int type, int code) {
        return new Flow(
                source,
                destination,
                icmpProtocol,
                0,
                0,
                type,
                code,
                request,
                reply,
                outcome,
                start,
                duration,
                apiCall,
                mirrored);
    }

    public Flow withVolumes(Volume newRequest, Volume newReply) {
        return with(newRequest, newReply, outcome, start, duration, apiCall, mirrored);
    }

    public Flow withOutcome(Outcome newOutcome) {
        return with(request, reply, newOutcome, start, duration, apiCall, mirrored);
    }

    public Flow during(Instant newStart, Duration newDuration) {
        return with(request, reply, outcome, newStart, newDuration, apiCall, mirrored);
    }

    /** The same flow with an API call, which endpoint policies evaluate. */
    public Flow calling(ApiCall call) {
        return with(request, reply, outcome, start, duration, call, mirrored);
    }

    /** The same flow as a copy made by Traffic Mirroring at its source. */
    public Flow asMirrored() {
        return with(request, reply, outcome, start, duration, apiCall, true);
    }

    /** A flow with the same sides and protocol. */
    private Flow with(
            Volume newRequest,
            Volume newReply,
            Outcome newOutcome,
            Instant newStart,
            Duration newDuration,
            @Nullable ApiCall call,
            boolean copied) {
        return new Flow(
                source,
                destination,
                protocol,
                sourcePort,
                destinationPort,
                icmpType,
                icmpCode,
                newRequest,
                newReply,
                newOutcome,
                newStart,
                newDuration,
                call,
                copied);
    }
}
