package io.vpclocal.traffic.instance;

import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.MaxResults;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchSpecification;

/** The filters of DescribeSpotInstanceRequests. */
final class SpotRequestFilters {

    /** Values that no emulated request has. */
    private static final List<String> ABSENT = List.of(
            "availability-zone-group",
            "fault-code",
            "fault-message",
            "launch-group",
            "launch.kernel-id",
            "launch.ramdisk-id",
            "valid-from",
            "valid-until");

    private SpotRequestFilters() {}

    static Describe<SpotRequestEntity> of(Regions regions) {
        Describe.Builder<SpotRequestEntity> filters = Describe.filters();
        ABSENT.forEach(name -> filters.filter(name, request -> null));
        filters.column("spot-instance-request-id", "resourceId", SpotRequestEntity::id)
                .column("instance-id", "instanceId", SpotRequestEntity::instanceId)
                .column("state", "state", SpotRequestEntity::state)
                .column("launched-availability-zone", "availabilityZone", SpotRequestEntity::availabilityZone)
                .filter("launched-availability-zone-id", request -> regions.zone(
                                request.region(), request.availabilityZone())
                        .map(AvailabilityZone::id)
                        .orElse(null))
                .filter("create-time", SpotRequestEntity::createdAt)
                .filter("product-description", SpotRequestEntity::productDescription)
                .filter("spot-price", SpotRequestEntity::maxPrice)
                .filter("status-code", request -> request.status().code())
                .filter("status-message", request -> request.status().message())
                .filter("type", request -> SpotRequestWire.ONE_TIME);
        addLaunch(filters);
        addVolumes(filters);
        addInterfaces(filters);
        return filters.tags().maxResults(MaxResults.classic(5, 1000)).build();
    }

    private static void addLaunch(Describe.Builder<SpotRequestEntity> filters) {
        filters.filter("launch.image-id", by(LaunchSpecification::imageId))
                .filter("launch.instance-type", by(LaunchSpecification::instanceTypeAsString))
                .filter("launch.key-name", by(LaunchSpecification::keyName))
                .filter("launch.monitoring-enabled", by(launch -> launch.monitoring()
                        .enabled()))
                .filter("launch.group-id", byAll(LaunchSpecification::securityGroups, GroupIdentifier::groupId))
                .filter("launch.group-name", byAll(LaunchSpecification::securityGroups, GroupIdentifier::groupName));
    }

    private static void addVolumes(Describe.Builder<SpotRequestEntity> filters) {
        String prefix = "launch.block-device-mapping.";
        filters.filter(
                        prefix + "device-name",
                        byAll(LaunchSpecification::blockDeviceMappings, BlockDeviceMapping::deviceName))
                .filter(prefix + "delete-on-termination", byVolume(EbsBlockDevice::deleteOnTermination))
                .filter(prefix + "snapshot-id", byVolume(EbsBlockDevice::snapshotId))
                .filter(prefix + "volume-size", byVolume(EbsBlockDevice::volumeSize))
                .filter(prefix + "volume-type", byVolume(EbsBlockDevice::volumeTypeAsString));
    }

    private static void addInterfaces(Describe.Builder<SpotRequestEntity> filters) {
        String prefix = "network-interface.";
        filters.filter(
                        prefix + "addresses.primary",
                        request -> SpotRequestWire.specification(request).networkInterfaces().stream()
                                .flatMap(one -> one.privateIpAddresses().stream())
                                .flatMap(address -> Stream.ofNullable(address.primary()))
                                .toList())
                .filter(
                        prefix + "group-id",
                        request -> SpotRequestWire.specification(request).networkInterfaces().stream()
                                .flatMap(one -> one.groups().stream())
                                .toList())
                .filter(
                        prefix + "delete-on-termination",
                        byInterface(InstanceNetworkInterfaceSpecification::deleteOnTermination))
                .filter(prefix + "description", byInterface(InstanceNetworkInterfaceSpecification::description))
                .filter(prefix + "device-index", byInterface(InstanceNetworkInterfaceSpecification::deviceIndex))
                .filter(
                        prefix + "network-interface-id",
                        byInterface(InstanceNetworkInterfaceSpecification::networkInterfaceId))
                .filter(
                        prefix + "private-ip-address",
                        byInterface(InstanceNetworkInterfaceSpecification::privateIpAddress))
                .filter(prefix + "subnet-id", byInterface(InstanceNetworkInterfaceSpecification::subnetId));
    }

    private static Describe.Value<SpotRequestEntity> by(Function<LaunchSpecification, @Nullable Object> value) {
        return request -> value.apply(SpotRequestWire.specification(request));
    }

    private static <E> Describe.Value<SpotRequestEntity> byAll(
            Function<LaunchSpecification, List<E>> parts, Function<E, @Nullable Object> value) {
        return request -> parts.apply(SpotRequestWire.specification(request)).stream()
                .map(value)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Describe.Value<SpotRequestEntity> byVolume(Function<EbsBlockDevice, @Nullable Object> value) {
        return byAll(
                LaunchSpecification::blockDeviceMappings,
                mapping -> mapping.ebs() == null ? null : value.apply(mapping.ebs()));
    }

    private static Describe.Value<SpotRequestEntity> byInterface(
            Function<InstanceNetworkInterfaceSpecification, @Nullable Object> value) {
        return byAll(LaunchSpecification::networkInterfaces, value);
    }
}
