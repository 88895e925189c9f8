package io.vpclocal.network.securitygroup;

import static io.vpclocal.resource.WireForms.orAbsent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.RevokedSecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Security group rules as the API shows them. */
final class SecurityGroupRuleWire {

    private SecurityGroupRuleWire() {}

    /** New rules, which show no empty list of tags, unlike rules that are described. */
    static List<SecurityGroupRule> toWire(
            List<SecurityGroupRuleEntity> rules, Map<String, List<Tag>> tagsById, PeerGroups peers) {
        return rules.stream()
                .map(rule -> toWire(rule, orAbsent(tagsById.getOrDefault(rule.id(), List.of())), peers))
                .toList();
    }

    static List<RevokedSecurityGroupRule> toRevoked(List<SecurityGroupRuleEntity> rules) {
        return rules.stream().map(SecurityGroupRuleWire::toRevoked).toList();
    }

    static SecurityGroupRule toWire(SecurityGroupRuleEntity rule, List<Tag> tags, PeerGroups peers) {
        SecurityGroupRule.Builder wire = SecurityGroupRule.builder()
                .securityGroupRuleId(rule.id())
                .securityGroupRuleArn(rule.arn())
                .groupId(rule.groupId())
                .groupOwnerId(rule.account())
                .isEgress(rule.egress())
                .ipProtocol(rule.traffic().protocolName())
                .fromPort(rule.traffic().from())
                .toPort(rule.traffic().to())
                .cidrIpv4(cidr(rule, true))
                .cidrIpv6(cidr(rule, false))
                .prefixListId(prefixListId(rule))
                .description(rule.description())
                .tags(tags);
        if (rule.peer() instanceof RulePeer.Group) {
            wire.referencedGroupInfo(peers.referenced(rule.scope(), rule.spec()));
        }
        return wire.build();
    }

    private static RevokedSecurityGroupRule toRevoked(SecurityGroupRuleEntity rule) {
        return RevokedSecurityGroupRule.builder()
                .securityGroupRuleId(rule.id())
                .groupId(rule.groupId())
                .isEgress(rule.egress())
                .ipProtocol(rule.traffic().protocolName())
                .fromPort(rule.traffic().from())
                .toPort(rule.traffic().to())
                .cidrIpv4(cidr(rule, true))
                .cidrIpv6(cidr(rule, false))
                .prefixListId(prefixListId(rule))
                .referencedGroupId(rule.peer() instanceof RulePeer.Group group ? group.id() : null)
                .description(rule.description())
                .build();
    }

    private static @Nullable String cidr(SecurityGroupRuleEntity rule, boolean v4) {
        return rule.peer() instanceof RulePeer.Range range && range.cidr().v4() == v4 ? range.text() : null;
    }

    private static @Nullable String prefixListId(SecurityGroupRuleEntity rule) {
        return rule.peer() instanceof RulePeer.PrefixList list ? list.id() : null;
    }
}
