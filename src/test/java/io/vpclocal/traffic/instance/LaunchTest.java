package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;

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
        assertThat(launches.volumes(made)).singleElement().satisfies(volume -> {
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
}
