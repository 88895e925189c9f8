package io.vpclocal.network.networkinterface;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.Ipv4PrefixSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.Ipv6PrefixSpecificationRequest;

/** The prefixes that a request delegates: given ones, or a number of free ones. */
record PrefixRequest(List<String> wanted, int count) {

    /** @throws AwsException if both prefixes and their number are given, or the number is not positive */
    static PrefixRequest of(List<String> wanted, String list, @Nullable Integer count, String countName) {
        if (!wanted.isEmpty() && count != null) {
            throw Ec2Errors.notBoth(list, countName);
        }
        if (count != null && count < 1) {
            throw NetworkInterfaceErrors.notPositive(countName, count);
        }
        return new PrefixRequest(wanted, count == null ? 0 : count);
    }

    static PrefixRequest ipv4(CreateNetworkInterfaceRequest request) {
        List<String> wanted = request.ipv4Prefixes().stream()
                .map(Ipv4PrefixSpecificationRequest::ipv4Prefix)
                .map(prefix -> require(prefix, "ipv4Prefix"))
                .toList();
        return of(wanted, "ipv4Prefixes", request.ipv4PrefixCount(), "ipv4PrefixCount");
    }

    static PrefixRequest ipv6(CreateNetworkInterfaceRequest request) {
        List<String> wanted = request.ipv6Prefixes().stream()
                .map(Ipv6PrefixSpecificationRequest::ipv6Prefix)
                .map(prefix -> require(prefix, "ipv6Prefix"))
                .toList();
        return of(wanted, "ipv6Prefixes", request.ipv6PrefixCount(), "ipv6PrefixCount");
    }

    boolean isEmpty() {
        return wanted.isEmpty() && count == 0;
    }
}
