package io.vpclocal.network.securitygroup;

import io.vpclocal.network.RuleTraffic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Rules as {@code IpPermissions}: rules for the same traffic are one permission with several peers. */
final class IpPermissions {

    private IpPermissions() {}

    /** @param account the owner of the groups that the rules refer to */
    static List<IpPermission> of(List<RuleSpec> rules, String account) {
        return of(rules, rule -> UserIdGroupPair.builder()
                .groupId(rule.peer().text())
                .userId(account)
                .description(rule.description())
                .build());
    }

    /** @param pair converts the group that a rule refers to */
    static List<IpPermission> of(List<RuleSpec> rules, Function<RuleSpec, UserIdGroupPair> pair) {
        Map<RuleTraffic, List<RuleSpec>> byTraffic = new LinkedHashMap<>();
        rules.forEach(rule -> byTraffic
                .computeIfAbsent(rule.traffic(), traffic -> new ArrayList<>())
                .add(rule));
        return byTraffic.entrySet().stream()
                .map(entry -> permission(entry.getKey(), entry.getValue(), pair))
                .toList();
    }

    private static IpPermission permission(
            RuleTraffic traffic, List<RuleSpec> rules, Function<RuleSpec, UserIdGroupPair> pair) {
        List<IpRange> ranges = new ArrayList<>();
        List<Ipv6Range> ipv6Ranges = new ArrayList<>();
        List<PrefixListId> prefixLists = new ArrayList<>();
        List<UserIdGroupPair> pairs = new ArrayList<>();
        for (RuleSpec rule : rules) {
            String text = rule.peer().text();
            if (rule.peer() instanceof RulePeer.Group) {
                pairs.add(pair.apply(rule));
            } else if (rule.peer() instanceof RulePeer.PrefixList) {
                prefixLists.add(PrefixListId.builder()
                        .prefixListId(text)
                        .description(rule.description())
                        .build());
            } else if (rule.peer() instanceof RulePeer.Range range
                    && range.cidr().v4()) {
                ranges.add(IpRange.builder()
                        .cidrIp(text)
                        .description(rule.description())
                        .build());
            } else {
                ipv6Ranges.add(Ipv6Range.builder()
                        .cidrIpv6(text)
                        .description(rule.description())
                        .build());
            }
        }
        return IpPermission.builder()
                .ipProtocol(traffic.protocolName())
                .fromPort(traffic.hasPorts() ? traffic.from() : null)
                .toPort(traffic.hasPorts() ? traffic.to() : null)
                .ipRanges(ranges)
                .ipv6Ranges(ipv6Ranges)
                .prefixListIds(prefixLists)
                .userIdGroupPairs(pairs)
                .build();
    }
}
