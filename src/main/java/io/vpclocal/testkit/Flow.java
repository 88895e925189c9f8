package io.vpclocal.testkit;

import java.time.Duration;
import java.time.Instant;

/**
 * Traffic to send through the emulated network: {@code Flow.from("eni-…").to("10.0.1.7").tcp(443)}. By default a flow
 * is one packet of 60 bytes, sent now, with an answer of the same size.
 */
public final class Flow {

    private final Members members;

    private Flow(Members members) {
        this.members = members;
    }

    /** @param source an interface id, an instance id, an address, or the name of an AWS service such as {@code s3} */
    public static Flow from(String source) {
        return new Flow(Members.NONE.with("source", source));
    }

    /** @param destination in the same forms */
    public Flow to(String destination) {
        return with("destination", destination);
    }

    /** @param port of the destination */
    public Flow tcp(int port) {
        return with("protocol", "tcp").with("destinationPort", port);
    }

    /** @param port of the destination */
    public Flow udp(int port) {
        return with("protocol", "udp").with("destinationPort", port);
    }

    /** An echo request. */
    public Flow icmp() {
        return with("protocol", "icmp");
    }

    /** The source port; 49152 by default. */
    public Flow sourcePort(int port) {
        return with("sourcePort", port);
    }

    /** The packets and bytes that the source sends. */
    public Flow packets(long packets, long bytes) {
        return with("packets", packets).with("bytes", bytes);
    }

    /** The packets and bytes of the answer, if the network allows it. */
    public Flow reply(long packets, long bytes) {
        return with("replyPackets", packets).with("replyBytes", bytes);
    }

    /** @param outcome the destination's reaction: {@code established}, {@code refused} or {@code timedOut} */
    public Flow outcome(String outcome) {
        return with("outcome", outcome);
    }

    /** The time of the first packet, by the emulator's clock. */
    public Flow at(Instant start) {
        return with("start", start.toString());
    }

    /** The time between the first and the last packet. */
    public Flow lasting(Duration duration) {
        return with("duration", duration.toString());
    }

    /**
     * The API call that the flow carries, which endpoint policies evaluate.
     *
     * @param action such as {@code s3:GetObject}
     * @param resource ARN
     * @param principal ARN of the caller
     */
    public Flow calling(String action, String resource, String principal) {
        return with(
                "apiCall",
                Members.NONE
                        .with("action", action)
                        .with("resource", resource)
                        .with("principal", principal)
                        .map());
    }

    /** Sets any other member of the request, see the control API. */
    public Flow with(String name, Object value) {
        return new Flow(members.with(name, value));
    }

    Members members() {
        return members;
    }

    @Override
    public String toString() {
        return Json.write(members.map());
    }
}
