package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.isTrue;

import io.vpclocal.compute.image.Images;
import io.vpclocal.compute.launchtemplate.LaunchTemplates;
import io.vpclocal.compute.placementgroup.PlacementGroups;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.region.Regions;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * Condition keys of instances to create (Service Authorization Reference, Amazon EC2: RunInstances).
 */
@Component
class LaunchAttributes implements RequestAttributes {

    private static final String NEW = "*";

    private final SubnetService subnets;
    private final NetworkInterfaces interfaces;
    private final LaunchTemplates templates;
    private final Images images;
    private final Regions regions;
    private final PlacementGroups groups;

    LaunchAttributes(
            SubnetService subnets,
            NetworkInterfaces interfaces,
            LaunchTemplates templates,
            Images images,
            Regions regions,
            PlacementGroups groups) {
        this.subnets = subnets;
        this.interfaces = interfaces;
        this.templates = templates;
        this.images = images;
        this.regions = regions;
        this.groups = groups;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:RunInstances");
    }

    @Override
    public SdkPojo complete(Call call, SdkPojo request) {
        return request instanceof RunInstancesRequest launch ? templates.applyIfPresent(call.scope(), launch) : request;
    }

    /** An instance uses existing interfaces, new ones, or both. */
    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        List<String> ids = new ArrayList<>();
        Map<String, List<String>> resources = new HashMap<>();
        if (request instanceof RunInstancesRequest launch) {
            for (InstanceNetworkInterfaceSpecification wanted : launch.networkInterfaces()) {
                ids.add(Objects.requireNonNullElse(wanted.networkInterfaceId(), NEW));
            }
            template(call.scope(), launch).ifPresent(id -> resources.put(LaunchTemplates.KIND.type(), List.of(id)));
        }
        resources.put(NetworkInterfaces.KIND.type(), ids);
        return resources;
    }

    @Override
    public Map<String, List<String>> conditionKeys(Call call, SdkPojo request, String resourceType) {
        if (!(request instanceof RunInstancesRequest launch)) {
            return Map.of();
        }
        Map<String, List<String>> keys =
                switch (resourceType) {
                    case "instance" -> ofInstance(call.scope(), launch);
                    case "network-interface" -> ofInterface(call.scope(), launch);
                    case "volume" -> ofVolume(call.scope(), launch);
                    default -> new HashMap<>();
                };
        template(call.scope(), launch).ifPresent(id -> {
            keys.put("ec2:LaunchTemplate", List.of(call.scope().arn("ec2", "launch-template/" + id)));
            keys.put("ec2:IsLaunchTemplateResource", List.of("true"));
        });
        return keys;
    }

    private Optional<String> template(Scope scope, RunInstancesRequest launch) {
        return Optional.ofNullable(launch.launchTemplate())
                .flatMap(used -> templates.idOf(scope, used.launchTemplateId(), used.launchTemplateName()));
    }

    private Map<String, List<String>> ofInstance(Scope scope, RunInstancesRequest launch) {
        Map<String, List<String>> keys = zone(scope, launch, subnet(scope, launch));
        keys.put("ec2:InstanceType", List.of(Launch.type(launch)));
        keys.put("ec2:RootDeviceType", List.of("ebs"));
        keys.put("ec2:InstanceMarketType", List.of(LaunchSpot.wanted(launch) ? "spot" : "on-demand"));
        keys.put("ec2:EbsOptimized", List.of(String.valueOf(isTrue(launch.ebsOptimized()))));
        Placement placement = launch.placement();
        String tenancy = placement == null ? null : placement.tenancyAsString();
        keys.put("ec2:Tenancy", List.of(Objects.requireNonNullElse(tenancy, "default")));
        if (placement != null) {
            groups.arn(scope, Params.given(placement.groupId()), Params.given(placement.groupName()))
                    .ifPresent(arn -> keys.put("ec2:PlacementGroup", List.of(arn)));
        }
        boolean secondVersion = Optional.ofNullable(launch.imageId())
                .flatMap(id -> images.find(scope, id))
                .map(LaunchImage::metadataV2)
                .orElse(false);
        keys.putAll(MetadataOptionsWire.read(secondVersion, launch.metadataOptions())
                .conditionKeys());
        IamInstanceProfileSpecification profile = launch.iamInstanceProfile();
        if (profile != null) {
            String named = scope.partition() + ":iam::" + scope.account() + ":instance-profile/" + profile.name();
            keys.put("ec2:InstanceProfile", List.of(Objects.requireNonNullElse(profile.arn(), "arn:" + named)));
        }
        return keys;
    }

    private Map<String, List<String>> ofInterface(Scope scope, RunInstancesRequest launch) {
        Optional<SubnetEntity> subnet = subnet(scope, launch);
        Map<String, List<String>> keys = zone(scope, launch, subnet);
        subnet.ifPresent(found -> {
            keys.put("ec2:Subnet", List.of(scope.arn("ec2", SubnetService.KIND.type() + "/" + found.id())));
            keys.put("ec2:Vpc", List.of(found.vpcArn()));
        });
        launch.networkInterfaces().stream()
                .map(InstanceNetworkInterfaceSpecification::associatePublicIpAddress)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(on -> keys.put("ec2:AssociatePublicIpAddress", List.of(String.valueOf(on))));
        return keys;
    }

    /** AWS checks each volume; the emulator checks the first one that the request describes. */
    private Map<String, List<String>> ofVolume(Scope scope, RunInstancesRequest launch) {
        Map<String, List<String>> keys = zone(scope, launch, subnet(scope, launch));
        Optional<EbsBlockDevice> volume = launch.blockDeviceMappings().stream()
                .map(BlockDeviceMapping::ebs)
                .filter(Objects::nonNull)
                .findFirst();
        keys.put(
                "ec2:Encrypted",
                List.of(String.valueOf(volume.map(v -> isTrue(v.encrypted())).orElse(false))));
        volume.map(EbsBlockDevice::volumeSize).ifPresent(size -> keys.put("ec2:VolumeSize", List.of(size.toString())));
        volume.map(EbsBlockDevice::volumeTypeAsString).ifPresent(type -> keys.put("ec2:VolumeType", List.of(type)));
        volume.map(EbsBlockDevice::iops).ifPresent(iops -> keys.put("ec2:VolumeIops", List.of(iops.toString())));
        volume.map(EbsBlockDevice::throughput)
                .ifPresent(rate -> keys.put("ec2:VolumeThroughput", List.of(rate.toString())));
        return keys;
    }

    private Map<String, List<String>> zone(Scope scope, RunInstancesRequest launch, Optional<SubnetEntity> subnet) {
        Map<String, List<String>> keys = new HashMap<>();
        Launch.zone(launch)
                .or(() -> subnet.map(SubnetEntity::availabilityZone))
                .flatMap(zone -> regions.zone(scope.region(), zone))
                .ifPresent(zone -> {
                    keys.put("ec2:AvailabilityZone", List.of(zone.name()));
                    keys.put("ec2:AvailabilityZoneId", List.of(zone.id()));
                });
        return keys;
    }

    /** The instance's subnet, or that of its first interface. */
    private Optional<SubnetEntity> subnet(Scope scope, RunInstancesRequest launch) {
        return Stream.concat(
                        Stream.ofNullable(launch.subnetId()),
                        launch.networkInterfaces().stream().flatMap(wanted -> subnetOf(scope, wanted)))
                .findFirst()
                .flatMap(id -> subnets.find(scope, id));
    }

    private Stream<String> subnetOf(Scope scope, InstanceNetworkInterfaceSpecification wanted) {
        return wanted.networkInterfaceId() == null
                ? Stream.ofNullable(wanted.subnetId())
                : interfaces.find(scope, wanted.networkInterfaceId()).map(found -> found.subnetId()).stream();
    }
}
