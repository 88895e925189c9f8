package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Requests about instances that name none, or a zone or attribute that does not exist. Texts: as users report them. */
@EmulatorTest
class InstanceRefusalTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void account() {
        ec2 = aws.ec2();
    }

    /** Reported of TerminateInstances. UNVERIFIED: the other actions. */
    @ParameterizedTest
    @MethodSource("callsWithoutInstances")
    void noInstances(Consumer<Ec2Client> call) {
        Expect.awsError("InvalidParameterCombination", "No instances specified", () -> call.accept(ec2));
    }

    static Stream<Consumer<Ec2Client>> callsWithoutInstances() {
        return Stream.of(
                ec2 -> ec2.terminateInstances(r -> {}),
                ec2 -> ec2.stopInstances(r -> {}),
                ec2 -> ec2.startInstances(r -> {}),
                ec2 -> ec2.rebootInstances(r -> {}),
                ec2 -> ec2.monitorInstances(r -> {}),
                ec2 -> ec2.unmonitorInstances(r -> {}));
    }

    @Test
    void zonesOfOtherRegions() {
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid availability zone: [eu-west-1a]",
                () -> run(p -> p.availabilityZone("eu-west-1a")));
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid availability zone: [euw1-az1]",
                () -> run(p -> p.availabilityZoneId("euw1-az1")));
    }

    /** Reported by users of AWS. UNVERIFIED: names that are no device at all. */
    @ParameterizedTest
    @CsvSource({"/dev/sde1", "/dev/xvdb1", "C:/x/dev/sda1", "foo", "/dev/nvme1n1"})
    void devicesThatAreNone(String name) {
        Expect.awsError(
                "InvalidBlockDeviceMapping",
                "Invalid device name " + name,
                () -> launch(r -> r.blockDeviceMappings(b -> b.deviceName(name).ebs(e -> e.volumeSize(1)))));
    }

    /** Reported by users of AWS. */
    @Test
    void mappingsWithoutADeviceOrAVolume() {
        Expect.awsError(
                "InvalidBlockDeviceMapping",
                "Missing device name",
                () -> launch(r -> r.blockDeviceMappings(b -> b.ebs(e -> e.volumeSize(1)))));
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter ebs",
                () -> launch(r -> r.blockDeviceMappings(b -> b.deviceName("/dev/sdg"))));
    }

    /** The text about devices is reported by users. UNVERIFIED: the code of the others. */
    @Test
    void optionsThatExcludeEachOther() {
        Expect.awsError(
                "InvalidBlockDeviceMapping",
                "The device 'sdb' is used in more than one block-device mapping",
                () -> launch(r -> r.blockDeviceMappings(
                        b -> b.deviceName("/dev/sdb").ebs(e -> e.volumeSize(1)),
                        b -> b.deviceName("/dev/sdb").ebs(e -> e.volumeSize(2)))));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> launch(r -> r.hibernationOptions(h -> h.configured(true)).enclaveOptions(e -> e.enabled(true))));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> run(p -> p.availabilityZone("us-east-1a").availabilityZoneId("use1-az6")));
    }

    @Test
    void zonesAreNamedByNameOrId() {
        assertThat(run(p -> p.availabilityZone("us-east-1b")).placement().availabilityZone())
                .isEqualTo("us-east-1b");
        String id = ec2.describeAvailabilityZones(r -> r.zoneNames("us-east-1c"))
                .availabilityZones()
                .get(0)
                .zoneId();
        assertThat(run(p -> p.availabilityZoneId(id)).placement().availabilityZone())
                .isEqualTo("us-east-1c");
        // Terraform sends an empty name for an instance without a zone.
        assertThat(run(p -> p.availabilityZone("")).placement().availabilityZone())
                .startsWith("us-east-1");
        assertThat(run(p -> p.availabilityZone("").availabilityZoneId(id))
                        .placement()
                        .availabilityZone())
                .isEqualTo("us-east-1c");
    }

    /** Recorded from DescribeInstanceAttribute. UNVERIFIED: the other actions. */
    @ParameterizedTest
    @ValueSource(strings = {"bootFlags", "Kernel"})
    void unknownAttributes(String name) {
        String text = "Value (" + name + ") for parameter attribute is invalid. Unknown attribute.";
        Expect.awsError(
                "InvalidParameterValue",
                text,
                () -> ec2.describeInstanceAttribute(
                        r -> r.instanceId("i-0123456789abcdef0").attribute(name)));
        Expect.awsError(
                "InvalidParameterValue",
                text,
                () -> ec2.describeNetworkInterfaceAttribute(
                        r -> r.networkInterfaceId("eni-0123456789abcdef0").attribute(name)));
        Expect.awsError(
                "InvalidParameterValue",
                text,
                () -> ec2.describeVpcAttribute(
                        r -> r.vpcId("vpc-0123456789abcdef0").attribute(name)));
        Expect.awsError("InvalidParameterValue", text, () -> ec2.describeAddressesAttribute(r -> r.attribute(name)));
    }

    private Instance run(Consumer<Placement.Builder> placement) {
        return launch(r -> r.placement(placement));
    }

    private Instance launch(Consumer<RunInstancesRequest.Builder> with) {
        return ec2.runInstances(
                        r -> with.accept(r.imageId("ami-12345678").minCount(1).maxCount(1)))
                .instances()
                .get(0);
    }
}
