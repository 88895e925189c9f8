package io.vpclocal.network.securitygroup;

import io.vpclocal.network.prefixlist.PrefixListView;
import io.vpclocal.network.prefixlist.PrefixLists;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many rules a group may have. Each direction and address family is counted apart; a rule for a group counts in both
 * families, one for a prefix list as often as an AWS-managed list weighs or as a customer's list may have entries (AWS
 * documentation, VPC User Guide: "Amazon VPC quotas").
 */
@Component
class RuleQuota {

    private final Quotas quotas;
    private final PrefixLists prefixLists;

    RuleQuota(Quotas quotas, PrefixLists prefixLists) {
        this.quotas = quotas;
        this.prefixLists = prefixLists;
    }

    /**
     * @param rules all rules that one direction would have
     * @throws AwsException {@code RulesPerSecurityGroupLimitExceeded}
     */
    void requireRoom(Scope scope, List<RuleSpec> rules) {
        quotas.requireRoom(
                () -> Math.max(count(scope, rules, true), count(scope, rules, false)) - 1,
                SecurityGroupLimits.RULES_PER_GROUP,
                "RulesPerSecurityGroupLimitExceeded",
                "The maximum number of rules per security group has been reached.");
    }

    int count(Scope scope, List<RuleSpec> rules, boolean v4) {
        Map<String, PrefixListView> lists = prefixLists.findAll(
                scope,
                rules.stream()
                        .filter(rule -> rule.peer() instanceof RulePeer.PrefixList)
                        .map(rule -> rule.peer().text())
                        .collect(Collectors.toSet()));
        return rules.stream()
                .mapToInt(rule -> weight(rule.peer(), lists.get(rule.peer().text()), v4))
                .sum();
    }

    private static int weight(RulePeer peer, @Nullable PrefixListView list, boolean v4) {
        if (peer instanceof RulePeer.Range range) {
            return range.cidr().v4() == v4 ? 1 : 0;
        }
        if (list == null) {
            return 1;
        }
        return list.addressFamily().equals(v4 ? "IPv4" : "IPv6") ? list.weight() : 0;
    }
}
