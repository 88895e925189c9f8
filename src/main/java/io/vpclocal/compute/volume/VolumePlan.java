package io.vpclocal.compute.volume;

import static io.vpclocal.protocol.Params.isTrue;

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
        Integer gib = given.volumeSize() != null
                ? given.volumeSize()
                : defaults == null ? null : Integer.valueOf(defaults.gib());
        String snapshot =
                given.snapshotId() != null ? given.snapshotId() : defaults == null ? "" : defaults.snapshotId();
        if (given.snapshotId() != null && !SNAPSHOT.wellFormed(snapshot)) {
            throw SNAPSHOT.malformed(snapshot);
        }
        if (gib == null) {
            throw VolumeErrors.sizeMissing();
        }
        if (defaults != null && gib < defaults.gib()) {
            throw VolumeErrors.smallerThanSnapshot(gib, snapshot, defaults.gib());
        }
        String type = given.volumeTypeAsString() != null
                ? given.volumeTypeAsString()
                : defaults == null ? DEFAULT_TYPE : defaults.type();
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

    /** A volume without an instance. A volume of a snapshot needs a size, because snapshots are not emulated. */
    static VolumePlan of(CreateVolumeRequest request) {
        EbsBlockDevice wanted = EbsBlockDevice.builder()
                .volumeSize(request.size())
                .volumeType(request.volumeTypeAsString())
                .iops(request.iops())
                .throughput(request.throughput())
                .encrypted(request.encrypted())
                .kmsKeyId(request.kmsKeyId())
                .snapshotId(request.snapshotId())
                .deleteOnTermination(false)
                .build();
        return of("", wanted, null);
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
