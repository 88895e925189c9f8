package io.vpclocal.network.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Expected answers: AWS documentation and messages recorded from AWS, unless a test says otherwise. */
@EmulatorTest
class SecurityGroupTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;

    @BeforeEach
    void newAccountWithVpc() {
        ec2 = aws.ec2();
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }

    @Test
    void everyVpcHasADefaultGroupThatLetsItsMembersInAndEverythingOut() {
        SecurityGroup group = defaultGroup();
        assertThat(group.description()).isEqualTo("default VPC security group");
        assertThat(group.ipPermissions()).singleElement().satisfies(in -> {
            assertThat(in.ipProtocol()).isEqualTo("-1");
            assertThat(in.fromPort()).isNull();
            assertThat(in.userIdGroupPairs()).singleElement().satisfies(pair -> {
                assertThat(pair.groupId()).isEqualTo(group.groupId());
                assertThat(pair.userId()).isEqualTo(group.ownerId());
            });
        });
        assertThat(group.ipPermissionsEgress()).singleElement().satisfies(SecurityGroupTest::allowsAllIpv4);
    }

    @Test
    void aNewGroupLetsEverythingOutAndNothingIn() {
        CreateSecurityGroupResponse created = ec2.createSecurityGroup(r -> r.vpcId(vpc)
                .groupName("web")
                .description("Web servers")
                .tagSpecifications(TagSpecification.builder()
                        .resourceType("security-group")
                        .tags(Tag.builder().key("Name").value("one").build())
                        .build()));
        assertThat(created.groupId()).matches("sg-[0-9a-f]{17}");
        assertThat(created.tags()).extracting(Tag::value).containsExactly("one");

        SecurityGroup group = ec2.describeSecurityGroups(r -> r.groupIds(created.groupId()))
                .securityGroups()
                .get(0);
        assertThat(group.securityGroupArn())
                .isEqualTo(created.securityGroupArn())
                .isEqualTo("arn:aws:ec2:us-east-1:" + group.ownerId() + ":security-group/" + group.groupId());
        assertThat(group.vpcId()).isEqualTo(vpc);
        assertThat(group.groupName()).isEqualTo("web");
        assertThat(group.description()).isEqualTo("Web servers");
        assertThat(group.ipPermissions()).isEmpty();
        assertThat(group.ipPermissionsEgress()).singleElement().satisfies(SecurityGroupTest::allowsAllIpv4);
        assertThat(group.tags()).extracting(Tag::key).containsExactly("Name");
    }

    @Test
    void deletedGroupIsNotFound() {
        String id = group("web");
        assertThat(ec2.deleteSecurityGroup(r -> r.groupId(id)).groupId()).isEqualTo(id);
        Expect.awsError(
                "InvalidGroup.NotFound",
                "The security group '" + id + "' does not exist",
                () -> ec2.describeSecurityGroups(r -> r.groupIds(id)));
        Expect.awsError(
                "InvalidGroup.NotFound",
                "The security group '" + id + "' does not exist",
                () -> ec2.deleteSecurityGroup(r -> r.groupId(id)));
    }

    @Test
    void theDefaultGroupCannotBeDeletedButGoesWithItsVpc() {
        String id = defaultGroup().groupId();
        Expect.awsError(
                "CannotDelete",
                "the specified group: \"" + id + "\" name: \"default\" cannot be deleted by a user",
                () -> ec2.deleteSecurityGroup(r -> r.groupId(id)));
        ec2.deleteVpc(r -> r.vpcId(vpc));
        Expect.awsError("InvalidGroup.NotFound", () -> ec2.describeSecurityGroups(r -> r.groupIds(id)));
    }

    @Test
    void anotherGroupKeepsItsVpcFromBeingDeleted() {
        String id = group("web");
        Expect.awsError(
                "DependencyViolation",
                "The vpc '" + vpc + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteVpc(r -> r.vpcId(vpc)));
        ec2.deleteSecurityGroup(r -> r.groupId(id));
        ec2.deleteVpc(r -> r.vpcId(vpc));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default | any | InvalidGroup.Reserved | Cannot use reserved security group name: default",
                "sg-web | any | InvalidParameterValue | Value (sg-web) for parameter GroupName is invalid."
                        + " Group names may not be in the format sg-*.",
                "gr\u00fcn | any | InvalidParameterValue | Value (gr\u00fcn) for parameter GroupName is invalid."
                        + " Character sets beyond ASCII are not supported.",
                "web | sch\u00f6n | InvalidParameterValue | Value (sch\u00f6n) for parameter GroupDescription is invalid."
                        + " Character sets beyond ASCII are not supported.",
                "web | a<b | InvalidParameterValue | Invalid security group description. Valid descriptions are strings"
                        + " less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
                "a<b | any | InvalidParameterValue | Value (a<b) for parameter GroupName is invalid.",
                "'' | any | MissingParameter | The request must contain the parameter GroupName",
                "web | '' | MissingParameter | The request must contain the parameter GroupDescription",
            })
    void impossibleNamesAndDescriptionsAreRefused(String name, String description, String code, String message) {
        Expect.awsError(
                code,
                message,
                () -> ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName(name).description(description)));
    }

    @Test
    void namesAreUniqueInAVpcIgnoringCase() {
        group("web");
        Expect.awsError(
                "InvalidGroup.Duplicate",
                "The security group 'Web' already exists for VPC '" + vpc + "'",
                () -> group("Web"));
        String other = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
        ec2.createSecurityGroup(r -> r.vpcId(other).groupName("web").description("d"));
    }

    /** AWS documentation, VPC User Guide: security group basics. UNVERIFIED: a name of spaces counts as none. */
    @Test
    void spacesAtTheEndOfNamesAreRemoved() {
        String id = group("Test Group  ");
        assertThat(ec2.describeSecurityGroups(r -> r.groupIds(id))
                        .securityGroups()
                        .get(0)
                        .groupName())
                .isEqualTo("Test Group");
        Expect.awsError("InvalidGroup.Duplicate", () -> group("Test Group"));
        Expect.awsError("InvalidGroup.Duplicate", () -> group("Test Group "));
        Expect.awsError("MissingParameter", () -> group("  "));
        group(" Test Group");
    }

    @Test
    void withoutADefaultVpcAGroupNeedsAVpcAndNamesAreNotFound() {
        ec2 = aws.ec2WithoutDefaultVpc();
        Expect.awsError(
                "VPCIdNotSpecified",
                "No default VPC for this user",
                () -> ec2.createSecurityGroup(r -> r.groupName("web").description("d")));
        Expect.awsError(
                "InvalidGroup.NotFound",
                "The security group 'web' does not exist",
                () -> ec2.describeSecurityGroups(r -> r.groupNames("web")));
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter groupName or groupId",
                () -> ec2.deleteSecurityGroup(r -> {}));
        Expect.awsError(
                "InvalidVpcID.NotFound",
                () -> ec2.createSecurityGroup(
                        r -> r.vpcId("vpc-0123456789abcdef0").groupName("web").description("d")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sg-0123456789abcdef0 | InvalidGroup.NotFound"
                        + " | The security group 'sg-0123456789abcdef0' does not exist",
                "vpc-1 | InvalidGroupId.Malformed | Invalid id: \"vpc-1\" (expecting \"sg-...\")",
            })
    void unknownIdsAreRefused(String id, String code, String message) {
        Expect.awsError(code, message, () -> ec2.describeSecurityGroups(r -> r.groupIds(id)));
        Expect.awsError(code, message, () -> ec2.deleteSecurityGroup(r -> r.groupId(id)));
    }

    @Test
    void groupsOfAnIpv6VpcAllowOutboundIpv6() {
        String dual = ec2.createVpc(r -> r.cidrBlock("10.2.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc()
                .vpcId();
        String id = ec2.createSecurityGroup(r -> r.vpcId(dual).groupName("web").description("d"))
                .groupId();
        assertThat(describe(id).ipPermissionsEgress()).singleElement().satisfies(SecurityGroupTest::allowsAllIpv6);
    }

    @Test
    void aLaterIpv6BlockOpensGroupsWithUnchangedOutboundRules() {
        String id = group("web");
        ec2.associateVpcCidrBlock(r -> r.vpcId(vpc).amazonProvidedIpv6CidrBlock(true));
        assertThat(describe(id).ipPermissionsEgress()).singleElement().satisfies(SecurityGroupTest::allowsAllIpv6);
        assertThat(defaultGroup().ipPermissionsEgress()).singleElement().satisfies(SecurityGroupTest::allowsAllIpv6);
    }

    private SecurityGroup defaultGroup() {
        return ec2.describeSecurityGroups(r -> r.filters(
                        Filter.builder().name("vpc-id").values(vpc).build(),
                        Filter.builder().name("group-name").values("default").build()))
                .securityGroups()
                .get(0);
    }

    private SecurityGroup describe(String id) {
        return ec2.describeSecurityGroups(r -> r.groupIds(id)).securityGroups().get(0);
    }

    private String group(String name) {
        return ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName(name).description("d"))
                .groupId();
    }

    private static void allowsAllIpv4(IpPermission out) {
        assertThat(out.ipProtocol()).isEqualTo("-1");
        assertThat(out.ipRanges()).singleElement().satisfies(range -> assertThat(range.cidrIp())
                .isEqualTo("0.0.0.0/0"));
        assertThat(out.ipv6Ranges()).isEmpty();
    }

    private static void allowsAllIpv6(IpPermission out) {
        assertThat(out.ipv6Ranges()).singleElement().satisfies(range -> assertThat(range.cidrIpv6())
                .isEqualTo("::/0"));
    }
}
