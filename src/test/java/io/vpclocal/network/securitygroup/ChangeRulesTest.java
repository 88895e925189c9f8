package io.vpclocal.network.securitygroup;

import static io.vpclocal.network.securitygroup.Groups.ports;
import static io.vpclocal.network.securitygroup.Groups.tcp;
import static io.vpclocal.network.securitygroup.Groups.tcpFrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleDescription;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Expected answers: AWS documentation and messages recorded from AWS, unless a test says otherwise. */
@EmulatorTest
class ChangeRulesTest extends GroupTestBase {

    private static final String UNKNOWN = "sgr-0123456789abcdef0";

    private String rule;

    @BeforeEach
    void oneRule() {
        rule = groups.allow(group, tcp(80, "10.0.0.0/8"));
    }

    @Test
    void revokingByPermissionsAnswersWithTheRevokedRules() {
        RevokeSecurityGroupIngressResponse response =
                ec2.revokeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(tcp(80, "10.0.0.0/8")));
        assertThat(response.returnValue()).isTrue();
        assertThat(response.unknownIpPermissions()).isEmpty();
        assertThat(response.revokedSecurityGroupRules()).singleElement().satisfies(revoked -> {
            assertThat(revoked.securityGroupRuleId()).isEqualTo(rule);
            assertThat(revoked.groupId()).isEqualTo(group);
            assertThat(revoked.isEgress()).isFalse();
            assertThat(revoked.ipProtocol()).isEqualTo("tcp");
            assertThat(revoked.fromPort()).isEqualTo(80);
            assertThat(revoked.cidrIpv4()).isEqualTo("10.0.0.0/8");
        });
        assertThat(groups.describe(group).ipPermissions()).isEmpty();
        Expect.awsError(
                "InvalidSecurityGroupRuleId.NotFound",
                "The security group rule ID '" + rule + "' does not exist",
                () -> groups.rule(rule));
    }

    @Test
    void revokingAnUnknownRuleRevokesNothing() {
        Expect.awsError(
                "InvalidPermission.NotFound",
                "The specified rule does not exist in this security group.",
                () -> ec2.revokeSecurityGroupIngress(
                        r -> r.groupId(group).ipPermissions(tcp(80, "10.0.0.0/8"), tcp(81, "10.0.0.0/8"))));
        Expect.awsError(
                "InvalidPermission.NotFound",
                () -> ec2.revokeSecurityGroupEgress(r -> r.groupId(group).ipPermissions(tcp(80, "10.0.0.0/8"))));
        Expect.awsError(
                "InvalidPermission.NotFound",
                () -> ec2.revokeSecurityGroupIngress(
                        r -> r.groupId(group).ipPermissions(tcpFrom(80, "sg-0123456789abcdef0"))));
        assertThat(groups.describe(group).ipPermissions()).hasSize(1);
    }

    @Test
    void revokingByIdNeedsARuleOfThatGroupAndDirection() {
        String other = groups.allow(groups.create("other"), tcp(80, "10.0.0.0/8"));
        for (String id : new String[] {UNKNOWN, other}) {
            Expect.awsError(
                    "InvalidSecurityGroupRuleId.NotFound",
                    "The security group rule ID '" + id + "' does not exist",
                    () -> ec2.revokeSecurityGroupIngress(r -> r.groupId(group).securityGroupRuleIds(id)));
        }
        Expect.awsError(
                "InvalidSecurityGroupRuleId.NotFound",
                () -> ec2.revokeSecurityGroupEgress(r -> r.groupId(group).securityGroupRuleIds(rule)));
        Expect.awsError(
                "InvalidSecurityGroupRuleId.Malformed",
                () -> ec2.revokeSecurityGroupIngress(r -> r.groupId(group).securityGroupRuleIds("rule")));
        Expect.awsError(
                "MissingParameter",
                "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.",
                () -> ec2.revokeSecurityGroupIngress(r -> r.groupId(group)));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.revokeSecurityGroupIngress(
                        r -> r.groupId(group).securityGroupRuleIds(rule).ipPermissions(tcp(80, "10.0.0.0/8"))));
        ec2.revokeSecurityGroupIngress(r -> r.groupId(group).securityGroupRuleIds(rule));
        assertThat(groups.describe(group).ipPermissions()).isEmpty();
    }

    /** The calls of Terraform's aws_security_group. */
    @Test
    void theDefaultOutboundRuleIsRevokedWithPortsZero() {
        ec2.revokeSecurityGroupEgress(r -> r.groupId(group)
                .ipPermissions(
                        ports("-1", 0, 0).ipRanges(v -> v.cidrIp("0.0.0.0/0")).build()));
        assertThat(groups.describe(group).ipPermissionsEgress()).isEmpty();
        Expect.awsError(
                "InvalidPermission.NotFound",
                () -> ec2.revokeSecurityGroupEgress(r -> r.groupId(group)
                        .ipPermissions(ports("-1", 0, 0)
                                .ipv6Ranges(v -> v.cidrIpv6("::/0"))
                                .build())));
    }

    @Test
    void aChangedRuleKeepsItsIdAndTagsButNotItsDescription() {
        ec2.createTags(
                r -> r.resources(rule).tags(Tag.builder().key("k").value("v").build()));
        modify(rule, tcpRequest(80, "10.0.0.0/8").description("old"));
        assertThat(groups.rule(rule).description()).isEqualTo("old");
        modify(rule, tcpRequest(8080, "10.1.0.9/16"));
        assertThat(groups.rule(rule)).satisfies(changed -> {
            assertThat(changed.fromPort()).isEqualTo(8080);
            assertThat(changed.cidrIpv4()).isEqualTo("10.1.0.0/16");
            assertThat(changed.description()).isNull();
            assertThat(changed.tags()).hasSize(1);
        });
    }

    @Test
    void twoRulesCanBeSwapped() {
        String other = groups.allow(group, tcp(443, "10.0.0.0/8"));
        ec2.modifySecurityGroupRules(r -> r.groupId(group)
                .securityGroupRules(
                        update(rule, tcpRequest(443, "10.0.0.0/8")), update(other, tcpRequest(80, "10.0.0.0/8"))));
        assertThat(groups.rule(rule).fromPort()).isEqualTo(443);
        assertThat(groups.rule(other).fromPort()).isEqualTo(80);
    }

    @Test
    void conflictingChangesChangeNothing() {
        String other = groups.allow(group, tcp(443, "10.0.0.0/8"));
        Expect.awsError("InvalidPermission.Duplicate", () -> modify(rule, tcpRequest(443, "10.0.0.0/8")));
        Expect.awsError(
                "InvalidParameterValue",
                "The same permission must not appear multiple times",
                () -> ec2.modifySecurityGroupRules(r -> r.groupId(group)
                        .securityGroupRules(
                                update(rule, tcpRequest(1, "10.0.0.0/8")),
                                update(other, tcpRequest(1, "10.0.0.0/8")))));
        Expect.awsError(
                "InvalidParameterValue",
                "Duplicated security group rule ID: " + rule,
                () -> ec2.modifySecurityGroupRules(r -> r.groupId(group)
                        .securityGroupRules(
                                update(rule, tcpRequest(1, "10.0.0.0/8")), update(rule, tcpRequest(2, "10.0.0.0/8")))));
        assertThat(groups.rule(rule).fromPort()).isEqualTo(80);
    }

    @ParameterizedTest
    @MethodSource
    void invalidChangesAreRejected(SecurityGroupRuleRequest.Builder request, String code, String message) {
        Expect.awsError(code, message, () -> modify(rule, request));
    }

    /** The texts of a missing and of a second peer: a test that runs against AWS. */
    static Stream<Arguments> invalidChangesAreRejected() {
        String value = "InvalidParameterValue";
        return Stream.of(
                Arguments.of(
                        tcpRequest(80, null).referencedGroupId("sg-0123456789abcdef0"),
                        value,
                        "You may not specify a referenced group id for an existing IPv4 CIDR rule."),
                Arguments.of(
                        tcpRequest(80, null).prefixListId("pl-63a5400a"),
                        value,
                        "You may not specify a prefix list for an existing IPv4 CIDR rule."),
                Arguments.of(
                        tcpRequest(80, null).cidrIpv6("::/0"),
                        value,
                        "You may not specify an IPv6 CIDR for an existing IPv4 CIDR rule."),
                Arguments.of(
                        tcpRequest(0, "10.0.0.0/8").ipProtocol("-1"),
                        value,
                        "You may not specify all protocols and specific ports. Please specify each protocol and port"
                                + " range combination individually, or all protocols and no port range."),
                Arguments.of(
                        tcpRequest(80, null),
                        "MissingParameter",
                        "The request must contain exactly one of: cidrIp, cidrIpv6, prefixListId, or"
                                + " referencedGroupId"),
                Arguments.of(
                        tcpRequest(80, "10.0.0.0/8").cidrIpv6("::/0"),
                        "InvalidParameterCombination",
                        "Only one of cidrIp, cidrIpv6, prefixListId, or referencedGroupId can be specified"),
                Arguments.of(tcpRequest(80, "10.0.0.0"), value, "CIDR block 10.0.0.0 is malformed"));
    }

    @Test
    void onlyRulesOfTheGroupCanBeChanged() {
        String other = groups.create("other");
        Expect.awsError(
                "InvalidSecurityGroupRuleId.NotFound",
                () -> ec2.modifySecurityGroupRules(
                        r -> r.groupId(other).securityGroupRules(update(rule, tcpRequest(1, "10.0.0.0/8")))));
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter securityGroupRules",
                () -> ec2.modifySecurityGroupRules(r -> r.groupId(group)));
    }

    @Test
    void descriptionsAreReplacedAndRemoved() {
        ec2.updateSecurityGroupRuleDescriptionsIngress(r -> r.groupId(group)
                .ipPermissions(ports("tcp", 80, 80)
                        .ipRanges(v -> v.cidrIp("10.0.0.0/8").description("one"))
                        .build()));
        assertThat(groups.rule(rule).description()).isEqualTo("one");
        ec2.updateSecurityGroupRuleDescriptionsIngress(r -> r.groupId(group)
                .securityGroupRuleDescriptions(SecurityGroupRuleDescription.builder()
                        .securityGroupRuleId(rule)
                        .description("two")
                        .build()));
        assertThat(groups.rule(rule).description()).isEqualTo("two");
        ec2.updateSecurityGroupRuleDescriptionsIngress(r -> r.groupId(group).ipPermissions(tcp(80, "10.0.0.0/8")));
        assertThat(groups.rule(rule).description()).isNull();
        Expect.awsError(
                "InvalidPermission.NotFound",
                () -> ec2.updateSecurityGroupRuleDescriptionsEgress(
                        r -> r.groupId(group).ipPermissions(tcp(80, "10.0.0.0/8"))));
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter ipPermissions",
                () -> ec2.updateSecurityGroupRuleDescriptionsIngress(r -> r.groupId(group)));
    }

    /** Our guess: one of several concurrent calls adds the rule, as with sequential calls. */
    @Test
    void oneOfManyConcurrentCallsAddsTheRule() throws InterruptedException {
        List<Callable<Boolean>> calls = Collections.nCopies(6, this::allowsHttps);
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<Boolean>> results = threads.invokeAll(calls);
            assertThat(results).extracting(Future::get).containsOnlyOnce(true);
        } finally {
            threads.shutdown();
        }
        assertThat(groups.describe(group).ipPermissions()).hasSize(2);
    }

    private boolean allowsHttps() {
        try {
            groups.allow(group, tcp(443, "10.0.0.0/8"));
            return true;
        } catch (Ec2Exception e) {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidPermission.Duplicate");
            return false;
        }
    }

    private void modify(String id, SecurityGroupRuleRequest.Builder request) {
        ec2.modifySecurityGroupRules(r -> r.groupId(group).securityGroupRules(update(id, request)));
    }

    private static SecurityGroupRuleUpdate update(String id, SecurityGroupRuleRequest.Builder request) {
        return SecurityGroupRuleUpdate.builder()
                .securityGroupRuleId(id)
                .securityGroupRule(request.build())
                .build();
    }

    private static SecurityGroupRuleRequest.Builder tcpRequest(int port, @Nullable String cidr) {
        return SecurityGroupRuleRequest.builder()
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .cidrIpv4(cidr);
    }
}
