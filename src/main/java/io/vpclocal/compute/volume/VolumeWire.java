package io.vpclocal.compute.volume;

import static io.vpclocal.resource.WireForms.orAbsent;
import static io.vpclocal.resource.WireForms.seconds;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;
import software.amazon.awssdk.services.ec2.model.VolumeModification;

/** Volumes as the API shows them. */
final class VolumeWire {

    private static final long COMPLETE = 100L;

    private VolumeWire() {}

    static Volume toWire(VolumeEntity of, Supplier<String> zoneId, List<Tag> tags) {
        return Volume.builder()
                .volumeId(of.id())
                .availabilityZone(of.availabilityZone())
                .availabilityZoneId(zoneId.get())
                .createTime(of.createdAt())
                .size(of.sizeGib())
                .volumeType(of.volumeType())
                .iops(of.iops())
                .throughput(of.throughput())
                .encrypted(of.encrypted())
                .kmsKeyId(of.kmsKeyId())
                .snapshotId(of.snapshotId())
                .multiAttachEnabled(false)
                .operator(o -> o.managed(false))
                .state(state(of))
                .attachments(attachments(of))
                .tags(orAbsent(tags))
                .build();
    }

    static String state(VolumeEntity of) {
        return of.instanceId() == null ? "available" : "in-use";
    }

    private static List<VolumeAttachment> attachments(VolumeEntity of) {
        return of.instanceId() == null
                ? List.of()
                : List.of(VolumeAttachment.builder()
                        .volumeId(of.id())
                        .instanceId(of.instanceId())
                        .device(of.device())
                        .attachTime(seconds(of.attachedAt()))
                        .deleteOnTermination(of.deleteOnTermination())
                        .state("attached")
                        .build());
    }

    /** The answer to a modification, which has just begun. */
    static VolumeModification modifying(VolumeEntity of) {
        return modification(of).toBuilder()
                .modificationState("modifying")
                .progress(0L)
                .endTime(null)
                .build();
    }

    /** A modification is complete when it is described. */
    static VolumeModification modification(VolumeEntity of) {
        VolumeSize from = Objects.requireNonNull(of.original());
        return VolumeModification.builder()
                .volumeId(of.id())
                .modificationState("completed")
                .originalSize(from.gib())
                .originalVolumeType(from.type())
                .originalIops(from.iops())
                .originalThroughput(from.throughput())
                .originalMultiAttachEnabled(false)
                .targetSize(of.sizeGib())
                .targetVolumeType(of.volumeType())
                .targetIops(of.iops())
                .targetThroughput(of.throughput())
                .targetMultiAttachEnabled(false)
                .progress(COMPLETE)
                .startTime(of.modifiedAt())
                .endTime(of.modifiedAt())
                .build();
    }
}
