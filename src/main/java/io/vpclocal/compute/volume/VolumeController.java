package io.vpclocal.compute.volume;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.seconds;

import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.CreateVolumeRequest;
import software.amazon.awssdk.services.ec2.model.CreateVolumeResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVolumeRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVolumeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesModificationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesModificationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVolumeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVolumeResponse;

@AwsController
class VolumeController {

    private static final String SNAPSHOTS = "snapshots";
    private static final MaxResults PAGES = MaxResults.classic(5, 1000);

    private static final Describe<VolumeEntity> MODIFICATIONS = Describe.<VolumeEntity>filters()
            .filter("volume-id", VolumeEntity::id)
            .filter("modification-state", v -> v.original() == null ? null : "completed")
            .filter("originalMultiAttachEnabled", v -> v.original() == null ? null : false)
            .filter("targetMultiAttachEnabled", v -> v.original() == null ? null : false)
            .filter("start-time", VolumeEntity::modifiedAt)
            .filter("target-size", VolumeEntity::sizeGib)
            .filter("target-iops", VolumeEntity::iops)
            .filter("target-volume-type", VolumeEntity::volumeType)
            .filter(
                    "original-size",
                    v -> v.original() == null ? null : v.original().gib())
            .filter(
                    "original-iops",
                    v -> v.original() == null ? null : v.original().iops())
            .filter(
                    "original-volume-type",
                    v -> v.original() == null ? null : v.original().type())
            .maxResults(PAGES)
            .build();

    private final Volumes volumes;
    private final Describe<VolumeEntity> filters;
    private final Describer describer;
    private final Regions regions;
    private final ClientTokens clientTokens;
    private final TagStore tags;

    VolumeController(Volumes volumes, Describer describer, Regions regions, ClientTokens clientTokens, TagStore tags) {
        this.volumes = volumes;
        this.describer = describer;
        this.regions = regions;
        this.clientTokens = clientTokens;
        this.tags = tags;
        this.filters = filters();
    }

    @AwsAction(missing = SNAPSHOTS)
    DescribeVolumesResponse describeVolumes(DescribeVolumesRequest request, Call call) {
        Page<VolumeEntity> page = describer.page(
                filters,
                VolumeEntity.class,
                Volumes.KIND,
                call.scope(),
                request.volumeIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeVolumesResponse.builder()
                .volumes(page.map(
                        (volume, tags) -> VolumeWire.toWire(volume, () -> zoneId(volume), tags), VolumeEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction(tags = "volume", missing = "snapshots, copies and several attachments")
    CreateVolumeResponse createVolume(CreateVolumeRequest request, Call call) {
        if (isTrue(request.multiAttachEnabled())) {
            throw CommonErrors.notHere("several attachments of a volume");
        }
        // Recorded from AWS: a missing size is reported before a zone of another Region.
        VolumePlan plan = VolumePlan.of(request);
        String zone = zone(call, request);
        VolumeEntity made = clientTokens.once(
                call,
                request.clientToken(),
                request,
                id -> volumes.find(call.scope(), id),
                () -> volumes.create(call.scope(), zone, plan, request.tagSpecifications()));
        return CreateVolumeResponse.builder()
                .volumeId(made.id())
                .availabilityZone(zone)
                .availabilityZoneId(zoneId(made))
                .createTime(made.createdAt())
                .size(made.sizeGib())
                .volumeType(made.volumeType())
                .iops(made.iops())
                .throughput(made.throughput())
                .encrypted(made.encrypted())
                .kmsKeyId(made.kmsKeyId())
                .snapshotId(made.snapshotId())
                .multiAttachEnabled(false)
                .state("creating")
                .tags(tags.of(call.scope(), made.id()))
                .build();
    }

    /** The zone by name or id. */
    private String zone(Call call, CreateVolumeRequest request) {
        String given = request.availabilityZone() == null ? request.availabilityZoneId() : request.availabilityZone();
        String wanted = require(given, "AvailabilityZone");
        return regions.zone(call.scope().region(), wanted)
                .map(AvailabilityZone::name)
                .orElseThrow(() -> VolumeErrors.unknownZone(wanted));
    }

    @AwsAction(missing = "several attachments")
    ModifyVolumeResponse modifyVolume(ModifyVolumeRequest request, Call call) {
        if (isTrue(request.multiAttachEnabled())) {
            throw CommonErrors.notHere("several attachments of a volume");
        }
        VolumeEntity changed = volumes.modify(call.scope(), require(request.volumeId(), "VolumeId"), request);
        return ModifyVolumeResponse.builder()
                .volumeModification(VolumeWire.modifying(changed))
                .build();
    }

    @AwsAction
    DescribeVolumesModificationsResponse describeVolumesModifications(
            DescribeVolumesModificationsRequest request, Call call) {
        Page<VolumeEntity> page = describer.page(
                MODIFICATIONS,
                VolumeEntity.class,
                Volumes.KIND,
                call.scope(),
                request.volumeIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeVolumesModificationsResponse.builder()
                .volumesModifications(page.items().stream()
                        .filter(volume -> volume.original() != null)
                        .map(VolumeWire::modification)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteVolumeResponse deleteVolume(DeleteVolumeRequest request, Call call) {
        volumes.delete(call.scope(), require(request.volumeId(), "VolumeId"));
        return DeleteVolumeResponse.builder().build();
    }

    private String zoneId(VolumeEntity volume) {
        return regions.zone(volume.region(), volume.availabilityZone())
                .map(AvailabilityZone::id)
                .orElseThrow();
    }

    private Describe<VolumeEntity> filters() {
        return Describe.<VolumeEntity>filters()
                .column("volume-id", "resourceId", VolumeEntity::id)
                .column("availability-zone", "availabilityZone", VolumeEntity::availabilityZone)
                .column("attachment.instance-id", "instanceId", VolumeEntity::instanceId)
                .column("volume-type", "volumeType", VolumeEntity::volumeType)
                .column("snapshot-id", "snapshotId", VolumeEntity::snapshotId)
                .filter("attachment.device", VolumeEntity::device)
                .filter(
                        "attachment.delete-on-termination",
                        v -> v.instanceId() == null ? null : v.deleteOnTermination())
                .filter("attachment.status", v -> v.instanceId() == null ? null : "attached")
                .filter("attachment.attach-time", v -> seconds(v.attachedAt()))
                .filter("create-time", VolumeEntity::createdAt)
                .filter("fast-restored", v -> false)
                .filter("operator.managed", v -> false)
                .filter("operator.principal", v -> null)
                .filter("encrypted", VolumeEntity::encrypted)
                .filter("size", VolumeEntity::sizeGib)
                .filter("status", VolumeWire::state)
                .filter("multi-attach-enabled", v -> false)
                .filter("availability-zone-id", this::zoneId)
                .tags()
                .maxResults(PAGES)
                .build();
    }
}
