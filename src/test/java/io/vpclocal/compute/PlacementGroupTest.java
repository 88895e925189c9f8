package io.vpclocal.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreatePlacementGroupRequest;
import software.amazon.awssdk.services.ec2.model.PlacementGroup;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/**
 * Placement groups (EC2 API Reference, User Guide for instances, acceptance tests of Terraform's provider; texts of the
 * errors: as users report them, unless a test says otherwise).
 */
@EmulatorTest
class PlacementGroupTest {

    private static final String COMBINATION = "InvalidParameterCombination";
    private static final String UNKNOWN = "InvalidPlacementGroup.Unknown";

    @Autowired
    private Aws aws;

    private String account;
    private Ec2Client ec2;

    @BeforeEach
    void newAccount() {
        account = Aws.newAccount();
        ec2 = aws.ec2(account);
    }

    @Test
    void aGroupIsMadeDescribedTaggedAndDeleted() {
        PlacementGroup made = create(r -> r.groupName("web").strategy("cluster").tagSpecifications(s -> s.resourceType(
                        ResourceType.PLACEMENT_GROUP)
                .tags(t -> t.key("Name").value("web"))));
        assertThat(made.groupId()).matches("pg-[0-9a-f]{17}");
        assertThat(made.groupArn()).isEqualTo("arn:aws:ec2:us-east-1:" + account + ":placement-group/web");
        assertThat(made.strategyAsString()).isEqualTo("cluster");
        assertThat(made.stateAsString()).isEqualTo("available");
        assertThat(made.partitionCount()).isNull();
        assertThat(made.spreadLevel()).isNull();
        assertThat(made.tags()).hasSize(1);
        assertThat(named("web")).isEqualTo(made);
        assertThat(ec2.describePlacementGroups(r -> r.groupIds(made.groupId())).placementGroups())
                .containsExactly(made);
        ec2.createTags(r -> r.resources(made.groupId()).tags(t -> t.key("team").value("a")));
        assertThat(named("web").tags()).hasSize(2);
        ec2.deletePlacementGroup(r -> r.groupName("web"));
        Expect.awsError(UNKNOWN, "The Placement Group 'web' is unknown.", () -> named("web"));
        assertThat(ec2.describeTags(r -> {}).tags()).isEmpty();
    }

    @Test
    void strategiesHaveTheirDefaults() {
        create(r -> r.groupName("spread").strategy("spread"));
        create(r -> r.groupName("host").strategy("spread").spreadLevel("host"));
        create(r -> r.groupName("seven").strategy("partition").partitionCount(7));
        assertThat(named("spread").spreadLevelAsString()).isEqualTo("rack");
        assertThat(named("host").spreadLevelAsString()).isEqualTo("host");
        assertThat(named("seven").partitionCount()).isEqualTo(7);
    }

    /** UNVERIFIED: both defaults. */
    @Test
    void defaultsThatAreNotDocumented() {
        assertThat(create(r -> r.groupName("plain")).strategyAsString()).isEqualTo("cluster");
        assertThat(create(r -> r.groupName("two").strategy("partition")).partitionCount())
                .isEqualTo(2);
    }

    @Test
    void filters() {
        PlacementGroup web = create(r -> r.groupName("web").strategy("spread"));
        create(r -> r.groupName("brokers").strategy("partition").partitionCount(3));
        assertThat(filtered("group-name", "w*")).containsExactly("web");
        assertThat(filtered("group-arn", web.groupArn())).containsExactly("web");
        assertThat(filtered("spread-level", "rack")).containsExactly("web");
        assertThat(filtered("strategy", "partition")).containsExactly("brokers");
        assertThat(filtered("state", "available")).containsExactly("web", "brokers");
    }

    @Test
    void groupsAreOfOneAccountAndRegion() {
        create(r -> r.groupName("web").strategy("spread"));
        assertThat(aws.ec2(Aws.newAccount()).describePlacementGroups().placementGroups())
                .isEmpty();
        Ec2Client elsewhere = aws.ec2(Aws.root(account), Region.EU_WEST_1);
        assertThat(elsewhere.describePlacementGroups().placementGroups()).isEmpty();
        elsewhere.createPlacementGroup(r -> r.groupName("web").strategy("cluster"));
        assertThat(named("web").strategyAsString()).isEqualTo("spread");
    }

    @Test
    void aNameIsUsedOnce() {
        create(r -> r.groupName("web").strategy("spread"));
        Expect.awsError(
                "InvalidPlacementGroup.Duplicate",
                "The placement group 'web' already exists.",
                () -> create(r -> r.groupName("web").strategy("cluster")));
    }

    /** The code for malformed ids: EC2 API Reference. UNVERIFIED: the texts for ids. */
    @Test
    void unknownGroups() {
        Expect.awsError(
                UNKNOWN,
                "The Placement Group 'none' is unknown.",
                () -> ec2.deletePlacementGroup(r -> r.groupName("none")));
        Expect.awsError(
                UNKNOWN,
                "The Placement Group 'pg-0123456789abcdef0' is unknown.",
                () -> ec2.describePlacementGroups(r -> r.groupIds("pg-0123456789abcdef0")));
        Expect.awsError(
                "InvalidPlacementGroupId.Malformed", () -> ec2.describePlacementGroups(r -> r.groupIds("pg-x")));
        Expect.awsError(
                UNKNOWN,
                () -> ec2.createTags(r ->
                        r.resources("pg-0123456789abcdef0").tags(t -> t.key("a").value("b"))));
    }

    /** UNVERIFIED: the codes. The rules: EC2 API Reference. */
    @ParameterizedTest
    @CsvSource({
        "cluster, 2, , " + COMBINATION,
        "spread, 2, , " + COMBINATION,
        "cluster, , rack, " + COMBINATION,
        "partition, , rack, " + COMBINATION,
        "partition, 0, , InvalidParameterValue",
        "partition, 8, , InvalidParameterValue",
        "spread, , shelf, InvalidParameterValue",
        "random, , , InvalidParameterValue"
    })
    void parametersOfOtherStrategies(String strategy, Integer partitions, String level, String code) {
        Expect.awsError(
                code,
                () -> create(r -> r.groupName("web")
                        .strategy(strategy)
                        .partitionCount(partitions)
                        .spreadLevel(level)));
        assertThat(ec2.describePlacementGroups().placementGroups()).isEmpty();
    }

    /** EC2 API Reference: up to 255 ASCII characters. UNVERIFIED: the codes. */
    @Test
    void names() {
        Expect.awsError("MissingParameter", () -> create(r -> r.strategy("cluster")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> create(r -> r.groupName("gr\u00fcn").strategy("cluster")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> create(r -> r.groupName("a".repeat(256)).strategy("cluster")));
        create(r -> r.groupName("a".repeat(255)).strategy("cluster"));
    }

    private PlacementGroup create(Consumer<CreatePlacementGroupRequest.Builder> with) {
        return ec2.createPlacementGroup(with).placementGroup();
    }

    private PlacementGroup named(String name) {
        return ec2.describePlacementGroups(r -> r.groupNames(name))
                .placementGroups()
                .get(0);
    }

    private List<String> filtered(String name, String value) {
        return ec2.describePlacementGroups(r -> r.filters(f -> f.name(name).values(value))).placementGroups().stream()
                .map(PlacementGroup::groupName)
                .toList();
    }
}
