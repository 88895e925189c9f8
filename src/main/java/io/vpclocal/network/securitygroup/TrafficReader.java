package io.vpclocal.network.securitygroup;

import static io.vpclocal.network.RuleTraffic.ANY;
import static io.vpclocal.network.RuleTraffic.ICMP;
import static io.vpclocal.network.RuleTraffic.ICMPV6;
import static io.vpclocal.network.RuleTraffic.LARGEST_BYTE;
import static io.vpclocal.network.RuleTraffic.LARGEST_PORT;
import static io.vpclocal.network.RuleTraffic.TCP;
import static io.vpclocal.network.RuleTraffic.UDP;

import io.vpclocal.network.RuleTraffic;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads protocol and ports from requests. Ignores the ports of protocols without ports. */
final class TrafficReader {

    private TrafficReader() {}

    /** @throws AwsException {@code InvalidParameterValue} for an unknown protocol and for missing or invalid ports */
    static RuleTraffic read(@Nullable String protocol, @Nullable Integer from, @Nullable Integer to) {
        return read(protocol, from, to, SecurityGroupErrors::portsMissing);
    }

    /** The same for a modified rule, for which AWS has another text about missing ports. */
    static RuleTraffic readChange(@Nullable String protocol, @Nullable Integer from, @Nullable Integer to) {
        return read(protocol, from, to, SecurityGroupErrors::portsMissingInChange);
    }

    private static RuleTraffic read(
            @Nullable String protocol,
            @Nullable Integer from,
            @Nullable Integer to,
            Function<String, AwsException> portsMissing) {
        if (protocol == null || protocol.isEmpty()) {
            throw SecurityGroupErrors.protocolMissing();
        }
        int number = RuleTraffic.protocolNumber(protocol).orElseThrow(() -> Ec2Errors.unknownProtocol(protocol));
        return switch (number) {
            case TCP, UDP -> ports(number, from, to, portsMissing);
            case ICMP -> icmp(number, from, to, portsMissing);
            case ICMPV6 -> from == null && to == null ? RuleTraffic.all(number) : icmp(number, from, to, portsMissing);
            default -> RuleTraffic.all(number);
        };
    }

    private static RuleTraffic ports(
            int protocol, @Nullable Integer from, @Nullable Integer to, Function<String, AwsException> portsMissing) {
        if (from == null || to == null) {
            throw portsMissing.apply("TCP/UDP");
        }
        requirePort("from", from);
        requirePort("to", to);
        if (from > to) {
            throw SecurityGroupErrors.portRange(from, to);
        }
        return new RuleTraffic(protocol, from, to);
    }

    private static void requirePort(String end, int port) {
        if (port < 0 || port > LARGEST_PORT) {
            throw SecurityGroupErrors.outOfRange("TCP/UDP (" + end + ") port", port);
        }
    }

    private static RuleTraffic icmp(
            int protocol, @Nullable Integer type, @Nullable Integer code, Function<String, AwsException> portsMissing) {
        if (type == null || code == null) {
            throw portsMissing.apply("ICMP");
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
