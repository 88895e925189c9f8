package io.vpclocal.network.dhcpoptions;

import io.vpclocal.network.Cidr;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The options that a set can have, with the valid values of each (EC2 API Reference, CreateDhcpOptions; recorded from
 * AWS).
 */
enum DhcpOptionKey {
    DOMAIN_NAME("domain-name", false, Integer.MAX_VALUE, value -> true),
    DOMAIN_NAME_SERVERS("domain-name-servers", true, 4, DhcpOptionKey::isDnsServer),
    NTP_SERVERS("ntp-servers", true, 4, DhcpOptionKey::isAddress),
    NETBIOS_NAME_SERVERS("netbios-name-servers", true, 4, DhcpOptionKey::isIpv4Address),
    NETBIOS_NODE_TYPE("netbios-node-type", false, 1, DhcpOptionKey::isByte),
    IPV6_ADDRESS_PREFERRED_LEASE_TIME("ipv6-address-preferred-lease-time", false, 1, DhcpOptionKey::isLeaseTime);

    static final String AMAZON_DNS = "AmazonProvidedDNS";

    private static final int SHORTEST_LEASE = 140;

    private final String wire;
    private final boolean list;
    private final int most;
    private final Predicate<String> valid;

    DhcpOptionKey(String wire, boolean list, int most, Predicate<String> valid) {
        this.wire = wire;
        this.list = list;
        this.most = most;
        this.valid = valid;
    }

    static Optional<DhcpOptionKey> of(String wire) {
        return Arrays.stream(values()).filter(key -> key.wire.equals(wire)).findFirst();
    }

    String wire() {
        return wire;
    }

    /**
     * Splits the values. One value may list several servers, separated by commas.
     *
     * @throws AwsException {@code InvalidParameterValue}
     */
    List<String> read(List<String> given) {
        List<String> values = list
                ? given.stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::trim)
                        .toList()
                : given;
        // Four of each address family (recorded from AWS for IPv4 addresses).
        long ipv6 = values.stream().filter(value -> value.indexOf(':') >= 0).count();
        if (ipv6 > most || values.size() - ipv6 > most) {
            throw DhcpOptionsErrors.badValue(String.join(", ", values));
        }
        values.stream()
                .filter(value -> value.isEmpty() || !valid.test(value))
                .findFirst()
                .ifPresent(value -> {
                    throw DhcpOptionsErrors.badValue(value);
                });
        return values;
    }

    private static boolean isDnsServer(String value) {
        return value.equals(AMAZON_DNS) || isAddress(value);
    }

    private static boolean isAddress(String value) {
        return Cidr.address(value).isPresent();
    }

    private static boolean isIpv4Address(String value) {
        return Cidr.address(value).filter(Cidr::v4).isPresent();
    }

    /** AWS recommends node type 2 and accepts every signed byte. */
    private static boolean isByte(String value) {
        return value.matches("-?\\d{1,3}")
                && Integer.parseInt(value) >= Byte.MIN_VALUE
                && Integer.parseInt(value) <= Byte.MAX_VALUE;
    }

    private static boolean isLeaseTime(String value) {
        return value.matches("\\d{1,10}")
                && Long.parseLong(value) >= SHORTEST_LEASE
                && Long.parseLong(value) <= Integer.MAX_VALUE;
    }
}
