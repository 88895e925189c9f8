package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.resource.Ec2Errors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingSpecificationRequest;
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
 * @param type as in the API, for example {@code interface} or {@code efa}
 * @param tracking null for AWS's defaults
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
        String description,
        String type,
        @Nullable ConnectionTrackingSpecificationRequest tracking) {

    /** The first is the default. */
    private static final List<String> TYPES = List.of("interface", "efa", "efa-only");

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
                "",
                TYPES.get(0),
                null);
    }

    private static LaunchInterface of(InstanceNetworkInterfaceSpecification wanted) {
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
                Objects.requireNonNullElse(wanted.description(), ""),
                type(wanted.interfaceType()),
                wanted.connectionTrackingSpecification());
    }

    private static String type(@Nullable String wanted) {
        if (wanted != null && !TYPES.contains(wanted)) {
            throw Ec2Errors.invalidValue("interfaceType", wanted, "Expecting one of " + TYPES + ".");
        }
        return wanted == null ? TYPES.get(0) : wanted;
    }

    private static List<String> ipv6(List<InstanceIpv6Address> given) {
        return given.stream()
                .map(one -> require(one.ipv6Address(), "ipv6Address"))
                .toList();
    }
}
