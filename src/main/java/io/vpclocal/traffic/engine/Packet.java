package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;

/**
 * The headers that matter for decisions: addresses, protocol, and ports (TCP, UDP; otherwise 0) or ICMP type and code
 * (otherwise 0).
 *
 * @param protocol IANA protocol number
 */
public record Packet(
        IpAddress source,
        IpAddress destination,
        int protocol,
        int sourcePort,
        int destinationPort,
        int icmpType,
        int icmpCode) {

    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMPV6 = 58;

    private static final int NO_ANSWER = -1;

    Packet withSource(IpAddress address, int port) {
        return new Packet(address, destination, protocol, port, destinationPort, icmpType, icmpCode);
    }

    Packet withDestination(IpAddress address, int port) {
        return new Packet(source, address, protocol, sourcePort, port, icmpType, icmpCode);
    }

    /** The headers of the answer to this packet; see {@link #answerable()}. */
    Packet answer() {
        return new Packet(destination, source, protocol, destinationPort, sourcePort, answerType(), icmpCode);
    }

    /** Whether the packet can be answered: ICMP messages other than queries get no answer. */
    boolean answerable() {
        return answerType() != NO_ANSWER;
    }

    boolean isIcmp() {
        return protocol == ICMP || protocol == ICMPV6;
    }

    boolean isEcho() {
        return protocol == ICMP && (icmpType == 8 || icmpType == 0);
    }

    private int answerType() {
        if (protocol == ICMPV6) {
            return icmpType == 128 ? 129 : NO_ANSWER;
        }
        if (protocol != ICMP) {
            return 0;
        }
        return switch (icmpType) {
            case 8 -> 0;
            case 13, 15, 17 -> icmpType + 1;
            default -> NO_ANSWER;
        };
    }

    /** The packet in words: {@code tcp 443}, {@code icmp type 8 code 0}, {@code protocol 47}. */
    String traffic() {
        return switch (protocol) {
            case TCP -> "tcp " + destinationPort;
            case UDP -> "udp " + destinationPort;
            case ICMP -> "icmp type " + icmpType + " code " + icmpCode;
            case ICMPV6 -> "icmpv6 type " + icmpType + " code " + icmpCode;
            default -> "protocol " + protocol;
        };
    }
}
