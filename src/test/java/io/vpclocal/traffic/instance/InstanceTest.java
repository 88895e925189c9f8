package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The life of instances and of their network interfaces (AWS documentation, Amazon EC2 User Guide and API Reference). */
@EmulatorTest
class InstanceTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private Launches launches;
    private String subnet;

    @BeforeEach
    void newNetwork() {
        ec2 = aws.ec2();
        launches = new Launches(ec2);
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
    }

    @Test
    void anInstanceIsStartedStoppedAndTerminated() {
        Instance made = run(r -> r.subnetId(subnet)).instances().get(0);
        assertThat(made.state().nameAsString()).isEqualTo("pending");
        String id = made.instanceId();
        Instance running = launches.describe(id);
        assertThat(running.state().nameAsString()).isEqualTo("running");
        assertThat(running.privateIpAddress()).startsWith("10.0.0.");
        assertThat(running.networkInterfaces()).singleElement().satisfies(eni -> {
            assertThat(eni.attachment().deviceIndex()).isZero();
            assertThat(eni.attachment().deleteOnTermination()).isTrue();
        });

        assertThat(ec2.stopInstances(r -> r.instanceIds(id)).stoppingInstances())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.previousState().nameAsString()).isEqualTo("running");
                    assertThat(change.currentState().nameAsString()).isEqualTo("stopping");
                });
        assertThat(launches.describe(id).state().nameAsString()).isEqualTo("stopped");
        ec2.startInstances(r -> r.instanceIds(id));
        assertThat(launches.describe(id).state().nameAsString()).isEqualTo("running");

        ec2.terminateInstances(r -> r.instanceIds(id));
        assertThat(launches.describe(id).state().nameAsString()).isEqualTo("terminated");
        assertThat(interfaces()).isEmpty();
        Expect.awsError("IncorrectInstanceState", () -> ec2.startInstances(r -> r.instanceIds(id)));
        ec2.deleteSubnet(r -> r.subnetId(subnet));
    }

    @Test
    void severalInstancesMakeOneReservation() {
        RunInstancesResponse made = run(r -> r.subnetId(subnet).maxCount(3).clientToken("t"));
        assertThat(made.instances()).extracting(Instance::amiLaunchIndex).containsExactly(0, 1, 2);
        assertThat(run(r -> r.subnetId(subnet).maxCount(3).clientToken("t")).reservationId())
                .isEqualTo(made.reservationId());
        assertThat(ec2.describeInstances().reservations())
                .singleElement()
                .satisfies(reservation -> assertThat(reservation.instances()).hasSize(3));
    }

    @Test
    void instancesAreFoundByStateAndTag() {
        String id = run(r -> r.subnetId(subnet)
                        .tagSpecifications(tagged(ResourceType.INSTANCE), tagged(ResourceType.NETWORK_INTERFACE)))
                .instances()
                .get(0)
                .instanceId();
        run(r -> r.subnetId(subnet));
        assertThat(found("tag:Name", "web")).containsExactly(id);
        ec2.stopInstances(r -> r.instanceIds(id));
        assertThat(found("instance-state-name", "stopped")).containsExactly(id);
        assertThat(ec2.describeNetworkInterfaces(r -> r.filters(filter("tag:Name", "web")))
                        .networkInterfaces())
                .singleElement()
                .satisfies(eni -> assertThat(eni.attachment().instanceId()).isEqualTo(id));
    }

    @Test
    void withoutASubnetItIsInTheDefaultOneWithAPublicAddress() {
        String id = run(r -> {}).instances().get(0).instanceId();
        String first = launches.describe(id).publicIpAddress();
        assertThat(launches.describe(id).privateIpAddress()).startsWith("172.31.");
        assertThat(first).isNotNull();
        ec2.stopInstances(r -> r.instanceIds(id));
        assertThat(launches.describe(id).publicIpAddress()).isNull();
        ec2.startInstances(r -> r.instanceIds(id));
        assertThat(launches.describe(id).publicIpAddress()).isNotNull();
    }

    @Test
    void anExistingInterfaceOutlivesTheInstance() {
        String eni = ec2.createNetworkInterface(r -> r.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
        InstanceNetworkInterfaceSpecification existing = InstanceNetworkInterfaceSpecification.builder()
                .deviceIndex(0)
                .networkInterfaceId(eni)
                .build();
        String id = run(r -> r.networkInterfaces(existing)).instances().get(0).instanceId();
        String second = ec2.createNetworkInterface(r -> r.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
        ec2.attachNetworkInterface(
                r -> r.instanceId(id).networkInterfaceId(second).deviceIndex(1));
        assertThat(launches.describe(id).networkInterfaces())
                .extracting(i -> i.networkInterfaceId())
                .containsExactly(eni, second);
        ec2.terminateInstances(r -> r.instanceIds(id));
        assertThat(interfaces()).containsExactlyInAnyOrder(eni, second);
        Expect.awsError(
                "InvalidInstanceID.NotFound",
                () -> ec2.attachNetworkInterface(
                        r -> r.instanceId(id).networkInterfaceId(second).deviceIndex(1)));
    }

    @Test
    void impossibleInstancesAreRefusedAndLeaveNothing() {
        Expect.awsError("InvalidSubnetID.NotFound", () -> run(r -> r.subnetId("subnet-0123456789abcdef0")));
        Expect.awsError(
                "InvalidParameterValue", () -> run(r -> r.subnetId(subnet).minCount(2)));
        Expect.awsError("MissingParameter", () -> run(r -> r.subnetId(subnet).imageId(null)));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> run(r -> r.subnetId(subnet).maxCount(2).privateIpAddress("10.0.0.9")));
        Expect.awsError(
                "InvalidParameterCombination",
                "Network interfaces and an instance-level subnet ID may not be specified on the same request",
                () -> run(r -> r.subnetId(subnet)
                        .networkInterfaces(InstanceNetworkInterfaceSpecification.builder()
                                .deviceIndex(0)
                                .build())));
        Expect.awsError(
                "InvalidInstanceID.NotFound",
                "The instance ID 'i-0123456789abcdef0' does not exist",
                () -> ec2.terminateInstances(r -> r.instanceIds("i-0123456789abcdef0")));
        assertThat(interfaces()).isEmpty();
    }

    private RunInstancesResponse run(Consumer<RunInstancesRequest.Builder> with) {
        return ec2.runInstances(
                r -> with.accept(r.imageId("ami-12345678").minCount(1).maxCount(1)));
    }

    private List<String> found(String filter, String value) {
        return ec2.describeInstances(r -> r.filters(filter(filter, value))).reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .map(Instance::instanceId)
                .toList();
    }

    private List<String> interfaces() {
        return ec2.describeNetworkInterfaces(r -> r.filters(filter("subnet-id", subnet))).networkInterfaces().stream()
                .map(eni -> eni.networkInterfaceId())
                .toList();
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private static TagSpecification tagged(ResourceType type) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(Tag.builder().key("Name").value("web").build())
                .build();
    }
}
