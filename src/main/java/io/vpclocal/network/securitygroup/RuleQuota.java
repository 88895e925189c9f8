package io.vpclocal.network.securitygroup;

import io.vpclocal.network.prefixlist.AwsPrefixList;
import io.vpclocal.network.prefixlist.AwsPrefixLists;
import io.vpclocal.resource.Quotas;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How many rules a group may have. Each direction and address family is counted apart; a rule for a group counts in both
 * families, one for an AWS-managed prefix list as often as the list weighs (AWS documentation, VPC User Guide: "Amazon
 * VPC quotas").
 */
@Component
class RuleQuota {

    private final Quotas quotas;
    private final AwsPrefixLists awsPrefixLists;

    RuleQuota(Quotas quotas, AwsPrefixLists awsPrefixLists) {
        this.quotas = quotas;
        this.awsPrefixLists = awsPrefixLists;
    }

    /**
     * @param rules all rules that one direction would have
     * @throws AwsException {@code RulesPerSecurityGroupLimitExceeded}
     */
    void requireRoom(String region, List<RuleSpec> rules) {
        quotas.requireRoom(
                Math.max(count(region, rules, true), count(region, rules, false)) - 1,
                SecurityGroupLimits.RULES_PER_GROUP,
                "RulesPerSecurityGroupLimitExceeded",
                "The maximum number of rules per security group has been reached.");
    }

    int count(String region, List<RuleSpec> rules, boolean v4) {
        return rules.stream().mapToInt(rule -> weight(region, rule.peer(), v4)).sum();
    }

    private int weight(String region, RulePeer peer, boolean v4) {
        if (peer instanceof RulePeer.Range range) {
            return range.cidr().v4() == v4 ? 1 : 0;
        }
        if (peer instanceof RulePeer.PrefixList list) {
            return awsPrefixLists
                    .byId(region, list.id())
                    .map(found -> weight(found, v4))
                    .orElse(1);
        }
        return 1;
    }

    private static int weight(AwsPrefixList list, boolean v4) {
        return list.addressFamily().equals(v4 ? "IPv4" : "IPv6") ? list.weight() : 0;
    }
}
