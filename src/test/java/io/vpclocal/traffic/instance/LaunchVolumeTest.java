package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Volume;

/** The volumes of launches (Amazon EC2 API Reference; messages: as users report them). */
@EmulatorTest
class LaunchVolumeTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private Launches launches;

    @BeforeEach
    void account() {
        ec2 = aws.ec2();
        launches = new Launches(ec2);
    }

    @Test
    void volumesAreMadeTaggedModifiedAndDeletedWithTheInstance() {
        Instance made = launches.run(r -> r.blockDeviceMappings(
                        BlockDeviceMapping.builder()
                                .deviceName("/dev/xvda")
                                .ebs(e -> e.volumeSize(20).volumeType("gp3").throughput(200))
                                .build(),
                        BlockDeviceMapping.builder()
                                .deviceName("/dev/sdf")
                                .ebs(e -> e.volumeSize(5).encrypted(true).deleteOnTermination(false))
                                .build())
                .tagSpecifications(t -> t.resourceType(ResourceType.VOLUME)
                        .tags(g -> g.key("disk").value("yes"))));
        List<Volume> volumes = launches.volumes(made);
        assertThat(volumes).extracting(Volume::size).containsExactly(20, 5);
        assertThat(volumes).allSatisfy(volume -> {
            assertThat(volume.stateAsString()).isEqualTo("in-use");
            assertThat(volume.tags()).extracting(t -> t.key()).containsExactly("disk");
        });
        assertThat(volumes.get(0).throughput()).isEqualTo(200);
        assertThat(volumes.get(1).encrypted()).isTrue();
        String kept = volumes.get(1).volumeId();
        Expect.awsError("VolumeInUse", () -> ec2.deleteVolume(r -> r.volumeId(kept)));
        assertThat(ec2.modifyVolume(r -> r.volumeId(kept).size(8).volumeType("gp3"))
                        .volumeModification()
                        .targetIops())
                .isEqualTo(3000);
        assertThat(ec2.describeVolumesModifications(r -> r.volumeIds(kept)).volumesModifications())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.originalSize()).isEqualTo(5);
                    assertThat(change.modificationStateAsString()).isEqualTo("completed");
                });
        Expect.awsError(
                "InvalidParameterValue",
                "New size cannot be smaller than existing size",
                () -> ec2.modifyVolume(r -> r.volumeId(kept).size(7)));
        ec2.terminateInstances(r -> r.instanceIds(made.instanceId()));
        assertThat(ec2.describeVolumes(r -> {}).volumes()).singleElement().satisfies(volume -> {
            assertThat(volume.volumeId()).isEqualTo(kept);
            assertThat(volume.stateAsString()).isEqualTo("available");
        });
        ec2.deleteVolume(r -> r.volumeId(kept));
        Expect.awsError(
                "InvalidVolume.NotFound",
                "The volume '" + kept + "' does not exist.",
                () -> ec2.describeVolumes(r -> r.volumeIds(kept)));
    }

    @Test
    void impossibleVolumesAreRefusedAndLeaveNothing() {
        refusedVolume("InvalidBlockDeviceMapping", 4, "gp3", null);
        refusedVolume("InvalidParameterCombination", 10, "gp2", 500);
        refusedVolume("InvalidParameterCombination", 10, "io1", null);
        refusedVolume("InvalidParameterValue", 10, "st1", null);
        refusedVolume("InvalidParameterValue", 10, "gp3", 100_000);
        assertThat(ec2.describeVolumes(r -> {}).volumes()).isEmpty();
        assertThat(ec2.describeInstances().reservations()).isEmpty();
    }

    /** The first two texts are recorded from AWS, the others reported by users of launches. */
    @Test
    void volumesOfOtherSnapshotsAreRefused() {
        refusedDevice(
                "MissingParameter",
                "The request must contain the parameter size or snapshotId",
                "/dev/sdf",
                e -> e.volumeType("gp3"));
        refusedDevice(
                "InvalidSnapshot.NotFound",
                "The snapshot 'snap-0123456789abcdef0' does not exist.",
                "/dev/sdf",
                e -> e.volumeSize(10).snapshotId("snap-0123456789abcdef0"));
        refusedDevice(
                "InvalidBlockDeviceMapping",
                "snapshotId cannot be modified on root device",
                "/dev/xvda",
                e -> e.snapshotId("snap-0123456789abcdef0"));
        refusedDevice(
                "InvalidParameterCombination",
                "throughput can only be specified for volumeType gp3.",
                "/dev/sdf",
                e -> e.volumeSize(10).volumeType("gp2").throughput(300));
        refusedDevice("InvalidSnapshotID.Malformed", null, "/dev/sdf", e -> e.snapshotId("snap-x"));
        refusedDevice(
                "UnknownVolumeType", null, "/dev/sdf", e -> e.volumeSize(1).volumeType("gp9"));
        assertThat(ec2.describeVolumes(r -> {}).volumes()).isEmpty();
    }

    @Test
    void theRootVolumeMayNameTheSnapshotOfTheImage() {
        String snapshot = launches.volumes(launches.run(r -> {})).get(0).snapshotId();
        Instance made = launches.run(r -> r.blockDeviceMappings(BlockDeviceMapping.builder()
                .deviceName("/dev/xvda")
                .ebs(e -> e.snapshotId(snapshot).volumeSize(20))
                .build()));
        assertThat(launches.volumes(made).get(0).snapshotId()).isEqualTo(snapshot);
    }

    private void refusedDevice(
            String code, @Nullable String text, String device, Consumer<EbsBlockDevice.Builder> volume) {
        Expect.awsError(
                code,
                text,
                () -> launches.run(r -> r.blockDeviceMappings(BlockDeviceMapping.builder()
                        .deviceName(device)
                        .ebs(volume)
                        .build())));
    }

    private void refusedVolume(String code, int size, String type, @Nullable Integer iops) {
        Expect.awsError(
                code,
                () -> launches.run(r -> r.blockDeviceMappings(BlockDeviceMapping.builder()
                        .deviceName("/dev/xvda")
                        .ebs(e -> e.volumeSize(size).volumeType(type).iops(iops))
                        .build())));
    }
}
