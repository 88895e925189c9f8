package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.MarketType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.SpotMarketOptions;

/**
 * Spot instances of launches, with one-time requests (EC2 API Reference, User Guide for instances; statuses and texts of
 * the errors: as users report them, unless a test says otherwise).
 */
@EmulatorTest
class SpotInstanceTest {

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    private Ec2Client ec2;
    private Launches launches;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2(Aws.newAccount());
        launches = new Launches(ec2);
    }

    @AfterEach
    void real() {
        clock.real();
    }

    @Test
    void aLaunchMakesARequestThatIsFulfilled() {
        Instance made = spot(o -> o.maxPrice("0.77"));
        assertThat(made.instanceLifecycleAsString()).isEqualTo("spot");
        assertThat(launches.describe(made.instanceId()).spotInstanceRequestId())
                .isEqualTo(made.spotInstanceRequestId())
                .startsWith("sir-");
        SpotInstanceRequest request = request(made);
        assertThat(request.stateAsString()).isEqualTo("active");
        assertThat(request.status().code()).isEqualTo("fulfilled");
        assertThat(request.status().message()).isEqualTo("Your Spot request is fulfilled.");
        assertThat(request.typeAsString()).isEqualTo("one-time");
        assertThat(request.instanceId()).isEqualTo(made.instanceId());
        assertThat(request.spotPrice()).isEqualTo("0.770000");
        assertThat(request.productDescriptionAsString()).isEqualTo("Linux/UNIX");
        assertThat(request.launchedAvailabilityZone())
                .isEqualTo(made.placement().availabilityZone());
        assertThat(request.instanceInterruptionBehaviorAsString()).isEqualTo("terminate");
        assertThat(request.launchSpecification().imageId()).isEqualTo("ami-12345678");
        assertThat(request.launchSpecification().instanceTypeAsString()).isEqualTo("m1.small");
        assertThat(request.launchSpecification().subnetId()).isEqualTo(made.subnetId());
        assertThat(request.launchSpecification().securityGroups()).isEqualTo(made.securityGroups());
        assertThat(request.launchSpecification().monitoring().enabled()).isFalse();
    }

    /** UNVERIFIED: the last assertion. AWS shows the price on demand, which the emulator does not have. */
    @Test
    void instancesOnDemandHaveNoRequest() {
        Instance made = launches.run(r -> r.instanceMarketOptions(o -> {}));
        assertThat(made.instanceLifecycle()).isNull();
        assertThat(made.spotInstanceRequestId()).isNull();
        assertThat(ec2.describeSpotInstanceRequests().spotInstanceRequests()).isEmpty();
        assertThat(request(spot(o -> {})).spotPrice()).isNull();
    }

    @Test
    void eachInstanceHasItsRequestAndTheRequestsHaveTags() {
        List<Instance> made = ec2.runInstances(r -> r.imageId("ami-12345678")
                        .minCount(2)
                        .maxCount(2)
                        .instanceMarketOptions(o -> o.marketType(MarketType.SPOT))
                        .tagSpecifications(s -> s.resourceType("spot-instances-request")
                                .tags(t -> t.key("team").value("a"))))
                .instances();
        assertThat(made).extracting(Instance::spotInstanceRequestId).doesNotHaveDuplicates();
        assertThat(ec2.describeSpotInstanceRequests(
                                r -> r.filters(f -> f.name("tag:team").values("a")))
                        .spotInstanceRequests())
                .extracting(SpotInstanceRequest::instanceId)
                .containsExactlyElementsOf(
                        made.stream().map(Instance::instanceId).toList());
        assertThat(made).allSatisfy(one -> assertThat(one.tags()).isEmpty());
        ec2.createTags(r -> r.resources(made.get(0).spotInstanceRequestId())
                .tags(t -> t.key("Name").value("first")));
        assertThat(request(made.get(0)).tags()).hasSize(2);
    }

    @Test
    void aLaunchTemplateAsksForSpotInstances() {
        ec2.createLaunchTemplate(r -> r.launchTemplateName("spot").launchTemplateData(d -> d.imageId("ami-12345678")
                .instanceMarketOptions(o -> o.marketType("spot").spotOptions(s -> s.spotInstanceType("one-time")))));
        Instance made = ec2.runInstances(r -> r.launchTemplate(t -> t.launchTemplateName("spot"))
                        .minCount(1)
                        .maxCount(1))
                .instances()
                .get(0);
        assertThat(made.instanceLifecycleAsString()).isEqualTo("spot");
        assertThat(ec2.getLaunchTemplateData(r -> r.instanceId(made.instanceId()))
                        .launchTemplateData()
                        .instanceMarketOptions()
                        .marketTypeAsString())
                .isEqualTo("spot");
    }

    @Test
    void instancesAreFilteredByTheirRequest() {
        launches.run(r -> {});
        Instance made = spot(o -> {});
        assertThat(found("instance-lifecycle", "spot")).containsExactly(made.instanceId());
        assertThat(found("spot-instance-request-id", made.spotInstanceRequestId()))
                .containsExactly(made.instanceId());
    }

    @Test
    void aSpotInstanceIsNotStoppedAndItsRequestClosesWhenItIsTerminated() {
        Instance made = spot(o -> {});
        Expect.awsError(
                "UnsupportedOperation",
                "You can't stop the Spot Instance '" + made.instanceId()
                        + "' because it is associated with a one-time Spot"
                        + " Instance request. You can only stop Spot Instances associated with persistent Spot Instance"
                        + " requests.",
                () -> ec2.stopInstances(r -> r.instanceIds(made.instanceId())));
        ec2.terminateInstances(r -> r.instanceIds(made.instanceId()));
        SpotInstanceRequest closed = request(made);
        assertThat(closed.stateAsString()).isEqualTo("closed");
        assertThat(closed.status().code()).isEqualTo("instance-terminated-by-user");
        assertThat(closed.status().message()).isEqualTo("Spot Instance terminated due to user-initiated termination.");
        assertThat(cancel(made)).isEqualTo("closed");
    }

    /** AWS documentation: the instance of a cancelled request continues to run. */
    @Test
    void aCancelledRequestLeavesItsInstance() {
        Instance made = spot(o -> {});
        assertThat(cancel(made)).isEqualTo("cancelled");
        assertThat(request(made).stateAsString()).isEqualTo("cancelled");
        assertThat(request(made).status().code()).isEqualTo("request-canceled-and-instance-running");
        assertThat(launches.describe(made.instanceId()).state().nameAsString()).isIn("pending", "running");
        ec2.terminateInstances(r -> r.instanceIds(made.instanceId()));
        assertThat(request(made).stateAsString()).isEqualTo("cancelled");
        assertThat(request(made).status().code()).isEqualTo("instance-terminated-by-user");
    }

    /** AWS documentation: four hours after the instance is terminated. */
    @Test
    void anOldRequestIsForgotten() {
        Instance ended = spot(o -> {});
        Instance running = spot(o -> {});
        ec2.terminateInstances(r -> r.instanceIds(ended.instanceId()));
        clock.advance(Duration.ofMinutes(239));
        spot(o -> {});
        assertThat(request(ended).stateAsString()).isEqualTo("closed");
        clock.advance(Duration.ofMinutes(1));
        spot(o -> {});
        Expect.awsError("InvalidSpotInstanceRequestID.NotFound", () -> request(ended));
        assertThat(request(running).stateAsString()).isEqualTo("active");
    }

    @Test
    void requestsAreFiltered() {
        Instance made = launches.run(r -> r.instanceType("t3.micro")
                .networkInterfaces(n -> n.deviceIndex(0).description("web"))
                .blockDeviceMappings(m -> m.deviceName("/dev/xvdb").ebs(e -> e.volumeSize(9)))
                .instanceMarketOptions(o -> o.marketType(MarketType.SPOT)));
        spot(o -> {});
        for (String filter : List.of(
                "spot-instance-request-id=" + made.spotInstanceRequestId(),
                "instance-id=" + made.instanceId(),
                "launch.instance-type=t3.micro",
                "launch.block-device-mapping.device-name=/dev/xvdb",
                "launch.block-device-mapping.volume-size=9",
                "network-interface.description=web",
                "network-interface.device-index=0")) {
            String[] nameAndValue = filter.split("=");
            assertThat(ec2.describeSpotInstanceRequests(
                                    r -> r.filters(f -> f.name(nameAndValue[0]).values(nameAndValue[1])))
                            .spotInstanceRequests())
                    .as(filter)
                    .extracting(SpotInstanceRequest::spotInstanceRequestId)
                    .containsExactly(made.spotInstanceRequestId());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sir-0123456789abcdef0", "sir-n29rnope"})
    void unknownRequests(String id) {
        String text = "The spot instance request ID '" + id + "' does not exist";
        String code = "InvalidSpotInstanceRequestID.NotFound";
        Expect.awsError(code, text, () -> ec2.describeSpotInstanceRequests(r -> r.spotInstanceRequestIds(id)));
        Expect.awsError(code, text, () -> ec2.cancelSpotInstanceRequests(r -> r.spotInstanceRequestIds(id)));
    }

    @Test
    void requestsAreOfOneAccount() {
        String id = spot(o -> {}).spotInstanceRequestId();
        Ec2Client other = aws.ec2(Aws.newAccount());
        assertThat(other.describeSpotInstanceRequests().spotInstanceRequests()).isEmpty();
        Expect.awsError(
                "InvalidSpotInstanceRequestID.NotFound",
                () -> other.cancelSpotInstanceRequests(r -> r.spotInstanceRequestIds(id)));
    }

    /** UNVERIFIED: the text for other behaviors than stop. */
    @ParameterizedTest
    @ValueSource(strings = {"stop", "hibernate"})
    void oneTimeRequestsAreInterruptedByTermination(String behavior) {
        Expect.awsError(
                "InvalidParameterCombination",
                "The request with type 'one-time' is not supported when instanceInterruptionBehavior is set to '"
                        + behavior + "'.",
                () -> spot(o -> o.instanceInterruptionBehavior(behavior)));
    }

    /** UNVERIFIED: the codes. */
    @Test
    void invalidOptions() {
        for (String price : List.of("free", "-1", "0", "1e99999", "0.0000001")) {
            Expect.awsError("InvalidParameterValue", () -> spot(o -> o.maxPrice(price)));
        }
        Expect.awsError(
                "MissingParameter",
                () -> launches.run(r -> r.instanceMarketOptions(o -> o.spotOptions(s -> s.maxPrice("1")))));
    }

    private Instance spot(Consumer<SpotMarketOptions.Builder> options) {
        Consumer<RunInstancesRequest.Builder> launch =
                r -> r.instanceMarketOptions(o -> o.marketType(MarketType.SPOT).spotOptions(options));
        return launches.run(launch);
    }

    private SpotInstanceRequest request(Instance of) {
        return ec2.describeSpotInstanceRequests(r -> r.spotInstanceRequestIds(of.spotInstanceRequestId()))
                .spotInstanceRequests()
                .get(0);
    }

    private String cancel(Instance of) {
        return ec2.cancelSpotInstanceRequests(r -> r.spotInstanceRequestIds(of.spotInstanceRequestId()))
                .cancelledSpotInstanceRequests()
                .get(0)
                .stateAsString();
    }

    private List<String> found(String filter, String value) {
        return ec2.describeInstances(r -> r.filters(f -> f.name(filter).values(value))).reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .map(Instance::instanceId)
                .toList();
    }
}
