package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.MarketType;

/** Policies about placement groups and spot instances of launches (Service Authorization Reference, Amazon EC2). */
@EmulatorTest
class LaunchPolicyTest {

    private static final String DENIED = "UnauthorizedOperation";

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private String account;
    private Ec2Client root;

    @BeforeEach
    void newAccount() {
        account = Aws.newAccount();
        root = aws.ec2(account);
    }

    @Test
    void placementGroupsAreResourcesOfLaunches() {
        String web = root.createPlacementGroup(r -> r.groupName("web").strategy("spread"))
                .placementGroup()
                .groupId();
        root.createPlacementGroup(r -> r.groupName("free").strategy("spread"));
        Launches launches = launches("\"Resource\":\"arn:aws:ec2:*:*:placement-group/web\"");
        Expect.awsError(
                DENIED, () -> launches.run(r -> r.instanceType("t3.micro").placement(p -> p.groupName("web"))));
        Expect.awsError(
                DENIED, () -> launches.run(r -> r.instanceType("t3.micro").placement(p -> p.groupId(web))));
        launches.run(r -> r.instanceType("t3.micro").placement(p -> p.groupName("free")));
    }

    @Test
    void anEmptyNameIsNoPlacementGroup() {
        Launches launches = launches("\"Resource\":\"arn:aws:ec2:*:*:placement-group/*\"");
        assertThat(launches.run(r -> r.placement(p -> p.groupName(""))).instanceId())
                .isNotNull();
    }

    @Test
    void groupsAreDeniedByStrategy() {
        Ec2Client limited =
                user("{\"Effect\":\"Deny\",\"Action\":\"ec2:*PlacementGroup\",\"Resource\":\"*\",\"Condition\":"
                        + "{\"StringEquals\":{\"ec2:PlacementGroupStrategy\":\"cluster\"}}}");
        Expect.awsError(
                DENIED,
                () -> limited.createPlacementGroup(r -> r.groupName("hpc").strategy("cluster")));
        limited.createPlacementGroup(r -> r.groupName("web").strategy("spread"));
        limited.deletePlacementGroup(r -> r.groupName("web"));
        root.createPlacementGroup(r -> r.groupName("hpc").strategy("cluster"));
        Expect.awsError(DENIED, () -> limited.deletePlacementGroup(r -> r.groupName("hpc")));
    }

    @Test
    void newGroupsAreAllowedByName() {
        Ec2Client limited = aws.ec2(
                people.user(
                        account,
                        "ben",
                        People.allowing("ec2:CreatePlacementGroup", "arn:aws:ec2:*:*:placement-group/web-*")),
                Region.US_EAST_1);
        limited.createPlacementGroup(r -> r.groupName("web-1").strategy("spread"));
        Expect.awsError(
                DENIED,
                () -> limited.createPlacementGroup(r -> r.groupName("hpc").strategy("spread")));
    }

    @Test
    void spotInstancesAreDeniedByTheirMarket() {
        Launches launches =
                launches("\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"ec2:InstanceMarketType\":\"spot\"}}");
        Expect.awsError(DENIED, () -> launches.run(r -> r.instanceMarketOptions(o -> o.marketType(MarketType.SPOT))));
        launches.run(r -> {});
    }

    @Test
    void spotRequestsAreCancelledByTag() {
        Instance made = new Launches(root).run(r -> r.instanceMarketOptions(o -> o.marketType(MarketType.SPOT))
                .tagSpecifications(s -> s.resourceType("spot-instances-request")
                        .tags(t -> t.key("team").value("a"))));
        Ec2Client limited = user(
                "{\"Effect\":\"Deny\",\"Action\":\"ec2:CancelSpotInstanceRequests\",\"Resource\":\"*\",\"Condition\":"
                        + "{\"StringEquals\":{\"aws:ResourceTag/team\":\"a\"}}}");
        Expect.awsError(
                DENIED,
                () -> limited.cancelSpotInstanceRequests(r -> r.spotInstanceRequestIds(made.spotInstanceRequestId())));
        root.deleteTags(r -> r.resources(made.spotInstanceRequestId()));
        limited.cancelSpotInstanceRequests(r -> r.spotInstanceRequestIds(made.spotInstanceRequestId()));
    }

    /** Launches of a user that may do everything, except to launch with this. */
    private Launches launches(String resourceAndCondition) {
        return new Launches(user("{\"Effect\":\"Deny\",\"Action\":\"ec2:RunInstances\"," + resourceAndCondition + "}"));
    }

    private Ec2Client user(String denied) {
        String allowed = "{\"Effect\":\"Allow\",\"Action\":\"ec2:*\",\"Resource\":\"*\"}";
        return aws.ec2(people.user(account, "ana", People.document(allowed, denied)), Region.US_EAST_1);
    }
}
