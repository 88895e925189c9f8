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
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.PlacementGroup;

/**
 * Launches into placement groups (EC2 API Reference, User Guide for instances; texts of the errors: as users report them,
 * unless a test says otherwise).
 */
@EmulatorTest
class PlacementTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private Launches launches;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2(Aws.newAccount());
        launches = new Launches(ec2);
    }

    @Test
    void instancesShowTheirGroup() {
        PlacementGroup group = create("web", "spread", null);
        Instance named = run(p -> p.groupName("web"));
        Instance byId = run(p -> p.groupId(group.groupId()));
        for (Instance made : List.of(named, byId, launches.describe(named.instanceId()))) {
            assertThat(made.placement().groupName()).isEqualTo("web");
            assertThat(made.placement().groupId()).isEqualTo(group.groupId());
            assertThat(made.placement().partitionNumber()).isNull();
        }
        Instance alone = run(p -> {});
        assertThat(alone.placement().groupName()).isEmpty();
        assertThat(alone.placement().groupId()).isNull();
        assertThat(found("placement-group-name", "web")).containsExactly(named.instanceId(), byId.instanceId());
        assertThat(ec2.getLaunchTemplateData(r -> r.instanceId(named.instanceId()))
                        .launchTemplateData()
                        .placement()
                        .groupName())
                .isEqualTo("web");
    }

    /** Terraform sends an empty zone for instances without a zone. */
    @Test
    void aLaunchTemplateNamesTheGroup() {
        create("web", "spread", null);
        ec2.createLaunchTemplate(r -> r.launchTemplateName("web")
                .launchTemplateData(
                        d -> d.imageId("ami-12345678").instanceType("t3.micro").placement(p -> p.groupName("web"))));
        assertThat(ofTemplate(p -> {}).groupName()).isEqualTo("web");
        assertThat(ofTemplate(p -> p.availabilityZone("")).groupName()).isEqualTo("web");
    }

    /** AWS spreads instances evenly over the partitions. UNVERIFIED: in which order. */
    @Test
    void instancesArePutIntoPartitions() {
        create("brokers", "partition", 3);
        assertThat(run(p -> p.groupName("brokers").partitionNumber(1))
                        .placement()
                        .partitionNumber())
                .isEqualTo(1);
        assertThat(ec2.runInstances(r -> r.imageId("ami-12345678")
                                .instanceType("t3.micro")
                                .minCount(3)
                                .maxCount(3)
                                .placement(p -> p.groupName("brokers")))
                        .instances())
                .extracting(made -> made.placement().partitionNumber())
                .containsExactly(2, 3, 1);
        assertThat(found("placement-partition-number", "1")).hasSize(2);
        assertThat(found("placement-partition-number", "2")).hasSize(1);
    }

    /** The rules: EC2 API Reference. UNVERIFIED: the codes and texts. */
    @Test
    void partitionsAreThoseOfTheGroup() {
        create("brokers", "partition", 3);
        create("web", "spread", null);
        Expect.awsError(
                "InvalidParameterValue", () -> run(p -> p.groupName("brokers").partitionNumber(4)));
        Expect.awsError(
                "InvalidParameterValue", () -> run(p -> p.groupName("brokers").partitionNumber(0)));
        Expect.awsError(
                "InvalidParameterCombination", () -> run(p -> p.groupName("web").partitionNumber(1)));
        Expect.awsError("InvalidParameterCombination", () -> run(p -> p.partitionNumber(1)));
        String id = create("other", "spread", null).groupId();
        Expect.awsError(
                "InvalidParameterCombination", () -> run(p -> p.groupName("web").groupId(id)));
    }

    /** UNVERIFIED: the texts for ids. */
    @Test
    void unknownGroups() {
        Expect.awsError(
                "InvalidPlacementGroup.Unknown",
                "The Placement Group 'none' is unknown.",
                () -> run(p -> p.groupName("none")));
        Expect.awsError("InvalidPlacementGroup.Unknown", () -> run(p -> p.groupId("pg-0123456789abcdef0")));
        Expect.awsError("InvalidPlacementGroupId.Malformed", () -> run(p -> p.groupId("web")));
        assertThat(run(p -> p.groupName("")).placement().groupName()).isEmpty();
    }

    @Test
    void aClusterIsInOneZoneAndOfLargerTypes() {
        create("hpc", "cluster", null);
        Expect.awsError(
                "InvalidParameterCombination",
                "Cluster placement groups are not supported by the 't3.micro' instance type. Specify a supported instance"
                        + " type or change the placement group strategy, and try again.",
                () -> run(p -> p.groupName("hpc")));
        Instance first = large("us-east-1b");
        Expect.awsError(
                "InvalidPlacementGroup.InUse",
                "The placement group 'hpc' is in use in another availability zone: us-east-1b",
                () -> large("us-east-1a"));
        large("us-east-1b");
        ec2.terminateInstances(r -> r.instanceIds(found("placement-group-name", "hpc")));
        assertThat(large("us-east-1a").placement().availabilityZone()).isEqualTo("us-east-1a");
        assertThat(launches.describe(first.instanceId()).placement().groupName())
                .isEqualTo("hpc");
    }

    private Instance large(String zone) {
        return launches.run(r ->
                r.instanceType("c5.large").placement(p -> p.groupName("hpc").availabilityZone(zone)));
    }

    @Test
    void aGroupWithInstancesIsNotDeleted() {
        create("web", "spread", null);
        String id = run(p -> p.groupName("web")).instanceId();
        ec2.stopInstances(r -> r.instanceIds(id));
        Expect.awsError(
                "InvalidPlacementGroup.InUse",
                "The placement group 'web' is in use and may not be deleted.",
                () -> ec2.deletePlacementGroup(r -> r.groupName("web")));
        ec2.terminateInstances(r -> r.instanceIds(id));
        ec2.deletePlacementGroup(r -> r.groupName("web"));
        assertThat(ec2.describePlacementGroups().placementGroups()).isEmpty();
    }

    private PlacementGroup create(String name, String strategy, @Nullable Integer partitions) {
        return ec2.createPlacementGroup(
                        r -> r.groupName(name).strategy(strategy).partitionCount(partitions))
                .placementGroup();
    }

    private Instance run(Consumer<Placement.Builder> placement) {
        return launches.run(r -> r.instanceType("t3.micro").placement(placement));
    }

    private List<String> found(String filter, String value) {
        return ec2.describeInstances(r -> r.filters(f -> f.name(filter).values(value))).reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .map(Instance::instanceId)
                .toList();
    }

    private Placement ofTemplate(Consumer<Placement.Builder> placement) {
        return ec2.runInstances(r -> r.launchTemplate(t -> t.launchTemplateName("web"))
                        .minCount(1)
                        .maxCount(1)
                        .placement(placement))
                .instances()
                .get(0)
                .placement();
    }
}
