package io.vpclocal.traffic.instance;

import io.vpclocal.compute.image.Images;
import io.vpclocal.compute.keypair.KeyPairs;
import io.vpclocal.compute.launchtemplate.LaunchTemplates;
import io.vpclocal.compute.profile.ProfileAssociations;
import io.vpclocal.compute.type.InstanceType;
import io.vpclocal.compute.type.InstanceTypes;
import io.vpclocal.compute.volume.VolumePlan;
import io.vpclocal.identity.InstanceProfileLookup.Profile;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.network.securitygroup.SecurityGroupEntity;
import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.CreditSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Reads a request to run instances: applies its launch template and looks up what it names. */
@Component
class LaunchPlanner {

    /** User Guide for instances, device names; users report that partitions such as {@code /dev/sde1} are refused. */
    private static final Pattern DEVICES = Pattern.compile("(/dev/)?(sda1|sd[a-z]|sd[f-p][1-6]|xvd[a-z]{1,2}|hd[a-z])");

    private final LaunchTemplates templates;
    private final InstanceTypes types;
    private final Images images;
    private final KeyPairs keyPairs;
    private final ProfileAssociations profiles;
    private final VpcService vpcs;
    private final SecurityGroupService groups;
    private final Regions regions;
    private final InstancePlacements placements;

    LaunchPlanner(
            LaunchTemplates templates,
            InstanceTypes types,
            Images images,
            KeyPairs keyPairs,
            ProfileAssociations profiles,
            VpcService vpcs,
            SecurityGroupService groups,
            Regions regions,
            InstancePlacements placements) {
        this.templates = templates;
        this.types = types;
        this.images = images;
        this.keyPairs = keyPairs;
        this.profiles = profiles;
        this.vpcs = vpcs;
        this.groups = groups;
        this.regions = regions;
        this.placements = placements;
    }

    /** @throws io.vpclocal.protocol.AwsException if the request is not possible */
    Launch plan(Scope scope, RunInstancesRequest given) {
        RunInstancesRequest request = withGroupIds(scope, templates.apply(scope, given));
        String imageId = Launch.image(request);
        if (request.keyName() != null) {
            keyPairs.requireNamed(scope, request.keyName());
        }
        Optional<InstanceType> type = type(Launch.type(request));
        List<BlockDeviceMapping> mappings = request.blockDeviceMappings();
        LaunchImage image = images.find(scope, imageId)
                .map(known -> LaunchImage.of(known, type))
                .orElseGet(() -> LaunchImage.unknown(imageId, type, mappings));
        String credits = credits(request, type);
        LaunchOptionsWire.requireCpu(request.cpuOptions(), type);
        Profile profile =
                request.iamInstanceProfile() == null ? null : profiles.require(scope, request.iamInstanceProfile());
        return Launch.of(
                request,
                Launch.zone(request).map(zone -> zone(scope, zone)).orElse(null),
                reservedTags(scope, given),
                () -> SettingsReader.read(request, image, credits),
                volumes(image, mappings),
                profile,
                placements.plan(scope, request.placement(), type));
    }

    private String zone(Scope scope, String nameOrId) {
        return regions.zone(scope.region(), nameOrId)
                .map(AvailabilityZone::name)
                .orElseThrow(() -> InstanceErrors.unknownZone(nameOrId));
    }

    /** Recorded by users: AWS names the template and its version in tags of the instance. */
    private Map<String, String> reservedTags(Scope scope, RunInstancesRequest given) {
        return templates
                .applied(scope, given.launchTemplate())
                .map(used -> Map.of(
                        "aws:ec2launchtemplate:id", used.id(),
                        "aws:ec2launchtemplate:version", String.valueOf(used.version())))
                .orElse(Map.of());
    }

    /** Empty for a type that only the SDK knows. */
    private Optional<InstanceType> type(String name) {
        Optional<InstanceType> type = types.find(name);
        boolean known = software.amazon.awssdk.services.ec2.model.InstanceType.fromValue(name)
                != software.amazon.awssdk.services.ec2.model.InstanceType.UNKNOWN_TO_SDK_VERSION;
        if (type.isEmpty() && !known) {
            throw InstanceErrors.invalidType(name);
        }
        return type;
    }

    private RunInstancesRequest withGroupIds(Scope scope, RunInstancesRequest request) {
        if (request.securityGroups().isEmpty()) {
            return request;
        }
        if (request.subnetId() != null) {
            throw InstanceErrors.groupNamesInOtherVpc();
        }
        VpcEntity vpc = vpcs.findDefault(scope).orElseThrow(InstanceErrors::noDefaultVpc);
        List<SecurityGroupEntity> known = groups.ofVpc(scope, vpc.id());
        List<String> ids = new ArrayList<>(request.securityGroupIds());
        for (String name : request.securityGroups()) {
            if (name.isEmpty()) {
                throw InstanceErrors.emptyGroup();
            }
            ids.add(known.stream()
                    .filter(group -> group.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> InstanceErrors.groupNotFound(name, vpc.id()))
                    .id());
        }
        return request.toBuilder()
                .securityGroups(List.of())
                .securityGroupIds(ids)
                .build();
    }

    private static @Nullable String credits(RunInstancesRequest request, Optional<InstanceType> type) {
        CreditSpecificationRequest given = request.creditSpecification();
        String wanted = given == null ? null : given.cpuCredits();
        if (type.isEmpty() || !type.get().burstable()) {
            if (wanted != null && type.isPresent()) {
                throw InstanceErrors.noCredits(type.get().name());
            }
            return null;
        }
        return requireCredits(Objects.requireNonNullElseGet(wanted, type.get()::defaultCredits));
    }

    /** @throws io.vpclocal.protocol.AwsException if it is neither {@code standard} nor {@code unlimited} */
    static String requireCredits(String credits) {
        if (!credits.equals("standard") && !credits.equals("unlimited")) {
            throw Ec2Errors.invalidValue("cpuCredits", credits, "Expecting standard or unlimited.");
        }
        return credits;
    }

    /** @throws io.vpclocal.protocol.AwsException if the mapping names no device, or nothing for it */
    private static void requireDevice(BlockDeviceMapping mapping, LaunchImage image) {
        String name = mapping.deviceName();
        if (name == null || name.isEmpty()) {
            throw InstanceErrors.deviceMissing();
        }
        if (!name.equals(image.rootDevice()) && !DEVICES.matcher(name).matches()) {
            throw InstanceErrors.invalidDevice(name);
        }
        if (mapping.ebs() == null && mapping.noDevice() == null && mapping.virtualName() == null) {
            throw CommonErrors.missingParameter(AwsService.EC2, "ebs");
        }
    }

    /** The root volume, and those of further mappings that are not instance stores. */
    private static List<VolumePlan> volumes(LaunchImage image, List<BlockDeviceMapping> mappings) {
        Set<String> devices = new HashSet<>();
        for (BlockDeviceMapping mapping : mappings) {
            requireDevice(mapping, image);
            if (!devices.add(mapping.deviceName())) {
                throw InstanceErrors.deviceTwice(mapping.deviceName());
            }
        }
        BlockDeviceMapping root = mappings.stream()
                .filter(mapping -> image.rootDevice().equals(mapping.deviceName()))
                .findFirst()
                .orElse(null);
        List<VolumePlan> volumes = new ArrayList<>();
        volumes.add(VolumePlan.of(image.rootDevice(), root == null ? null : root.ebs(), image.root()));
        for (BlockDeviceMapping mapping : mappings) {
            boolean volume = mapping.ebs() != null && mapping.noDevice() == null;
            if (mapping != root && volume) {
                volumes.add(VolumePlan.of(mapping.deviceName(), mapping.ebs(), null));
            }
        }
        return volumes;
    }
}
