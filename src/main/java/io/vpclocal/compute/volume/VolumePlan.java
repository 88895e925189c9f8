package io.vpclocal.compute.volume;

import static io.vpclocal.protocol.Params.isTrue;

import io.vpclocal.protocol.Params;
import io.vpclocal.resource.ResourceKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateVolumeRequest;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;

/**
 * A volume to create with an instance.
 *
 * @param device such as {@code /dev/xvda}
 * @param snapshotId empty for an empty volume
 * @param kmsKeyId null for AWS's key
 */
public record VolumePlan(
        String device,
        VolumeSize size,
        String snapshotId,
        boolean encrypted,
        @Nullable String kmsKeyId,
        boolean deleteOnTermination) {

    private static final String DEFAULT_TYPE = "gp2";

    private static final ResourceKind SNAPSHOT = new ResourceKind(
            "snapshot", "snap", "snapshot", "InvalidSnapshot", "InvalidSnapshotID", ResourceKind.UNNAMED_ID);

    /**
     * The volume of a block device mapping.
     *
     * @param wanted null for the defaults
     * @param defaults what the image says; null for a volume that is not the image's
     * @throws io.vpclocal.protocol.AwsException if the volume is not possible
     */
    public static VolumePlan of(String device, @Nullable EbsBlockDevice wanted, @Nullable ImageVolume defaults) {
        EbsBlockDevice given = wanted == null ? EbsBlockDevice.builder().build() : wanted;
        requireSnapshot(Params.given(given.snapshotId()), defaults);
        String type = type(given.volumeTypeAsString(), defaults == null ? DEFAULT_TYPE : defaults.type());
        if (given.throughput() != null && !VolumeSize.hasThroughput(type)) {
            throw VolumeErrors.mappingWithThroughput();
        }
        if (defaults == null) {
            if (given.volumeSize() == null) {
                throw VolumeErrors.mappingWithoutSize();
            }
            return of(device, given, given.volumeSize(), type, "");
        }
        int gib = Objects.requireNonNullElse(given.volumeSize(), defaults.gib());
        if (gib < defaults.gib()) {
            throw VolumeErrors.smallerThanSnapshot(gib, defaults.snapshotId(), defaults.gib());
        }
        return of(device, given, gib, type, defaults.snapshotId());
    }

    private static String type(@Nullable String given, String otherwise) {
        return Objects.requireNonNullElse(Params.given(given), otherwise);
    }

    /** Snapshots are not emulated: only those of images exist, which the root volume cannot exchange for another. */
    private static void requireSnapshot(@Nullable String id, @Nullable ImageVolume image) {
        if (id == null) {
            return;
        }
        if (image == null || !SNAPSHOT.wellFormed(id)) {
            throw SNAPSHOT.missing(id);
        }
        if (!image.snapshotId().equals(id)) {
            throw VolumeErrors.otherRootSnapshot();
        }
    }

    private static VolumePlan of(String device, EbsBlockDevice given, int gib, String type, String snapshot) {
        boolean encrypted = isTrue(given.encrypted());
        if (given.kmsKeyId() != null && !encrypted) {
            throw VolumeErrors.keyWithoutEncryption();
        }
        return new VolumePlan(
                device,
                VolumeSize.of(gib, type, given.iops(), given.throughput()),
                snapshot,
                encrypted,
                given.kmsKeyId(),
                Objects.requireNonNullElse(given.deleteOnTermination(), true));
    }

    /** A volume without an instance. */
    static VolumePlan of(CreateVolumeRequest request) {
        requireSnapshot(Params.given(request.snapshotId()), null);
        if (request.size() == null) {
            throw VolumeErrors.sizeMissing();
        }
        EbsBlockDevice wanted = EbsBlockDevice.builder()
                .iops(request.iops())
                .throughput(request.throughput())
                .encrypted(request.encrypted())
                .kmsKeyId(request.kmsKeyId())
                .deleteOnTermination(false)
                .build();
        return of("", wanted, request.size(), type(request.volumeTypeAsString(), DEFAULT_TYPE), "");
    }

    public int gib() {
        return size.gib();
    }

    public String type() {
        return size.type();
    }

    /** The volume that an image brings. */
    public record ImageVolume(int gib, String type, String snapshotId) {}
}
