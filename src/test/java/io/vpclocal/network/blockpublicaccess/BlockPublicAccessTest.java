package io.vpclocal.network.blockpublicaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessOptions;

/** Expected answers: AWS documentation (EC2 API Reference; VPC User Guide) unless a test says otherwise. */
@EmulatorTest
class BlockPublicAccessTest {

    private static final String NONE = "vpcbpa-exclude-0123456789abcdef0";
    private static final String NOT_FOUND = "InvalidVpcBlockPublicAccessExclusionId.NotFound";

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    private String account;
    private Ec2Client ec2;
    private String vpc;
    private String subnet;

    @BeforeEach
    void newSubnet() {
        account = Aws.newAccount();
        ec2 = aws.ec2(account);
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
    }

    @AfterEach
    void realTime() {
        clock.real();
    }

    @Test
    void theModeBelongsToAnAccountAndRegion() {
        VpcBlockPublicAccessOptions before = options();
        assertThat(before.stateAsString()).isEqualTo("default-state");
        assertThat(before.internetGatewayBlockModeAsString()).isEqualTo("off");
        assertThat(before.awsAccountId()).isEqualTo(account);
        assertThat(before.awsRegion()).isEqualTo("us-east-1");
        assertThat(before.managedByAsString()).isEqualTo("account");
        assertThat(before.exclusionsAllowedAsString()).isEqualTo("allowed");
        assertThat(before.lastUpdateTimestamp()).isNull();

        VpcBlockPublicAccessOptions changed = ec2.modifyVpcBlockPublicAccessOptions(
                        r -> r.internetGatewayBlockMode("block-ingress"))
                .vpcBlockPublicAccessOptions();
        assertThat(changed.stateAsString()).isEqualTo("update-in-progress");
        assertThat(options().stateAsString()).isEqualTo("update-complete");
        assertThat(options().internetGatewayBlockModeAsString()).isEqualTo("block-ingress");
        assertThat(options().lastUpdateTimestamp()).isNotNull();
        assertThat(shown()).containsExactly("block-ingress", "block-ingress");

        Ec2Client elsewhere = aws.ec2(Aws.root(account), Region.EU_WEST_1);
        assertThat(elsewhere
                        .describeVpcBlockPublicAccessOptions(r -> {})
                        .vpcBlockPublicAccessOptions()
                        .stateAsString())
                .isEqualTo("default-state");
        ec2.modifyVpcBlockPublicAccessOptions(r -> r.internetGatewayBlockMode("off"));
        assertThat(options().stateAsString()).isEqualTo("update-complete");
        assertThat(shown()).containsExactly("off", "off");
    }

    @Test
    void anExclusionChangesWhatIsShownOfItsResource() {
        ec2.modifyVpcBlockPublicAccessOptions(r -> r.internetGatewayBlockMode("block-bidirectional"));
        VpcBlockPublicAccessExclusion made = ec2.createVpcBlockPublicAccessExclusion(r -> r.subnetId(subnet)
                        .internetGatewayExclusionMode("allow-bidirectional")
                        .tagSpecifications(s -> s.resourceType("vpc-block-public-access-exclusion")
                                .tags(t -> t.key("k").value("v"))))
                .vpcBlockPublicAccessExclusion();
        assertThat(made.exclusionId()).matches("vpcbpa-exclude-[0-9a-f]{17}");
        assertThat(made.stateAsString()).isEqualTo("create-in-progress");
        assertThat(made.resourceArn()).isEqualTo("arn:aws:ec2:us-east-1:" + account + ":subnet/" + subnet);
        assertThat(made.tags()).extracting(Tag::value).containsExactly("v");
        assertThat(describe(made.exclusionId()).stateAsString()).isEqualTo("create-complete");
        assertThat(shown()).containsExactly("block-bidirectional", "off");

        assertThat(ec2.modifyVpcBlockPublicAccessExclusion(
                                r -> r.exclusionId(made.exclusionId()).internetGatewayExclusionMode("allow-egress"))
                        .vpcBlockPublicAccessExclusion()
                        .stateAsString())
                .isEqualTo("update-in-progress");
        assertThat(describe(made.exclusionId()).stateAsString()).isEqualTo("update-complete");
        assertThat(shown()).containsExactly("block-bidirectional", "block-ingress");

        assertThat(ec2.deleteVpcBlockPublicAccessExclusion(r -> r.exclusionId(made.exclusionId()))
                        .vpcBlockPublicAccessExclusion()
                        .stateAsString())
                .isEqualTo("delete-in-progress");
        VpcBlockPublicAccessExclusion deleted = describe(made.exclusionId());
        assertThat(deleted.stateAsString()).isEqualTo("delete-complete");
        assertThat(deleted.deletionTimestamp()).isNotNull();
        assertThat(shown()).containsExactly("block-bidirectional", "block-bidirectional");
        // Users of Terraform see the end of this text; its beginning is our guess.
        Expect.awsError(
                "InvalidParameterValue",
                "The exclusion " + made.exclusionId() + " is in delete-complete state and cannot be deleted",
                () -> ec2.deleteVpcBlockPublicAccessExclusion(r -> r.exclusionId(made.exclusionId())));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.modifyVpcBlockPublicAccessExclusion(
                        r -> r.exclusionId(made.exclusionId()).internetGatewayExclusionMode("allow-egress")));
        clock.advance(Duration.ofHours(1));
        Expect.awsError(NOT_FOUND, () -> describe(made.exclusionId()));
    }

    @Test
    void anExclusionOfAVpcIsForItsSubnetsToo() {
        ec2.modifyVpcBlockPublicAccessOptions(r -> r.internetGatewayBlockMode("block-ingress"));
        String id = exclude(vpc);
        assertThat(shown()).containsExactly("off", "off");
        for (String[] filter : new String[][] {
            {"resource-arn", "arn:aws:ec2:us-east-1:" + account + ":vpc/" + vpc},
            {"internet-gateway-exclusion-mode", "allow-bidirectional"},
            {"state", "create-complete"},
        }) {
            assertThat(find(filter[0], filter[1])).as(filter[0]).containsExactly(id);
            assertThat(find(filter[0], "other")).as(filter[0]).isEmpty();
        }
        Expect.awsError("InvalidParameterValue", "The filter 'vpc-id' is invalid", () -> find("vpc-id", vpc));
        ec2.deleteSubnet(r -> r.subnetId(subnet));
        ec2.deleteVpc(r -> r.vpcId(vpc));
        assertThat(describe(id).stateAsString())
                .as("our guess: it is deleted with the VPC")
                .isEqualTo("delete-complete");
    }

    /** Our guess where the code is InvalidParameterValue. */
    @Test
    void invalidRequestsAreRejectedAndCreateNothing() {
        Expect.awsError("MissingParameter", () -> ec2.modifyVpcBlockPublicAccessOptions(r -> {}));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.modifyVpcBlockPublicAccessOptions(r -> r.internetGatewayBlockMode("on")));
        assertThat(options().stateAsString()).isEqualTo("default-state");

        Expect.awsError(
                "MissingParameter",
                () -> ec2.createVpcBlockPublicAccessExclusion(r -> r.internetGatewayExclusionMode("allow-egress")));
        Expect.awsError("MissingParameter", () -> ec2.createVpcBlockPublicAccessExclusion(r -> r.vpcId(vpc)));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.createVpcBlockPublicAccessExclusion(
                        r -> r.vpcId(vpc).subnetId(subnet).internetGatewayExclusionMode("allow-egress")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.createVpcBlockPublicAccessExclusion(r -> r.vpcId(vpc).internetGatewayExclusionMode("allow")));
        Expect.awsError(
                "InvalidVpcID.NotFound",
                () -> ec2.createVpcBlockPublicAccessExclusion(
                        r -> r.vpcId("vpc-0123456789abcdef0").internetGatewayExclusionMode("allow-egress")));
        Expect.awsError(
                "InvalidSubnetID.NotFound",
                () -> ec2.createVpcBlockPublicAccessExclusion(
                        r -> r.subnetId("subnet-0123456789abcdef0").internetGatewayExclusionMode("allow-egress")));
        assertThat(find("state", "*")).isEmpty();

        String id = exclude(vpc);
        Expect.awsError("InvalidParameterValue", () -> exclude(vpc));
        assertThat(find("state", "*")).containsExactly(id);
        Expect.awsError(NOT_FOUND, () -> describe(NONE));
        Expect.awsError("InvalidVpcBlockPublicAccessExclusionId.Malformed", () -> describe("x"));
        Expect.awsError(NOT_FOUND, () -> ec2.deleteVpcBlockPublicAccessExclusion(r -> r.exclusionId(NONE)));
        Expect.awsError(NOT_FOUND, () -> aws.ec2().deleteVpcBlockPublicAccessExclusion(r -> r.exclusionId(id)));
        Expect.awsError(
                "DryRunOperation",
                () -> ec2.deleteVpcBlockPublicAccessExclusion(
                        r -> r.exclusionId(id).dryRun(true)));
        assertThat(describe(id).stateAsString()).isEqualTo("create-complete");
    }

    private String exclude(String vpcId) {
        return ec2.createVpcBlockPublicAccessExclusion(
                        r -> r.vpcId(vpcId).internetGatewayExclusionMode("allow-bidirectional"))
                .vpcBlockPublicAccessExclusion()
                .exclusionId();
    }

    private VpcBlockPublicAccessOptions options() {
        return ec2.describeVpcBlockPublicAccessOptions(r -> {}).vpcBlockPublicAccessOptions();
    }

    private VpcBlockPublicAccessExclusion describe(String id) {
        return ec2.describeVpcBlockPublicAccessExclusions(r -> r.exclusionIds(id))
                .vpcBlockPublicAccessExclusions()
                .get(0);
    }

    private List<String> find(String name, String value) {
        return ec2
                .describeVpcBlockPublicAccessExclusions(
                        r -> r.filters(Filter.builder().name(name).values(value).build()))
                .vpcBlockPublicAccessExclusions()
                .stream()
                .map(VpcBlockPublicAccessExclusion::exclusionId)
                .toList();
    }

    /** The mode of the VPC and of its subnet, as their descriptions show it. */
    private List<String> shown() {
        return List.of(
                ec2.describeVpcs(r -> r.vpcIds(vpc))
                        .vpcs()
                        .get(0)
                        .blockPublicAccessStates()
                        .internetGatewayBlockModeAsString(),
                ec2.describeSubnets(r -> r.subnetIds(subnet))
                        .subnets()
                        .get(0)
                        .blockPublicAccessStates()
                        .internetGatewayBlockModeAsString());
    }
}
