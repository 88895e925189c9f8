package io.vpclocal.network.networkinterface;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.Ipv4PrefixSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.Ipv6PrefixSpecificationRequest;

/**
 * The prefixes that a request delegates: given ones, or a number of free ones.
 *
 * @param parameter the name of the parameter that asks for them
 */
record PrefixRequest(List<String> wanted, int count, String parameter) {

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

    /** Without addresses besides the primary one (EC2 API Reference). */
    static PrefixRequest ipv4(CreateNetworkInterfaceRequest request) {
        List<String> wanted = request.ipv4Prefixes().stream()
                .map(Ipv4PrefixSpecificationRequest::ipv4Prefix)
                .map(prefix -> require(prefix, "ipv4Prefix"))
                .toList();
        PrefixRequest prefixes = of(wanted, "ipv4Prefixes", request.ipv4PrefixCount(), "ipv4PrefixCount");
        prefixes.requireAlone(request.privateIpAddresses(), "privateIpAddresses");
        prefixes.requireAlone(positive(request.secondaryPrivateIpAddressCount()), "secondaryPrivateIpAddressCount");
        return prefixes;
    }

    static PrefixRequest ipv6(CreateNetworkInterfaceRequest request) {
        List<String> wanted = request.ipv6Prefixes().stream()
                .map(Ipv6PrefixSpecificationRequest::ipv6Prefix)
                .map(prefix -> require(prefix, "ipv6Prefix"))
                .toList();
        PrefixRequest prefixes = of(wanted, "ipv6Prefixes", request.ipv6PrefixCount(), "ipv6PrefixCount");
        prefixes.requireAlone(request.ipv6Addresses(), "ipv6Addresses");
        prefixes.requireAlone(positive(request.ipv6AddressCount()), "ipv6AddressCount");
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
