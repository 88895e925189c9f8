package io.vpclocal.network.securitygroup;

import static io.vpclocal.network.securitygroup.Groups.filter;
import static io.vpclocal.network.securitygroup.Groups.ports;
import static io.vpclocal.network.securitygroup.Groups.tcp;
import static io.vpclocal.network.securitygroup.Groups.tcpFrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Expected answers: AWS documentation and messages recorded from AWS, unless a test says otherwise. */
@EmulatorTest
class AuthorizeRulesTest extends GroupTestBase {

    @Test
    void everyPeerIsASeparateRule() {
        String peer = groups.create("peer");
        List<SecurityGroupRule> added = ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                        .ipPermissions(ports("tcp", 443, 443)
                                .ipRanges(
                                        IpRange.builder()
                                                .cidrIp("10.0.0.0/8")
                                                .description("inside")
                                                .build(),
                                        IpRange.builder()
                                                .cidrIp("100.68.0.18/18")
                                                .build())
                                .ipv6Ranges(v -> v.cidrIpv6("2001:DB8:0:0::/32"))
                                .prefixListIds(p -> p.prefixListId(S3_LIST))
                                .userIdGroupPairs(p -> p.groupId(peer))
                                .build())
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType("security-group-rule")
                                .tags(Tag.builder().key("k").value("v").build())
                                .build()))
                .securityGroupRules();
        assertThat(added).extracting(SecurityGroupRule::cidrIpv4).contains("10.0.0.0/8", "100.68.0.0/18");
        assertThat(added).extracting(SecurityGroupRule::cidrIpv6).contains("2001:db8::/32");
        assertThat(added).extracting(SecurityGroupRule::prefixListId).contains(S3_LIST);
        assertThat(added).hasSize(5).allSatisfy(rule -> {
            assertThat(rule.securityGroupRuleId()).matches("sgr-[0-9a-f]{17}");
            assertThat(rule.securityGroupRuleArn()).endsWith(":security-group-rule/" + rule.securityGroupRuleId());
            assertThat(rule.isEgress()).isFalse();
            assertThat(rule.fromPort()).isEqualTo(443);
            assertThat(rule.tags()).extracting(Tag::value).containsExactly("v");
        });
        assertThat(added.get(4).referencedGroupInfo().groupId()).isEqualTo(peer);
        assertThat(ec2.describeSecurityGroupRules(r -> r.filters(filter("group-id", group), filter("tag:k", "v")))
                        .securityGroupRules())
                .isEqualTo(added);
        assertThat(groups.describe(group).ipPermissions()).singleElement().satisfies(permission -> {
            assertThat(permission.ipRanges()).hasSize(2);
            assertThat(permission.userIdGroupPairs()).hasSize(1);
        });
    }

    @Test
    void rulesOfAllProtocolsShowMinusOneAsPortsOnlyByThemselves() {
        String id = groups.allow(
                group, ports("-1", 0, 0).userIdGroupPairs(p -> p.groupId(group)).build());
        assertThat(groups.rule(id)).satisfies(rule -> {
            assertThat(rule.ipProtocol()).isEqualTo("-1");
            assertThat(rule.fromPort()).isEqualTo(-1);
            assertThat(rule.toPort()).isEqualTo(-1);
        });
        assertThat(groups.describe(group).ipPermissions())
                .singleElement()
                .satisfies(permission -> assertThat(permission.fromPort()).isNull());
    }

    @Test
    void outboundRulesAreSeparateFromInboundRules() {
        List<SecurityGroupRule> added = ec2.authorizeSecurityGroupEgress(
                        r -> r.groupId(group).ipPermissions(tcp(443, "10.0.0.0/8")))
                .securityGroupRules();
        assertThat(added).singleElement().satisfies(rule -> assertThat(rule.isEgress())
                .isTrue());
        ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(tcp(443, "10.0.0.0/8")));
        assertThat(groups.describe(group).ipPermissionsEgress()).hasSize(2);
        assertThat(groups.describe(group).ipPermissions()).hasSize(1);
    }

    @Test
    void theParametersOfTheOlderApiDescribeOneRule() {
        ec2.authorizeSecurityGroupIngress(
                r -> r.groupId(group).ipProtocol("tcp").fromPort(22).toPort(22).cidrIp("10.0.0.0/8"));
        assertThat(groups.describe(group).ipPermissions())
                .containsExactly(groups.describe(group).ipPermissions().get(0).toBuilder()
                        .ipProtocol("tcp")
                        .fromPort(22)
                        .toPort(22)
                        .ipRanges(r -> r.cidrIp("10.0.0.0/8"))
                        .build());
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.authorizeSecurityGroupIngress(
                        r -> r.groupId(group).ipProtocol("tcp").ipPermissions(tcp(1, "10.0.0.0/8"))));
        ec2.revokeSecurityGroupIngress(
                r -> r.groupId(group).ipProtocol("tcp").fromPort(22).toPort(22).cidrIp("10.0.0.0/8"));
        assertThat(groups.describe(group).ipPermissions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void aRuleThatExistsIsADuplicate(IpPermission permission, String words) {
        groups.allow(group, permission);
        Expect.awsError(
                "InvalidPermission.Duplicate",
                "the specified rule \"" + words + "\" already exists",
                () -> groups.allow(group, permission));
    }

    /** The texts of protocols other than TCP, UDP, ICMP, and all are our guess. */
    static Stream<Arguments> aRuleThatExistsIsADuplicate() {
        return Stream.of(
                Arguments.of(tcp(22, "0.0.0.0/0"), "peer: 0.0.0.0/0, TCP, from port: 22, to port: 22, ALLOW"),
                Arguments.of(
                        IpPermission.builder()
                                .ipProtocol("-1")
                                .ipRanges(r -> r.cidrIp("0.0.0.0/0"))
                                .build(),
                        "peer: 0.0.0.0/0, ALL, ALLOW"),
                Arguments.of(
                        ports("icmp", -1, -1)
                                .ipRanges(r -> r.cidrIp("0.0.0.0/0"))
                                .build(),
                        "peer: 0.0.0.0/0, ICMP, type: ALL, code: ALL, ALLOW"),
                Arguments.of(
                        IpPermission.builder()
                                .ipProtocol("50")
                                .ipRanges(r -> r.cidrIp("0.0.0.0/0"))
                                .build(),
                        "peer: 0.0.0.0/0, 50, ALLOW"));
    }

    @Test
    void blocksAreEqualInAnyNotationAndWithAnyDescription() {
        groups.allow(group, tcp(22, "100.68.0.0/18"));
        Expect.awsError("InvalidPermission.Duplicate", () -> groups.allow(group, tcp(22, "100.68.0.18/18")));
        Expect.awsError(
                "InvalidParameterValue",
                "The same permission must not appear multiple times",
                () -> ec2.authorizeSecurityGroupIngress(
                        r -> r.groupId(group).ipPermissions(tcp(23, "10.0.0.0/8"), tcp(23, "10.1.0.0/8"))));
        assertThat(groups.describe(group).ipPermissions()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void invalidRulesAreRejected(IpPermission permission, String code, String message) {
        Expect.awsError(code, message, () -> groups.allow(group, permission));
        assertThat(groups.describe(group).ipPermissions()).isEmpty();
    }

    /** The texts of rules without a peer or with half a reference are our guess. */
    static Stream<Arguments> invalidRulesAreRejected() {
        String value = "InvalidParameterValue";
        return Stream.of(
                Arguments.of(tcp(22, "10.0.0.0"), value, "CIDR block 10.0.0.0 is malformed"),
                Arguments.of(tcp(22, "10.0.0.0/33"), value, "CIDR block 10.0.0.0/33 is malformed"),
                Arguments.of(tcp(22, "::/0"), value, "CIDR block ::/0 is malformed"),
                Arguments.of(
                        ports("tcp", 1, 1)
                                .ipv6Ranges(r -> r.cidrIpv6("10.0.0.0/8"))
                                .build(),
                        value,
                        "CIDR block 10.0.0.0/8 is malformed"),
                Arguments.of(tcp(65536, "10.0.0.0/8"), value, "TCP/UDP (from) port (65536) out of range"),
                Arguments.of(
                        ports("tcp", 1, 1)
                                .ipRanges(r -> r.cidrIp("10.0.0.0/8").description("a<b"))
                                .build(),
                        value,
                        "Invalid rule description. Valid descriptions are strings less than 256 characters from the"
                                + " following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*"),
                Arguments.of(
                        ports("tcp", 1, 1).build(),
                        "MissingParameter",
                        "Missing source specification: include source security group or CIDR information"),
                Arguments.of(
                        ports("tcp", 1, 1)
                                .userIdGroupPairs(p -> p.description("none"))
                                .build(),
                        "InvalidPermission.Malformed",
                        "A security group reference must contain a group ID or a group name"),
                Arguments.of(
                        tcpFrom(1, "sg-0123456789abcdef0"),
                        "InvalidGroup.NotFound",
                        "The security group 'sg-0123456789abcdef0' does not exist"),
                Arguments.of(
                        tcpFrom(1, "sg-x"), "InvalidGroupId.Malformed", "Invalid id: \"sg-x\" (expecting \"sg-...\")"),
                Arguments.of(
                        ports("tcp", 1, 1)
                                .prefixListIds(p -> p.prefixListId("pl-00000000"))
                                .build(),
                        "InvalidPrefixListID.NotFound",
                        "The prefix list ID 'pl-00000000' does not exist"));
    }

    @Test
    void groupsOfAnotherVpcCannotBeReferredTo() {
        String other = Groups.inNewVpc(ec2).create("other");
        Expect.awsError(
                "InvalidGroup.NotFound",
                "You have specified two resources that belong to different networks.",
                () -> groups.allow(group, tcpFrom(1, other)));
    }

    @Test
    void aRequestWithoutAGroupOrWithoutPermissionsIsRefused() {
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter groupName or groupId",
                () -> ec2.authorizeSecurityGroupIngress(r -> r.ipPermissions(tcp(1, "10.0.0.0/8"))));
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter groupId",
                () -> ec2.authorizeSecurityGroupEgress(r -> r.ipPermissions(tcp(1, "10.0.0.0/8"))));
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter ipPermissions",
                () -> ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)));
        Expect.awsError(
                "InvalidGroup.NotFound",
                "The security group 'sg-0123456789abcdef0' does not exist",
                () -> groups.allow("sg-0123456789abcdef0", tcp(1, "10.0.0.0/8")));
    }
}
