package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.protocol.CommonErrors;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * The instances to create.
 *
 * @param interfaces their network interfaces, the primary one first
 */
record Launch(
        String imageId,
        String instanceType,
        @Nullable String keyName,
        @Nullable String clientToken,
        int count,
        @Nullable String availabilityZone,
        List<Interface> interfaces,
        List<TagSpecification> tags) {

    private static final String SMALLEST = "m1.small";
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 255;

    /**
     * @param existingId an existing interface; null for a new one
     * @param subnetId null for the default one
     * @param publicIp null for the subnet's setting
     */
    record Interface(
            int deviceIndex,
            @Nullable String existingId,
            @Nullable String subnetId,
            List<String> groupIds,
            @Nullable String privateIp,
            @Nullable Boolean publicIp,
            boolean deleteOnTermination,
            String description) {}

    /** @throws io.vpclocal.protocol.AwsException if the request is not possible */
    static Launch of(RunInstancesRequest request) {
        if (request.launchTemplate() != null) {
            throw CommonErrors.notHere("launch templates");
        }
        if (!request.securityGroups().isEmpty()) {
            throw CommonErrors.notHere("security groups by name in RunInstances");
        }
        int least = require(request.minCount(), "MinCount");
        int most = require(request.maxCount(), "MaxCount");
        requireCounts(least, most);
        List<Interface> interfaces = interfaces(request);
        if (most > 1 && interfaces.stream().anyMatch(one -> one.existingId != null || one.privateIp != null)) {
            throw InstanceErrors.oneInstance("private address or a network interface");
        }
        return new Launch(
                image(require(request.imageId(), "ImageId")),
                type(request),
                key(request.keyName()),
                token(request),
                most,
                request.placement() == null ? null : request.placement().availabilityZone(),
                interfaces,
                request.tagSpecifications());
    }

    /** The requested type, or the default one. */
    static String type(RunInstancesRequest request) {
        return Objects.requireNonNullElse(request.instanceTypeAsString(), SMALLEST);
    }

    /** Any image and key pair with a valid name is accepted. */
    private static String image(String id) {
        if (id.length() > LONGEST_NAME) {
            throw InstanceErrors.malformedImage(id);
        }
        return id;
    }

    private static @Nullable String key(@Nullable String name) {
        if (name != null && name.length() > LONGEST_NAME) {
            throw InstanceErrors.keyPairNotFound(name);
        }
        return name;
    }

    /** Null for a blank token, which counts as no token. */
    private static @Nullable String token(RunInstancesRequest request) {
        String token = request.clientToken();
        return token == null || token.isBlank() ? null : token;
    }

    /** Whether the instance gets a public address at each start. */
    boolean publicAddress(SubnetEntity subnet) {
        Interface primary = interfaces.get(0);
        return primary.existingId == null && Objects.requireNonNullElse(primary.publicIp, subnet.mapPublicIpOnLaunch());
    }

    private static void requireCounts(int least, int most) {
        if (least < 1) {
            throw InstanceErrors.countNotPositive("minCount", least);
        }
        if (most < 1) {
            throw InstanceErrors.countNotPositive("maxCount", most);
        }
        if (least > most) {
            throw InstanceErrors.countsReversed(least, most);
        }
        if (most > MOST) {
            throw InstanceErrors.tooMany(most);
        }
    }

    private static List<Interface> interfaces(RunInstancesRequest request) {
        if (request.networkInterfaces().isEmpty()) {
            return List.of(new Interface(
                    0,
                    null,
                    request.subnetId(),
                    request.securityGroupIds(),
                    request.privateIpAddress(),
                    null,
                    true,
                    ""));
        }
        if (request.subnetId() != null) {
            throw InstanceErrors.interfacesAnd("subnet ID");
        }
        if (!request.securityGroupIds().isEmpty()) {
            throw InstanceErrors.interfacesAnd("security groups");
        }
        List<Interface> interfaces = request.networkInterfaces().stream()
                .map(Launch::read)
                .sorted(Comparator.comparingInt(Interface::deviceIndex))
                .toList();
        if (interfaces.get(0).deviceIndex() != 0) {
            throw InstanceErrors.noPrimary();
        }
        return interfaces;
    }

    private static Interface read(InstanceNetworkInterfaceSpecification wanted) {
        if (!wanted.ipv4Prefixes().isEmpty()
                || !wanted.ipv6Addresses().isEmpty()
                || wanted.ipv6AddressCount() != null
                || !wanted.privateIpAddresses().isEmpty()
                || wanted.secondaryPrivateIpAddressCount() != null) {
            throw CommonErrors.notHere("secondary and IPv6 addresses in RunInstances");
        }
        boolean existing = wanted.networkInterfaceId() != null;
        return new Interface(
                require(wanted.deviceIndex(), "NetworkInterface.DeviceIndex"),
                wanted.networkInterfaceId(),
                wanted.subnetId(),
                wanted.groups(),
                wanted.privateIpAddress(),
                wanted.associatePublicIpAddress(),
                Objects.requireNonNullElse(wanted.deleteOnTermination(), !existing),
                Objects.requireNonNullElse(wanted.description(), ""));
    }
}
