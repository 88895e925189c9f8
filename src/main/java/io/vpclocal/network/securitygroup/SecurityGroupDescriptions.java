package io.vpclocal.network.securitygroup;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GetSecurityGroupsForVpcRequest;

/** The Describe actions of security groups, with all filters of the API. */
@Component
class SecurityGroupDescriptions {

    private static final Describe<SecurityGroupRuleEntity> RULES = Describe.<SecurityGroupRuleEntity>filters()
            .column("group-id", "groupId", SecurityGroupRuleEntity::groupId)
            .column("security-group-rule-id", "resourceId", SecurityGroupRuleEntity::id)
            .tags()
            .maxResults(MaxResults.quoted(5, 1000))
            .idsExcludePaging("securityGroupRuleIds")
            .build();

    private static final String GROUP_NAME = "group-name";
    private static final Describe<SecurityGroupEntity> DESCRIBE = describe(Map.of());
    private static final Describe<SecurityGroupEntity> FOR_VPC = forVpc();

    private final Describer describer;
    private final SecurityGroups groups;
    private final SecurityGroupService service;
    private final SecurityGroupVpcService associations;

    SecurityGroupDescriptions(
            Describer describer,
            SecurityGroups groups,
            SecurityGroupService service,
            SecurityGroupVpcService associations) {
        this.describer = describer;
        this.groups = groups;
        this.service = service;
        this.associations = associations;
    }

    Page<SecurityGroupEntity> describe(Scope scope, DescribeSecurityGroupsRequest request) {
        List<String> ids = new ArrayList<>(request.groupIds());
        ids.addAll(service.idsOf(scope, request.groupNames()));
        return page(filters(scope, request), scope, ids, request.filters(), request.maxResults(), request.nextToken());
    }

    /** The groups of a VPC, and those of others that are associated with it. */
    Page<SecurityGroupEntity> forVpc(Scope scope, GetSecurityGroupsForVpcRequest request) {
        List<SecurityGroupEntity> all = new ArrayList<>(service.ofVpc(scope, request.vpcId()));
        all.addAll(associations.associatedWith(scope, request.vpcId()));
        all.sort(Comparator.comparingLong(SecurityGroupEntity::seq));
        return describer.page(
                FOR_VPC,
                all,
                SecurityGroupEntity::id,
                "GetSecurityGroupsForVpc " + request.vpcId(),
                scope,
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    Page<SecurityGroupRuleEntity> rules(Scope scope, DescribeSecurityGroupRulesRequest request) {
        request.filters().stream()
                .filter(filter -> "group-id".equals(filter.name()))
                .flatMap(filter -> filter.values().stream())
                .filter(id -> !id.contains("*") && !id.contains("?") && !SecurityGroupService.KIND.wellFormed(id))
                .findFirst()
                .ifPresent(id -> {
                    throw SecurityGroupErrors.malformedInFilter(id);
                });
        return describer.page(
                RULES,
                SecurityGroupRuleEntity.class,
                SecurityGroupRuleOwner.KIND,
                scope,
                request.securityGroupRuleIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    /** Rules store group ids. Only filters by group name read all names. */
    private Describe<SecurityGroupEntity> filters(Scope scope, DescribeSecurityGroupsRequest request) {
        boolean byName = request.filters().stream()
                .anyMatch(filter -> filter.name() != null && filter.name().endsWith("ip-permission." + GROUP_NAME));
        return byName
                ? describe(groups.findAll(scope).stream()
                        .collect(Collectors.toMap(SecurityGroupEntity::id, SecurityGroupEntity::name)))
                : DESCRIBE;
    }

    private Page<SecurityGroupEntity> page(
            Describe<SecurityGroupEntity> what,
            Scope scope,
            List<String> ids,
            List<Filter> filters,
            @Nullable Integer maxResults,
            @Nullable String nextToken) {
        return describer.page(
                what, SecurityGroupEntity.class, SecurityGroupService.KIND, scope, ids, filters, maxResults, nextToken);
    }

    private static Describe.Builder<SecurityGroupEntity> common() {
        return Describe.<SecurityGroupEntity>filters()
                .column("group-id", "resourceId", SecurityGroupEntity::id)
                .column(GROUP_NAME, "name", SecurityGroupEntity::name)
                .column("description", "description", SecurityGroupEntity::description)
                .column("owner-id", "account", SecurityGroupEntity::account);
    }

    private static Describe<SecurityGroupEntity> forVpc() {
        return common().column("primary-vpc-id", "vpcId", SecurityGroupEntity::vpcId)
                .tags()
                .maxResults(MaxResults.classic(5, 1000))
                .build();
    }

    private static Describe<SecurityGroupEntity> describe(Map<String, String> namesById) {
        Describe.Builder<SecurityGroupEntity> filters =
                common().column("vpc-id", "vpcId", SecurityGroupEntity::vpcId).tags();
        addRuleFilters(filters, "ip-permission.", false, namesById);
        addRuleFilters(filters, "egress.ip-permission.", true, namesById);
        return filters.maxResults(MaxResults.classic(5, 1000))
                .idsExcludePaging("securityGroupIdSet")
                .build();
    }

    private static void addRuleFilters(
            Describe.Builder<SecurityGroupEntity> filters,
            String prefix,
            boolean egress,
            Map<String, String> namesById) {
        add(filters, prefix + "protocol", egress, rule -> rule.traffic().protocolName());
        add(
                filters,
                prefix + "from-port",
                egress,
                rule -> port(rule, rule.traffic().from()));
        add(
                filters,
                prefix + "to-port",
                egress,
                rule -> port(rule, rule.traffic().to()));
        add(filters, prefix + "cidr", egress, rule -> cidr(rule, true));
        add(filters, prefix + "ipv6-cidr", egress, rule -> cidr(rule, false));
        add(
                filters,
                prefix + "prefix-list-id",
                egress,
                rule -> rule.peer() instanceof RulePeer.PrefixList list ? list.id() : null);
        add(filters, prefix + "group-id", egress, SecurityGroupDescriptions::groupId);
        add(filters, prefix + "user-id", egress, SecurityGroupDescriptions::owner);
        add(
                filters,
                prefix + GROUP_NAME,
                egress,
                rule -> namesById.get(rule.peer().text()));
    }

    private static void add(
            Describe.Builder<SecurityGroupEntity> filters,
            String name,
            boolean egress,
            Function<SecurityGroupRuleEntity, @Nullable Object> value) {
        filters.filter(name, group -> group.rules(egress).stream()
                .map(value)
                .filter(Objects::nonNull)
                .toList());
    }

    private static @Nullable Object port(SecurityGroupRuleEntity rule, int port) {
        return rule.traffic().hasPorts() ? port : null;
    }

    private static @Nullable Object cidr(SecurityGroupRuleEntity rule, boolean v4) {
        return rule.peer() instanceof RulePeer.Range range && range.cidr().v4() == v4 ? range.cidr() : null;
    }

    private static @Nullable Object owner(SecurityGroupRuleEntity rule) {
        PeerGroup behind = rule.behind();
        return groupId(rule) == null ? null : behind == null ? rule.account() : behind.account();
    }

    private static @Nullable String groupId(SecurityGroupRuleEntity rule) {
        return rule.peer() instanceof RulePeer.Group group ? group.id() : null;
    }
}
