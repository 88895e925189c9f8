package io.vpclocal.network;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The traffic that a security group rule or a network ACL entry matches.
 *
 * @param protocol the IP protocol's number, or -1 for all
 * @param from TCP and UDP: the first port; ICMP: the type, or -1 for all types; otherwise -1
 * @param to TCP and UDP: the last port; ICMP: the code, or -1 for all codes; otherwise -1
 */
public record RuleTraffic(int protocol, int from, int to) {

    /** Any protocol, ICMP type, or ICMP code. */
    public static final int ANY = -1;

    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int ICMPV6 = 58;
    public static final int LARGEST_PORT = 65_535;
    public static final int LARGEST_BYTE = 255;

    /** All protocols and ports. */
    public static final RuleTraffic ALL = all(ANY);

    private static final Pattern NUMBER = Pattern.compile("-1|\\d{1,3}");

    /** All traffic of a protocol without ports, or of every ICMP type and code. */
    public static RuleTraffic all(int protocol) {
        return new RuleTraffic(protocol, ANY, ANY);
    }

    /** A protocol by its name or number, -1 for all; empty if the protocol does not exist. */
    public static OptionalInt protocolNumber(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "icmp" -> OptionalInt.of(ICMP);
            case "tcp" -> OptionalInt.of(TCP);
            case "udp" -> OptionalInt.of(UDP);
            case "icmpv6" -> OptionalInt.of(ICMPV6);
            default ->
                NUMBER.matcher(text).matches() && Integer.parseInt(text) <= LARGEST_BYTE
                        ? OptionalInt.of(Integer.parseInt(text))
                        : OptionalInt.empty();
        };
    }

    public boolean tcpOrUdp() {
        return protocol == TCP || protocol == UDP;
    }

    public boolean icmp() {
        return protocol == ICMP || protocol == ICMPV6;
    }

    /** True if AWS shows ports, or type and code, with this traffic. */
    public boolean hasPorts() {
        return tcpOrUdp() || icmp();
    }

    /** The protocol as security groups show it: a name where it has one, {@code -1}, or a number. */
    public String protocolName() {
        return switch (protocol) {
            case ICMP -> "icmp";
            case TCP -> "tcp";
            case UDP -> "udp";
            case ICMPV6 -> "icmpv6";
            default -> String.valueOf(protocol);
        };
    }
}
