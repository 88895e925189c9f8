package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.CommonErrors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6Address;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.PrivateIpAddressSpecification;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * A network interface of an instance to create.
 *
 * @param existingId an existing interface; null for a new one
 * @param subnetId null for the default one
 * @param privateIp null for any address
 * @param secondaryCount the number of secondary addresses besides the given ones
 * @param ipv6Count null for the subnet's setting
 * @param publicIp null for the subnet's setting
 */
record LaunchInterface(
        int deviceIndex,
        @Nullable String existingId,
        @Nullable String subnetId,
        List<String> groupIds,
        @Nullable String privateIp,
        List<String> secondaries,
        int secondaryCount,
        List<String> ipv6,
        @Nullable Integer ipv6Count,
        boolean primaryIpv6,
        @Nullable Boolean publicIp,
        boolean deleteOnTermination,
        String description) {

    /** The interfaces of a request, the primary one first. */
    static List<LaunchInterface> of(RunInstancesRequest request) {
        if (request.networkInterfaces().isEmpty()) {
            return List.of(ofInstance(request));
        }
        if (request.subnetId() != null) {
            throw InstanceErrors.interfacesAnd("subnet ID");
        }
        if (!request.securityGroupIds().isEmpty()) {
            throw InstanceErrors.interfacesAnd("security groups");
        }
        if (request.privateIpAddress() != null) {
            throw InstanceErrors.interfacesAnd("private address");
        }
        List<LaunchInterface> interfaces = request.networkInterfaces().stream()
                .map(LaunchInterface::of)
                .sorted(Comparator.comparingInt(LaunchInterface::deviceIndex))
                .toList();
        if (interfaces.get(0).deviceIndex() != 0) {
            throw InstanceErrors.noPrimary();
        }
        return interfaces;
    }

    /** Whether only one instance can have it. */
    boolean unique() {
        return existingId != null || privateIp != null || !secondaries.isEmpty() || !ipv6.isEmpty();
    }

    private static LaunchInterface ofInstance(RunInstancesRequest request) {
        return new LaunchInterface(
                0,
                null,
                request.subnetId(),
                request.securityGroupIds(),
                request.privateIpAddress(),
                List.of(),
                0,
                ipv6(request.ipv6Addresses()),
                request.ipv6AddressCount(),
                isTrue(request.enablePrimaryIpv6()),
                null,
                true,
                "");
    }

    private static LaunchInterface of(InstanceNetworkInterfaceSpecification wanted) {
        if (!wanted.ipv4Prefixes().isEmpty()
                || wanted.ipv4PrefixCount() != null
                || !wanted.ipv6Prefixes().isEmpty()
                || wanted.ipv6PrefixCount() != null) {
            throw CommonErrors.notHere("delegated prefixes in RunInstances");
        }
        boolean existing = wanted.networkInterfaceId() != null;
        List<String> secondaries = new ArrayList<>();
        String primary = wanted.privateIpAddress();
        for (PrivateIpAddressSpecification one : wanted.privateIpAddresses()) {
            String address = require(one.privateIpAddress(), "networkInterface.privateIpAddress");
            if (isTrue(one.primary())) {
                primary = address;
            } else {
                secondaries.add(address);
            }
        }
        return new LaunchInterface(
                require(wanted.deviceIndex(), "NetworkInterface.DeviceIndex"),
                wanted.networkInterfaceId(),
                wanted.subnetId(),
                wanted.groups(),
                primary,
                secondaries,
                Objects.requireNonNullElse(wanted.secondaryPrivateIpAddressCount(), 0),
                ipv6(wanted.ipv6Addresses()),
                wanted.ipv6AddressCount(),
                isTrue(wanted.primaryIpv6()),
                wanted.associatePublicIpAddress(),
                Objects.requireNonNullElse(wanted.deleteOnTermination(), !existing),
                Objects.requireNonNullElse(wanted.description(), ""));
    }

    private static List<String> ipv6(List<InstanceIpv6Address> given) {
        return given.stream()
                .map(one -> require(one.ipv6Address(), "ipv6Address"))
                .toList();
    }
}
