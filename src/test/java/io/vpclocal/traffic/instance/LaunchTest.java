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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Volume;

/**
 * What instances are launched with and how it changes (Amazon EC2 API Reference; messages: as users report them, or else
 * marked as our guess where they are made).
 */
@EmulatorTest
class LaunchTest {

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
    void anInstanceShowsWhatItsImageAndTypeSay() {
        Image image = ec2.describeImages(
                        r -> r.filters(f -> f.name("name").values("al2023-ami-2023.9.20251014.0-kernel-6.1-arm64")))
                .images()
                .get(0);
        Instance made = launches.run(r -> r.imageId(image.imageId()).instanceType("t4g.small"));
        assertThat(made.architectureAsString()).isEqualTo("arm64");
        assertThat(made.rootDeviceName()).isEqualTo("/dev/xvda");
        assertThat(made.cpuOptions().coreCount()).isEqualTo(2);
        assertThat(made.metadataOptions().httpTokensAsString()).isEqualTo("required");
        assertThat(made.metadataOptions().httpPutResponseHopLimit()).isEqualTo(2);
        assertThat(made.privateDnsName()).matches("ip-172-31-[0-9-]+\\.ec2\\.internal");
        assertThat(volumes(made)).singleElement().satisfies(volume -> {
            assertThat(volume.volumeTypeAsString()).isEqualTo("gp3");
            assertThat(volume.iops()).isEqualTo(3000);
            assertThat(volume.snapshotId())
                    .isEqualTo(image.blockDeviceMappings().get(0).ebs().snapshotId());
        });
        Expect.awsError(
                "InvalidParameterValue",
                "The architecture 'x86_64' of the specified instance type does not match the architecture 'arm64' of the"
                        + " specified AMI. Specify an instance type and an AMI that have matching architectures, and try"
                        + " again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture"
                        + " of the instance type or AMI.",
                () -> launches.run(r -> r.imageId(image.imageId()).instanceType("t3.small")));
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid value 't9.huge' for InstanceType.",
                () -> launches.run(r -> r.instanceType("t9.huge")));
    }

    @Test
    void anInterfaceOfALaunchHasItsTypeAndItsTrackingTimes() {
        Instance made = launches.run(r -> r.networkInterfaces(n -> n.deviceIndex(0)
                .interfaceType("efa")
                .connectionTrackingSpecification(c -> c.tcpEstablishedTimeout(600))));
        String id = made.networkInterfaces().get(0).networkInterfaceId();
        assertThat(made.networkInterfaces().get(0).interfaceType()).isEqualTo("efa");
        assertThat(ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(id)).networkInterfaces())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.interfaceTypeAsString()).isEqualTo("efa");
                    assertThat(found.connectionTrackingConfiguration().tcpEstablishedTimeout())
                            .isEqualTo(600);
                });
        Expect.awsError(
                "InvalidParameterValue",
                () -> launches.run(
                        r -> r.networkInterfaces(n -> n.deviceIndex(0).interfaceType("mars"))));
        Expect.awsError(
                "InvalidParameterValue",
                () -> launches.run(r -> r.networkInterfaces(
                        n -> n.deviceIndex(0).connectionTrackingSpecification(c -> c.udpTimeout(1)))));
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
        List<Volume> volumes = volumes(made);
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
        String snapshot = volumes(launches.run(r -> {})).get(0).snapshotId();
        Instance made = launches.run(r -> r.blockDeviceMappings(BlockDeviceMapping.builder()
                .deviceName("/dev/xvda")
                .ebs(e -> e.snapshotId(snapshot).volumeSize(20))
                .build()));
        assertThat(volumes(made).get(0).snapshotId()).isEqualTo(snapshot);
    }

    /** Recorded from AWS: stop protection also refuses termination. UNVERIFIED: which of both protections is named. */
    @Test
    void protectedInstancesAreNeitherTerminatedNorStopped() {
        String id = launches.run(r -> r.disableApiTermination(true).disableApiStop(true))
                .instanceId();
        Expect.awsError(
                "OperationNotPermitted",
                "The instance '" + id + "' may not be terminated. Modify its 'disableApiTermination' instance attribute"
                        + " and try again.",
                () -> ec2.terminateInstances(r -> r.instanceIds(id)));
        Expect.awsError("OperationNotPermitted", () -> ec2.stopInstances(r -> r.instanceIds(id)));
        ec2.modifyInstanceAttribute(r -> r.instanceId(id).disableApiTermination(b -> b.value(false)));
        assertThat(attribute(id, InstanceAttributeName.DISABLE_API_TERMINATION)).isEqualTo("false");
        assertThat(attribute(id, InstanceAttributeName.DISABLE_API_STOP)).isEqualTo("true");
        Expect.awsError(
                "OperationNotPermitted",
                "The instance '" + id
                        + "' may not be terminated. Modify its 'disableApiStop' instance attribute and try" + " again.",
                () -> ec2.terminateInstances(r -> r.instanceIds(id)));
        ec2.modifyInstanceAttribute(r -> r.instanceId(id).disableApiStop(b -> b.value(false)));
        ec2.terminateInstances(r -> r.instanceIds(id));
    }

    @Test
    void typeAndUserDataChangeWhileStopped() {
        String id = launches.run(r -> r.instanceType("t3.micro").userData("aGVsbG8="))
                .instanceId();
        assertThat(attribute(id, InstanceAttributeName.USER_DATA)).isEqualTo("aGVsbG8=");
        Expect.awsError(
                "IncorrectInstanceState",
                "The instance '" + id + "' is not in the 'stopped' state.",
                () -> ec2.modifyInstanceAttribute(r -> r.instanceId(id).instanceType(t -> t.value("t3.small"))));
        ec2.stopInstances(r -> r.instanceIds(id));
        ec2.modifyInstanceAttribute(r -> r.instanceId(id).instanceType(t -> t.value("m5.large")));
        ec2.modifyInstanceAttribute(r -> r.instanceId(id).userData(u -> u.value(SdkBytes.fromUtf8String("bye"))));
        assertThat(launches.describe(id).instanceTypeAsString()).isEqualTo("m5.large");
        assertThat(attribute(id, InstanceAttributeName.USER_DATA)).isEqualTo("Ynll");
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid BASE64 encoding of user data.",
                () -> launches.run(r -> r.userData("not base 64!")));
    }

    /** The code and text: as users report them. Which ids have the form: EC2 User Guide, "Resource IDs". */
    @ParameterizedTest
    @ValueSource(strings = {"ami-1", "ami-bogus", "ami-1234567G", "ami-123456789", "i-12345678"})
    void anImageIdHasEightOrSeventeenHexadecimalDigits(String id) {
        Expect.awsError(
                "InvalidAMIID.Malformed",
                "Invalid id: \"" + id + "\" (expecting \"ami-...\")",
                () -> launches.run(r -> r.imageId(id)));
    }

    @Test
    void parametersThatNameImagesAreNotEmulated() {
        String parameter = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";
        Expect.awsError("UnsupportedOperation", () -> launches.run(r -> r.imageId(parameter)));
    }

    @Test
    void oneAttributeChangesAtATime() {
        Instance made = launches.run(r -> {});
        String id = made.instanceId();
        ec2.modifyInstanceAttribute(r -> r.instanceId(id).sourceDestCheck(b -> b.value(false)));
        assertThat(launches.describe(id).sourceDestCheck()).isFalse();
        String group = ec2.createSecurityGroup(
                        r -> r.groupName("web").description("web").vpcId(made.vpcId()))
                .groupId();
        ec2.modifyInstanceAttribute(r -> r.instanceId(id).groups(group));
        assertThat(launches.describe(id).securityGroups())
                .extracting(g -> g.groupName())
                .containsExactly("web");
        ec2.modifyInstanceAttribute(r -> r.instanceId(id)
                .blockDeviceMappings(m -> m.deviceName("/dev/xvda").ebs(e -> e.deleteOnTermination(false))));
        assertThat(launches.describe(id).blockDeviceMappings().get(0).ebs().deleteOnTermination())
                .isFalse();
        ec2.modifyInstanceAttribute(r ->
                r.instanceId(id).attribute("instanceInitiatedShutdownBehavior").value("terminate"));
        assertThat(attribute(id, InstanceAttributeName.INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR))
                .isEqualTo("terminate");
        Expect.awsError("InvalidParameterCombination", () -> ec2.modifyInstanceAttribute(r -> r.instanceId(id)));
        Expect.awsError(
                "InvalidParameterCombination",
                "Fields for multiple attribute types specified: one at a time",
                () -> ec2.modifyInstanceAttribute(r ->
                        r.instanceId(id).sourceDestCheck(b -> b.value(true)).groups(group)));
        Expect.awsError(
                "InvalidInstanceID.NotFound",
                () -> ec2.modifyInstanceAttribute(
                        r -> r.instanceId("i-0123456789abcdef0").sourceDestCheck(b -> b.value(true))));
    }

    @Test
    void metadataMonitoringAndCreditsChangeWhileRunning() {
        String id = launches.run(r -> r.instanceType("t3.micro")).instanceId();
        ec2.modifyInstanceMetadataOptions(
                r -> r.instanceId(id).httpTokens("required").httpPutResponseHopLimit(5));
        assertThat(launches.describe(id).metadataOptions()).satisfies(options -> {
            assertThat(options.httpTokensAsString()).isEqualTo("required");
            assertThat(options.httpPutResponseHopLimit()).isEqualTo(5);
            assertThat(options.httpEndpointAsString()).isEqualTo("enabled");
        });
        assertThat(ec2.monitorInstances(r -> r.instanceIds(id))
                        .instanceMonitorings()
                        .get(0)
                        .monitoring()
                        .stateAsString())
                .isEqualTo("pending");
        assertThat(launches.describe(id).monitoring().stateAsString()).isEqualTo("enabled");
        ec2.unmonitorInstances(r -> r.instanceIds(id));
        assertThat(launches.describe(id).monitoring().stateAsString()).isEqualTo("disabled");
        assertThat(credits(id)).isEqualTo("unlimited");
        ec2.modifyInstanceCreditSpecification(
                r -> r.instanceCreditSpecifications(c -> c.instanceId(id).cpuCredits("standard")));
        assertThat(credits(id)).isEqualTo("standard");
        ec2.rebootInstances(r -> r.instanceIds(id));
        assertThat(ec2.describeInstanceStatus(r -> r.instanceIds(id)).instanceStatuses())
                .extracting(InstanceStatus::instanceStatus)
                .extracting(status -> status.statusAsString())
                .containsExactly("ok");
        ec2.stopInstances(r -> r.instanceIds(id));
        assertThat(ec2.describeInstanceStatus(r -> r.instanceIds(id)).instanceStatuses())
                .isEmpty();
        assertThat(ec2.describeInstanceStatus(r -> r.includeAllInstances(true)).instanceStatuses())
                .hasSize(1);
        Expect.awsError("IncorrectInstanceState", () -> ec2.rebootInstances(r -> r.instanceIds(id)));
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

    private String credits(String id) {
        return ec2.describeInstanceCreditSpecifications(r -> r.instanceIds(id))
                .instanceCreditSpecifications()
                .get(0)
                .cpuCredits();
    }

    private String attribute(String id, InstanceAttributeName name) {
        var answer = ec2.describeInstanceAttribute(r -> r.instanceId(id).attribute(name));
        return switch (name) {
            case USER_DATA -> answer.userData().value();
            case DISABLE_API_TERMINATION ->
                String.valueOf(answer.disableApiTermination().value());
            case DISABLE_API_STOP -> String.valueOf(answer.disableApiStop().value());
            default -> answer.instanceInitiatedShutdownBehavior().value();
        };
    }

    private List<Volume> volumes(Instance of) {
        return ec2.describeVolumes(
                        r -> r.filters(f -> f.name("attachment.instance-id").values(of.instanceId())))
                .volumes();
    }
}
