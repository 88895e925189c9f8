package io.vpclocal.network.networkinterface;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Ipv4PrefixSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.Ipv6PrefixSpecificationRequest;

/**
 * The prefixes that a request delegates: given ones, or a number of free ones.
 *
 * @param parameter the name of the parameter that asks for them
 */
public record PrefixRequest(List<String> wanted, int count, String parameter) {

    public static final PrefixRequest NONE = new PrefixRequest(List.of(), 0, "");

    /** @throws AwsException if both prefixes and their number are given, or the number is not positive */
    static PrefixRequest of(List<String> wanted, String list, @Nullable Integer count, String countName) {
        if (!wanted.isEmpty() && count != null) {
            throw Ec2Errors.notBoth(list, countName);
        }
        if (count != null && count < 1) {
            throw NetworkInterfaceErrors.notPositive(countName, count);
        }
        return new PrefixRequest(wanted, count == null ? 0 : count, wanted.isEmpty() ? countName : list);
    }

    /**
     * The prefixes of a new interface. It has no other addresses besides the primary one (EC2 API Reference).
     *
     * @param addresses the addresses that the request lists; {@code addressCount} the number that it asks for
     * @throws AwsException if the parameters exclude each other, or a number is not positive
     */
    public static PrefixRequest ipv4(
            List<Ipv4PrefixSpecificationRequest> listed,
            @Nullable Integer count,
            List<?> addresses,
            @Nullable Integer addressCount) {
        List<String> wanted = listed.stream()
                .map(Ipv4PrefixSpecificationRequest::ipv4Prefix)
                .map(prefix -> require(prefix, "ipv4Prefix"))
                .toList();
        PrefixRequest prefixes = of(wanted, "ipv4Prefixes", count, "ipv4PrefixCount");
        prefixes.requireAlone(addresses, "privateIpAddresses");
        prefixes.requireAlone(positive(addressCount), "secondaryPrivateIpAddressCount");
        return prefixes;
    }

    /** As {@link #ipv4}. */
    public static PrefixRequest ipv6(
            List<Ipv6PrefixSpecificationRequest> listed,
            @Nullable Integer count,
            List<?> addresses,
            @Nullable Integer addressCount) {
        List<String> wanted = listed.stream()
                .map(Ipv6PrefixSpecificationRequest::ipv6Prefix)
                .map(prefix -> require(prefix, "ipv6Prefix"))
                .toList();
        PrefixRequest prefixes = of(wanted, "ipv6Prefixes", count, "ipv6PrefixCount");
        prefixes.requireAlone(addresses, "ipv6Addresses");
        prefixes.requireAlone(positive(addressCount), "ipv6AddressCount");
        return prefixes;
    }

    private void requireAlone(List<?> addresses, String name) {
        if (!isEmpty() && !addresses.isEmpty()) {
            throw Ec2Errors.notBoth(parameter, name);
        }
    }

    /** Zero is no request for addresses. */
    private static List<Integer> positive(@Nullable Integer count) {
        return count == null || count == 0 ? List.of() : List.of(count);
    }

    boolean isEmpty() {
        return wanted.isEmpty() && count == 0;
    }
}
