package io.vpclocal.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Volume;

/** Volumes that are made by themselves (Amazon EC2 API Reference; messages as users report them). */
@EmulatorTest
class VolumeTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private Instance instance;

    @BeforeEach
    void instance() {
        ec2 = aws.ec2();
        instance = ec2.runInstances(r -> r.imageId("ami-12345678").minCount(1).maxCount(1))
                .instances()
                .get(0);
    }

    @Test
    void aVolumeIsAttachedDetachedAndDeleted() {
        String id = make(instance.placement().availabilityZone());
        ec2.attachVolume(r -> r.volumeId(id).instanceId(instance.instanceId()).device("/dev/sdf"));
        assertThat(describe(id)).satisfies(volume -> {
            assertThat(volume.stateAsString()).isEqualTo("in-use");
            assertThat(volume.attachments().get(0).device()).isEqualTo("/dev/sdf");
            assertThat(volume.attachments().get(0).deleteOnTermination()).isFalse();
            assertThat(volume.tags()).extracting(t -> t.value()).containsExactly("data");
        });
        Expect.awsError(
                "VolumeInUse",
                id + " is already attached to an instance",
                () -> ec2.attachVolume(
                        r -> r.volumeId(id).instanceId(instance.instanceId()).device("/dev/sdg")));
        assertThat(ec2.detachVolume(r -> r.volumeId(id)).stateAsString()).isEqualTo("detaching");
        assertThat(describe(id).stateAsString()).isEqualTo("available");
        Expect.awsError(
                "IncorrectState",
                "Volume '" + id + "' is in the 'available' state.",
                () -> ec2.detachVolume(r -> r.volumeId(id)));
        ec2.deleteVolume(r -> r.volumeId(id));
    }

    /** Texts about ratios: as users report them. UNVERIFIED: the code of the last one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gp3 | 5 | 6000 | | InvalidParameterValue | Iops to volume size ratio of 1200.000000 is too high; maximum is"
                        + " 500.000000.",
                "io1 | 10 | 600 | | InvalidParameterValue | Iops to volume size ratio of 60.000000 is too high; maximum is"
                        + " 50.000000.",
                "io2 | 4 | 4001 | | InvalidParameterValue |",
                "gp3 | 10 | 3000 | 751 | InvalidParameterValue | Throughput (MiBps) to iops ratio of 0.250333 is too high;"
                        + " maximum is 0.250000 MiBps per iops.",
                "gp3 | 10 | | 751 | InvalidParameterValue |",
                "gp2 | 10 | 3000 | | InvalidParameterCombination |",
            })
    void ratesThatTheSizeDoesNotAllow(
            String type,
            int gib,
            @Nullable Integer iops,
            @Nullable Integer throughput,
            String code,
            @Nullable String text) {
        Expect.awsError(
                code,
                text,
                () -> ec2.createVolume(r -> r.availabilityZone("us-east-1a")
                        .volumeType(type)
                        .size(gib)
                        .iops(iops)
                        .throughput(throughput)));
    }

    @Test
    void ratesOnTheBordersAreAccepted() {
        ec2.createVolume(
                r -> r.availabilityZone("us-east-1a").volumeType("gp3").size(1).iops(3000));
        ec2.createVolume(r -> r.availabilityZone("us-east-1a")
                .volumeType("gp3")
                .size(160)
                .iops(80_000)
                .throughput(2000));
        ec2.createVolume(
                r -> r.availabilityZone("us-east-1a").volumeType("io1").size(4).iops(200));
    }

    @Test
    void aZoneIsNamedInOneWay() {
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.createVolume(
                        r -> r.size(1).availabilityZone("us-east-1a").availabilityZoneId("use1-az6")));
    }

    @Test
    void impossibleAttachmentsAreRefused() {
        String other = make("us-east-1c");
        Expect.awsError(
                "InvalidVolume.ZoneMismatch",
                () -> ec2.attachVolume(
                        r -> r.volumeId(other).instanceId(instance.instanceId()).device("/dev/sdf")));
        String id = make(instance.placement().availabilityZone());
        for (String device : new String[] {"Disk_D", "/dev/nvme1n1", "/dev/sdZZ"}) {
            Expect.awsError(
                    "InvalidParameterValue",
                    "Value (" + device + ") for parameter device is invalid. " + device
                            + " is not a valid EBS device name.",
                    () -> ec2.attachVolume(r ->
                            r.volumeId(id).instanceId(instance.instanceId()).device(device)));
        }
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid value '/dev/xvda' for unixDevice. Attachment point /dev/xvda is already in use",
                () -> ec2.attachVolume(
                        r -> r.volumeId(id).instanceId(instance.instanceId()).device("/dev/xvda")));
        Expect.awsError(
                "InvalidInstanceID.NotFound",
                () -> ec2.attachVolume(
                        r -> r.volumeId(id).instanceId("i-0123456789abcdef0").device("/dev/sdf")));
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter size/snapshot",
                () -> ec2.createVolume(r -> r.availabilityZone("us-east-1a")));
    }

    @Test
    void theRootVolumeIsDetachedFromAStoppedInstanceOnly() {
        String root = ec2.describeVolumes(r -> {}).volumes().get(0).volumeId();
        Expect.awsError("OperationNotPermitted", () -> ec2.detachVolume(r -> r.volumeId(root)));
        ec2.stopInstances(r -> r.instanceIds(instance.instanceId()));
        ec2.detachVolume(r -> r.volumeId(root));
        ec2.terminateInstances(r -> r.instanceIds(instance.instanceId()));
        assertThat(describe(root).stateAsString()).isEqualTo("available");
    }

    private String make(String zone) {
        return ec2.createVolume(
                        r -> r.availabilityZone(zone).size(10).volumeType("gp3").tagSpecifications(t -> t.resourceType(
                                        ResourceType.VOLUME)
                                .tags(g -> g.key("Name").value("data"))))
                .volumeId();
    }

    private Volume describe(String id) {
        return ec2.describeVolumes(r -> r.volumeIds(id)).volumes().get(0);
    }
}
