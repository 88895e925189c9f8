package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.networkinterface.PrefixRequest;
import io.vpclocal.network.networkinterface.PrivateAddresses;
import io.vpclocal.resource.Ec2Errors;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6Address;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
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
        PrefixRequest ipv4Prefixes,
        PrefixRequest ipv6Prefixes,
        @Nullable Boolean publicIp,
        boolean deleteOnTermination,
        String description,
        String type,
        @Nullable ConnectionTrackingSpecificationRequest tracking) {

    private static final String EFA_ONLY = "efa-only";

    /** The first is the default. */
    private static final List<String> TYPES = List.of("interface", "efa", EFA_ONLY);

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
        if (!request.ipv6Addresses().isEmpty() || request.ipv6AddressCount() != null) {
            throw InstanceErrors.interfacesAnd("IPv6 address");
        }
        if (request.networkInterfaces().size() > 1
                && request.networkInterfaces().stream().anyMatch(one -> isTrue(one.associatePublicIpAddress()))) {
            throw InstanceErrors.publicAddressOfSeveral();
        }
        if (request.networkInterfaces().stream().anyMatch(LaunchInterface::secondaryWithPublicAddress)) {
            throw InstanceErrors.publicAddressOfSecondary();
        }
        List<LaunchInterface> interfaces = request.networkInterfaces().stream()
                .map(LaunchInterface::of)
                .sorted(Comparator.comparingInt(LaunchInterface::deviceIndex))
                .toList();
        if (interfaces.get(0).withoutAddresses()) {
            throw InstanceErrors.primaryWithoutAddresses();
        }
        if (interfaces.get(0).deviceIndex() != 0) {
            throw InstanceErrors.noPrimary();
        }
        return interfaces;
    }

    private static boolean secondaryWithPublicAddress(InstanceNetworkInterfaceSpecification wanted) {
        return isTrue(wanted.associatePublicIpAddress()) && wanted.deviceIndex() != null && wanted.deviceIndex() > 0;
    }

    /** True for interfaces that do not support IP addresses (EC2 API Reference). */
    boolean withoutAddresses() {
        return type.equals(EFA_ONLY);
    }

    /** Whether only one instance can have it. */
    boolean unique() {
        return existingId != null
                || privateIp != null
                || !secondaries.isEmpty()
                || !ipv6.isEmpty()
                || !ipv4Prefixes.wanted().isEmpty()
                || !ipv6Prefixes.wanted().isEmpty();
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
                ipv6(request.ipv6Addresses(), request.ipv6AddressCount()),
                request.ipv6AddressCount(),
                isTrue(request.enablePrimaryIpv6()),
                PrefixRequest.NONE,
                PrefixRequest.NONE,
                null,
                true,
                "",
                TYPES.get(0),
                null);
    }

    private static LaunchInterface of(InstanceNetworkInterfaceSpecification wanted) {
        boolean existing = wanted.networkInterfaceId() != null;
        if (existing) {
            requireOnlyAttachment(wanted);
        }
        PrivateAddresses addresses = PrivateAddresses.of(
                wanted.privateIpAddress(), wanted.privateIpAddresses(), wanted.secondaryPrivateIpAddressCount());
        return new LaunchInterface(
                require(wanted.deviceIndex(), "NetworkInterface.DeviceIndex"),
                wanted.networkInterfaceId(),
                wanted.subnetId(),
                wanted.groups(),
                addresses.primary(),
                addresses.secondaries(),
                addresses.count(),
                ipv6(wanted.ipv6Addresses(), wanted.ipv6AddressCount()),
                wanted.ipv6AddressCount(),
                isTrue(wanted.primaryIpv6()),
                ipv4Prefixes(wanted),
                ipv6Prefixes(wanted),
                wanted.associatePublicIpAddress(),
                Objects.requireNonNullElse(wanted.deleteOnTermination(), !existing),
                Objects.requireNonNullElse(wanted.description(), ""),
                type(wanted.interfaceType()),
                wanted.connectionTrackingSpecification());
    }

    private static PrefixRequest ipv4Prefixes(InstanceNetworkInterfaceSpecification wanted) {
        return PrefixRequest.ipv4(
                wanted.ipv4Prefixes(),
                positive(wanted.ipv4PrefixCount()),
                wanted.privateIpAddresses(),
                wanted.secondaryPrivateIpAddressCount());
    }

    private static PrefixRequest ipv6Prefixes(InstanceNetworkInterfaceSpecification wanted) {
        return PrefixRequest.ipv6(
                wanted.ipv6Prefixes(),
                positive(wanted.ipv6PrefixCount()),
                wanted.ipv6Addresses(),
                wanted.ipv6AddressCount());
    }

    /** Zero asks for nothing, as in the other counts of launches. */
    private static @Nullable Integer positive(@Nullable Integer count) {
        return count == null || count == 0 ? null : count;
    }

    private static String type(@Nullable String wanted) {
        if (wanted != null && !TYPES.contains(wanted)) {
            throw Ec2Errors.unknownInterfaceType(wanted);
        }
        return wanted == null ? TYPES.get(0) : wanted;
    }

    private static List<String> ipv6(List<InstanceIpv6Address> given, @Nullable Integer count) {
        if (count != null && !given.isEmpty()) {
            throw InstanceErrors.ipv6AddressesAndCount();
        }
        return given.stream()
                .map(one -> require(one.ipv6Address(), "ipv6Address"))
                .toList();
    }

    /** An existing interface has its subnet, its groups and its addresses already. */
    private static void requireOnlyAttachment(InstanceNetworkInterfaceSpecification of) {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("subnetId", of.subnetId() != null);
        given.put("groups", !of.groups().isEmpty());
        given.put("privateIpAddress", of.privateIpAddress() != null);
        given.put("privateIpAddresses", !of.privateIpAddresses().isEmpty());
        given.put("secondaryPrivateIpAddressCount", of.secondaryPrivateIpAddressCount() != null);
        given.put("ipv6Addresses", !of.ipv6Addresses().isEmpty());
        given.put("ipv6AddressCount", of.ipv6AddressCount() != null);
        given.put("ipv4Prefixes", !of.ipv4Prefixes().isEmpty());
        given.put("ipv4PrefixCount", positive(of.ipv4PrefixCount()) != null);
        given.put("ipv6Prefixes", !of.ipv6Prefixes().isEmpty());
        given.put("ipv6PrefixCount", positive(of.ipv6PrefixCount()) != null);
        given.forEach((name, isGiven) -> {
            if (isGiven) {
                throw Ec2Errors.notTogether("networkInterfaceId", name);
            }
        });
    }
}
