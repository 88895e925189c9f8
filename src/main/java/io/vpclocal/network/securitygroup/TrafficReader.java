package io.vpclocal.network.securitygroup;

import static io.vpclocal.network.RuleTraffic.ANY;
import static io.vpclocal.network.RuleTraffic.ICMP;
import static io.vpclocal.network.RuleTraffic.ICMPV6;
import static io.vpclocal.network.RuleTraffic.LARGEST_BYTE;
import static io.vpclocal.network.RuleTraffic.LARGEST_PORT;
import static io.vpclocal.network.RuleTraffic.TCP;
import static io.vpclocal.network.RuleTraffic.UDP;

import io.vpclocal.network.RuleTraffic;
import org.jspecify.annotations.Nullable;

/** Understands protocol and ports as requests describe them; ports of protocols that have none are ignored. */
final class TrafficReader {

    private TrafficReader() {}

    /** @throws AwsException {@code InvalidParameterValue} for an unknown protocol and for missing or impossible ports */
    static RuleTraffic read(@Nullable String protocol, @Nullable Integer from, @Nullable Integer to) {
        if (protocol == null || protocol.isEmpty()) {
            throw SecurityGroupErrors.protocolMissing();
        }
        int number =
                RuleTraffic.protocolNumber(protocol).orElseThrow(() -> SecurityGroupErrors.protocolUnknown(protocol));
        return switch (number) {
            case TCP, UDP -> ports(number, from, to);
            case ICMP -> icmp(number, from, to);
            case ICMPV6 -> from == null && to == null ? RuleTraffic.all(number) : icmp(number, from, to);
            default -> RuleTraffic.all(number);
        };
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
