package io.vpclocal.network.securitygroup;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The kind of traffic that a rule allows.
 *
 * @param protocol the IP protocol's number, or -1 for all
 * @param from TCP and UDP: the first port; ICMP: the type, or -1 for all types; otherwise -1
 * @param to TCP and UDP: the last port; ICMP: the code, or -1 for all codes; otherwise -1
 */
public record RuleTraffic(int protocol, int from, int to) {

    /** Everything. */
    public static final RuleTraffic ALL = new RuleTraffic(-1, -1, -1);

    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMPV6 = 58;
    private static final int ANY = -1;
    private static final int LARGEST_PORT = 65_535;
    private static final int LARGEST_BYTE = 255;

    /**
     * Traffic as a request describes it; ports of protocols that have none are ignored.
     *
     * @throws AwsException {@code InvalidParameterValue} for an unknown protocol and for missing or impossible ports
     */
    static RuleTraffic of(@Nullable String protocol, @Nullable Integer from, @Nullable Integer to) {
        int number = number(protocol);
        return switch (number) {
            case TCP, UDP -> ports(number, from, to);
            case ICMP -> icmp(number, from, to);
            case ICMPV6 -> from == null && to == null ? new RuleTraffic(number, ANY, ANY) : icmp(number, from, to);
            default -> new RuleTraffic(number, ANY, ANY);
        };
    }

    public boolean tcpOrUdp() {
        return protocol == TCP || protocol == UDP;
    }

    public boolean icmp() {
        return protocol == ICMP || protocol == ICMPV6;
    }

    /** The protocol as AWS writes it: a name where it has one, {@code -1}, or a number. */
    public String protocolName() {
        return switch (protocol) {
            case ICMP -> "icmp";
            case TCP -> "tcp";
            case UDP -> "udp";
            case ICMPV6 -> "icmpv6";
            default -> String.valueOf(protocol);
        };
    }

    /** True if AWS shows ports (or type and code) with this traffic. */
    boolean hasPorts() {
        return tcpOrUdp() || icmp();
    }

    private static int number(@Nullable String protocol) {
        if (protocol == null || protocol.isEmpty()) {
            throw SecurityGroupErrors.protocolMissing();
        }
        return switch (protocol.toLowerCase(Locale.ROOT)) {
            case "icmp" -> ICMP;
            case "tcp" -> TCP;
            case "udp" -> UDP;
            case "icmpv6" -> ICMPV6;
            case "-1" -> ANY;
            default -> parsed(protocol);
        };
    }

    private static int parsed(String protocol) {
        int number = protocol.matches("\\d{1,3}") ? Integer.parseInt(protocol) : LARGEST_BYTE + 1;
        if (number > LARGEST_BYTE) {
            throw SecurityGroupErrors.protocolUnknown(protocol);
        }
        return number;
    }

    private static RuleTraffic ports(int protocol, @Nullable Integer from, @Nullable Integer to) {
        if (from == null || to == null) {
            throw SecurityGroupErrors.portsMissing("TCP/UDP");
        }
        requirePort(from);
        requirePort(to);
        if (from > to) {
            throw SecurityGroupErrors.portsReversed(from, to);
        }
        return new RuleTraffic(protocol, from, to);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > LARGEST_PORT) {
            throw SecurityGroupErrors.outOfRange("TCP/UDP port", port);
        }
    }

    private static RuleTraffic icmp(int protocol, @Nullable Integer type, @Nullable Integer code) {
        if (type == null || code == null) {
            throw SecurityGroupErrors.portsMissing("ICMP");
        }
        if (type < ANY || type > LARGEST_BYTE) {
            throw SecurityGroupErrors.outOfRange("ICMP type", type);
        }
        if (code < ANY || code > LARGEST_BYTE) {
            throw SecurityGroupErrors.outOfRange("ICMP code", code);
        }
        if (type == ANY && code != ANY) {
            throw SecurityGroupErrors.codeWithoutType(code);
        }
        return new RuleTraffic(protocol, type, code);
    }
}
