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
 * The quota of rules per group. Each direction and address family is counted separately. A rule for a group counts in
 * both families. A rule for a prefix list counts as the weight of an AWS-managed list, or as the maximum size of a
 * customer-managed one (AWS documentation, VPC User Guide: "Amazon VPC quotas").
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
     * @param rules all resulting rules of one direction
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
