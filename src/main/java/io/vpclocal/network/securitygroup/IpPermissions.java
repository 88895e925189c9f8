package io.vpclocal.network.securitygroup;

import io.vpclocal.network.RuleTraffic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
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
        return IpPermission.builder()
                .ipProtocol(traffic.protocolName())
                .fromPort(traffic.hasPorts() ? traffic.from() : null)
                .toPort(traffic.hasPorts() ? traffic.to() : null)
                .ipRanges(peers(rules, peer -> isRange(peer, true), rule -> IpRange.builder()
                        .cidrIp(rule.peer().text())
                        .description(rule.description())
                        .build()))
                .ipv6Ranges(peers(rules, peer -> isRange(peer, false), rule -> Ipv6Range.builder()
                        .cidrIpv6(rule.peer().text())
                        .description(rule.description())
                        .build()))
                .prefixListIds(peers(rules, RulePeer.PrefixList.class::isInstance, rule -> PrefixListId.builder()
                        .prefixListId(rule.peer().text())
                        .description(rule.description())
                        .build()))
                .userIdGroupPairs(peers(rules, RulePeer.Group.class::isInstance, pair))
                .build();
    }

    private static <T> List<T> peers(List<RuleSpec> rules, Predicate<RulePeer> kind, Function<RuleSpec, T> toWire) {
        return rules.stream().filter(rule -> kind.test(rule.peer())).map(toWire).toList();
    }

    private static boolean isRange(RulePeer peer, boolean v4) {
        return peer instanceof RulePeer.Range range && range.cidr().v4() == v4;
    }
}
