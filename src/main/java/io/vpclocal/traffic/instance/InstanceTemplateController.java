package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.compute.profile.ProfileAssociations;
import io.vpclocal.compute.type.InstanceTypes;
import io.vpclocal.compute.volume.VolumeEntity;
import io.vpclocal.compute.volume.Volumes;
import io.vpclocal.network.networkinterface.Attachment;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.TagStore;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.GetLaunchTemplateDataRequest;
import software.amazon.awssdk.services.ec2.model.GetLaunchTemplateDataResponse;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateTagSpecification;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The parameters of an instance in the form of a launch template. */
@AwsController
class InstanceTemplateController {

    private final Instances instances;
    private final NetworkInterfaces interfaces;
    private final Volumes volumes;
    private final ProfileAssociations profiles;
    private final TagStore tags;
    private final InstanceTypes types;

    InstanceTemplateController(
            Instances instances,
            NetworkInterfaces interfaces,
            Volumes volumes,
            ProfileAssociations profiles,
            TagStore tags,
            InstanceTypes types) {
        this.instances = instances;
        this.interfaces = interfaces;
        this.volumes = volumes;
        this.profiles = profiles;
        this.tags = tags;
        this.types = types;
    }

    @AwsAction
    GetLaunchTemplateDataResponse getLaunchTemplateData(GetLaunchTemplateDataRequest request, Call call) {
        InstanceEntity instance = instances.require(call.scope(), require(request.instanceId(), "InstanceId"));
        return GetLaunchTemplateDataResponse.builder()
                .launchTemplateData(data(instance))
                .build();
    }

    private ResponseLaunchTemplateData data(InstanceEntity of) {
        InstanceSettings settings = of.settings();
        MetadataOptions metadata = settings.metadata();
        ResponseLaunchTemplateData.Builder data = ResponseLaunchTemplateData.builder()
                .imageId(of.imageId())
                .instanceType(of.instanceType())
                .keyName(of.keyName())
                .ebsOptimized(settings.ebsOptimized())
                .monitoring(m -> m.enabled(settings.monitoring()))
                .placement(p -> p.availabilityZone(of.availabilityZone())
                        .groupName(
                                of.placement().map(InstancePlacement::groupName).orElse(""))
                        .partitionNumber(of.placement()
                                .map(InstancePlacement::partitionNumber)
                                .orElse(null))
                        .tenancy(settings.tenancy()))
                .disableApiTermination(settings.disableApiTermination())
                .disableApiStop(settings.disableApiStop())
                .instanceInitiatedShutdownBehavior(settings.shutdownBehavior())
                .userData(settings.userData())
                .metadataOptions(m -> m.httpTokens(metadata.tokens())
                        .httpEndpoint(metadata.endpoint())
                        .httpPutResponseHopLimit(metadata.hops()))
                .networkInterfaces(interfaces.ofInstance(of.scope(), of.id()).stream()
                        .map(InstanceTemplateController::toWire)
                        .toList())
                .blockDeviceMappings(volumes.ofInstances(of.scope(), List.of(of.id())).stream()
                        .map(InstanceTemplateController::toWire)
                        .toList());
        addOptions(data, of);
        if (settings.cpuCredits() != null) {
            data.creditSpecification(c -> c.cpuCredits(settings.cpuCredits()));
        }
        profiles.ofInstances(of.scope(), List.of(of.id()))
                .forEach(profile -> data.iamInstanceProfile(p -> p.arn(profile.profileArn())));
        if (of.spotRequestId().isPresent()) {
            data.instanceMarketOptions(
                    m -> m.marketType("spot").spotOptions(s -> s.spotInstanceType(SpotRequestWire.ONE_TIME)));
        }
        addTags(data, of);
        return data.build();
    }

    private void addOptions(ResponseLaunchTemplateData.Builder data, InstanceEntity of) {
        LaunchOptions options = of.settings().options();
        InstanceNames names = of.names();
        data.hibernationOptions(h -> h.configured(options.hibernation()))
                .enclaveOptions(e -> e.enabled(options.enclave()))
                .maintenanceOptions(m -> m.autoRecovery(options.autoRecovery()))
                .capacityReservationSpecification(c -> c.capacityReservationPreference(options.capacityPreference()))
                .privateDnsNameOptions(p -> p.hostnameType(names.hostnameType())
                        .enableResourceNameDnsARecord(names.resourceNameDnsARecord())
                        .enableResourceNameDnsAAAARecord(names.resourceNameDnsAaaaRecord()));
        LaunchOptionsWire.cpu(options, types.find(of.instanceType()))
                .ifPresent(cpu -> data.cpuOptions(c -> c.coreCount(cpu.coreCount())
                        .threadsPerCore(cpu.threadsPerCore())
                        .amdSevSnp(cpu.amdSevSnpAsString())));
    }

    private void addTags(ResponseLaunchTemplateData.Builder data, InstanceEntity of) {
        List<Tag> own = tags.of(of.scope(), of.id()).stream()
                .filter(tag -> !tag.key().startsWith("aws:"))
                .toList();
        if (!own.isEmpty()) {
            data.tagSpecifications(LaunchTemplateTagSpecification.builder()
                    .resourceType("instance")
                    .tags(own)
                    .build());
        }
    }

    private static LaunchTemplateBlockDeviceMapping toWire(VolumeEntity of) {
        return LaunchTemplateBlockDeviceMapping.builder()
                .deviceName(of.device())
                .ebs(e -> e.volumeSize(of.sizeGib())
                        .volumeType(of.volumeType())
                        .deleteOnTermination(of.deleteOnTermination()))
                .build();
    }

    private static LaunchTemplateInstanceNetworkInterfaceSpecification toWire(NetworkInterfaceEntity of) {
        Attachment attachment = of.attachment().orElseThrow();
        return LaunchTemplateInstanceNetworkInterfaceSpecification.builder()
                .deviceIndex(attachment.deviceIndex())
                .deleteOnTermination(attachment.deleteOnTermination())
                .description(of.description())
                .subnetId(of.subnetId())
                .groups(of.groupIds())
                .build();
    }
}
