package io.vpclocal.traffic;

import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.network.RuleTraffic;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.traffic.engine.EndpointPolicyCheck.ApiCall;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.Flow.Outcome;
import io.vpclocal.traffic.engine.Flow.Volume;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Converts requests to flows, and refuses impossible ones. */
@Component
class FlowReader {

    private static final int FIRST_EPHEMERAL_PORT = 49_152;
    private static final int ECHO = 8;
    private static final int ECHO_V6 = 128;
    private static final int BYTES_PER_PACKET = 60;

    /** FIN, SYN, RST, and ACK together with SYN: the flags that flow logs count. */
    private static final int COUNTED_FLAGS = 0b10111;

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,3})?");

    private final FlowEndpoints sides;

    FlowReader(FlowEndpoints sides) {
        this.sides = sides;
    }

    /** @throws AwsException if the flow is not possible */
    Flow read(FlowRequest wanted, KnownNetwork network, Instant now) {
        FlowEndpoints.Sides both = sides.both(wanted.source(), wanted.destination(), network);
        int protocol = protocol(wanted.protocol());
        boolean ports = protocol == RuleTraffic.TCP || protocol == RuleTraffic.UDP;
        boolean icmp = protocol == RuleTraffic.ICMP || protocol == RuleTraffic.ICMPV6;
        refuseUnless(ports, "sourcePort", wanted.sourcePort());
        refuseUnless(ports, "destinationPort", wanted.destinationPort());
        refuseUnless(icmp, "icmpType", wanted.icmpType());
        refuseUnless(icmp, "icmpCode", wanted.icmpCode());
        refuseUnless(protocol == RuleTraffic.TCP, "tcpFlags", wanted.tcpFlags());
        refuseUnless(protocol == RuleTraffic.TCP, "replyTcpFlags", wanted.replyTcpFlags());
        if (ports && wanted.destinationPort() == null) {
            throw TrafficErrors.missing("destinationPort");
        }
        Outcome outcome = outcome(wanted.outcome());
        return new Flow(
                both.source(),
                both.destination(),
                protocol,
                ports ? number("sourcePort", wanted.sourcePort(), FIRST_EPHEMERAL_PORT, TrafficLimits.LARGEST_PORT) : 0,
                ports ? number("destinationPort", wanted.destinationPort(), 0, TrafficLimits.LARGEST_PORT) : 0,
                icmp ? number("icmpType", wanted.icmpType(), echo(protocol), TrafficLimits.LARGEST_BYTE) : 0,
                icmp ? number("icmpCode", wanted.icmpCode(), 0, TrafficLimits.LARGEST_BYTE) : 0,
                request(wanted),
                reply(wanted, outcome),
                outcome,
                start(wanted.start(), now),
                duration(wanted.duration()),
                apiCall(wanted.apiCall(), network),
                false);
    }

    private static int echo(int protocol) {
        return protocol == RuleTraffic.ICMPV6 ? ECHO_V6 : ECHO;
    }

    private static int protocol(@Nullable String text) {
        int number = text == null
                ? RuleTraffic.TCP
                : RuleTraffic.protocolNumber(text)
                        .orElseThrow(() -> TrafficErrors.invalid("'" + text
                                + "' is not a protocol. Use tcp, udp, icmp, icmpv6 or a number from 0 to 255."));
        if (number < 0) {
            throw TrafficErrors.invalid("A flow has exactly one protocol.");
        }
        return number;
    }

    private static void refuseUnless(boolean fitting, String member, @Nullable Integer value) {
        if (!fitting && value != null) {
            throw TrafficErrors.invalid("'" + member + "' cannot be used with the protocol.");
        }
    }

    private static Volume request(FlowRequest wanted) {
        long packets = count("packets", wanted.packets(), 1, 1);
        return volume("bytes", packets, wanted.bytes(), flags("tcpFlags", wanted.tcpFlags()));
    }

    private static Volume reply(FlowRequest wanted, Outcome outcome) {
        long asked = count("packets", wanted.packets(), 1, 1);
        long assumed =
                switch (outcome) {
                    case ESTABLISHED -> asked;
                    case REFUSED -> 1;
                    case TIMED_OUT -> 0;
                };
        long packets = count("replyPackets", wanted.replyPackets(), 0, assumed);
        return volume("replyBytes", packets, wanted.replyBytes(), flags("replyTcpFlags", wanted.replyTcpFlags()));
    }

    private static Volume volume(String member, long packets, @Nullable Long bytes, int flags) {
        long all = count(member, bytes, 0, packets * BYTES_PER_PACKET);
        if (packets == 0 && all > 0) {
            throw TrafficErrors.invalid("'" + member + "' needs at least one packet.");
        }
        return new Volume(packets, all, flags);
    }

    private static long count(String member, @Nullable Long given, long least, long assumed) {
        long count = given == null ? assumed : given;
        if (given != null && (count < least || count > TrafficLimits.LARGEST_COUNT)) {
            throw TrafficErrors.outOfRange(member, least, TrafficLimits.LARGEST_COUNT);
        }
        return count;
    }

    private static int number(String member, @Nullable Integer given, int assumed, int most) {
        int number = given == null ? assumed : given;
        if (number < 0 || number > most) {
            throw TrafficErrors.outOfRange(member, 0, most);
        }
        return number;
    }

    private static int flags(String member, @Nullable Integer given) {
        if (given == null) {
            return Flow.DERIVED;
        }
        int counted = number(member, given, 0, TrafficLimits.LARGEST_BYTE) & COUNTED_FLAGS;
        boolean syn = (counted & 0b10) != 0;
        return syn ? counted : counted & 0b111;
    }

    private static Outcome outcome(@Nullable String text) {
        return switch (Objects.requireNonNullElse(text, "established")) {
            case "established" -> Outcome.ESTABLISHED;
            case "refused" -> Outcome.REFUSED;
            case "timedOut" -> Outcome.TIMED_OUT;
            default -> throw TrafficErrors.invalid("The outcome must be established, refused or timedOut.");
        };
    }

    private static Instant start(@Nullable String text, Instant now) {
        if (text == null) {
            return now;
        }
        Instant start;
        try {
            start = Instant.parse(text);
        } catch (DateTimeException e) {
            throw TrafficErrors.invalid("'" + text + "' is not a time. Use ISO 8601, such as 2024-05-01T12:00:00Z.");
        }
        if (start.isBefore(now.minus(TrafficLimits.PAST)) || start.isAfter(now.plus(TrafficLimits.FUTURE))) {
            throw TrafficErrors.timeOutsideWindow(start, TrafficLimits.PAST, TrafficLimits.FUTURE);
        }
        return start;
    }

    private static Duration duration(@Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        Duration duration;
        try {
            duration = SECONDS.matcher(text).matches()
                    ? Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact())
                    : Duration.parse(text);
        } catch (DateTimeException e) {
            throw TrafficErrors.invalid("'" + text + "' is not a duration. Use seconds or ISO 8601, such as PT90S.");
        }
        if (duration.isNegative() || duration.compareTo(FlowLogCapture.LONGEST_FLOW) > 0) {
            throw TrafficErrors.invalid(
                    "A flow must last from 0 to " + FlowLogCapture.LONGEST_FLOW.toSeconds() + " seconds.");
        }
        return duration;
    }

    private static @Nullable ApiCall apiCall(FlowRequest.@Nullable ApiCallRequest wanted, KnownNetwork network) {
        if (wanted == null) {
            return null;
        }
        if (wanted.action() == null || wanted.action().indexOf(':') < 1) {
            throw TrafficErrors.invalid("An API call needs an action such as s3:GetObject.");
        }
        String root = "arn:" + network.scope().partition() + ":iam::"
                + network.scope().account() + ":root";
        return new ApiCall(wanted.action(), Objects.requireNonNullElse(wanted.principal(), root), wanted.resource());
    }
}
