package io.vpclocal.network.securitygroup;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.TagStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleDescription;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of security group rules. */
@Service
class SecurityGroupRuleService {

    private final SecurityGroupService groups;
    private final VpcService vpcs;
    private final RuleReader reader;
    private final RuleQuota quota;
    private final NewRules newRules;
    private final TagStore tags;

    SecurityGroupRuleService(
            SecurityGroupService groups,
            VpcService vpcs,
            RuleReader reader,
            RuleQuota quota,
            NewRules newRules,
            TagStore tags) {
        this.groups = groups;
        this.vpcs = vpcs;
        this.reader = reader;
        this.quota = quota;
        this.newRules = newRules;
        this.tags = tags;
    }

    List<SecurityGroupRuleEntity> authorize(
            Scope scope,
            String groupId,
            boolean egress,
            List<IpPermission> permissions,
            List<TagSpecification> wantedTags) {
        SecurityGroupEntity group = groups.lock(scope, groupId);
        if (permissions.isEmpty()) {
            throw SecurityGroupErrors.permissionsMissing();
        }
        List<RuleSpec> specs = reader.read(scope, permissions).stream()
                .map(spec -> reader.located(group, spec))
                .toList();
        RuleReader.requireOwners(group, permissions, specs);
        List<RuleSpec> all = specs(group, egress);
        specs.stream()
                .filter(spec -> all.stream().anyMatch(spec::sameAs))
                .findFirst()
                .ifPresent(spec -> {
                    throw SecurityGroupErrors.exists(spec);
                });
        all.addAll(specs);
        quota.requireRoom(scope, all);
        List<SecurityGroupRuleEntity> added =
                specs.stream().map(spec -> newRules.add(group, egress, spec)).toList();
        added.forEach(rule -> tags.create(scope, SecurityGroupRuleOwner.KIND, rule.id(), wantedTags));
        return added;
    }

    /** The tags of rules by rule id. */
    Map<String, List<Tag>> tags(Scope scope, List<SecurityGroupRuleEntity> of) {
        return tags.of(scope, of.stream().map(SecurityGroupRuleEntity::id).toList());
    }

    /**
     * The result of a revocation.
     *
     * @param unknown rules that the group does not have; always empty outside the default VPC
     */
    record Revoked(List<SecurityGroupRuleEntity> rules, List<RuleSpec> unknown) {}

    Revoked revoke(Scope scope, String groupId, boolean egress, List<IpPermission> permissions, List<String> ruleIds) {
        SecurityGroupEntity group = groups.lock(scope, groupId);
        if (permissions.isEmpty() && ruleIds.isEmpty()) {
            throw SecurityGroupErrors.permissionsOrIdsMissing();
        }
        if (!permissions.isEmpty() && !ruleIds.isEmpty()) {
            throw Ec2Errors.notTogether("ipPermissions", "securityGroupRuleIds");
        }
        Revoked revoked = permissions.isEmpty()
                ? new Revoked(byIds(group, egress, ruleIds), List.of())
                : bySpecs(group, egress, reader.read(scope, permissions));
        revoked.rules().forEach(rule -> {
            tags.forget(scope, rule.id());
            group.remove(rule);
        });
        return revoked;
    }

    void modify(Scope scope, String groupId, List<SecurityGroupRuleUpdate> updates) {
        SecurityGroupEntity group = groups.lock(scope, groupId);
        Map<SecurityGroupRuleEntity, RuleSpec> changes = new LinkedHashMap<>();
        for (SecurityGroupRuleUpdate update : requireAny(updates, "securityGroupRules")) {
            String id = require(update.securityGroupRuleId(), "securityGroupRuleId");
            SecurityGroupRuleEntity rule = byId(group.rules(), id);
            RuleSpec wanted = RuleReader.read(require(update.securityGroupRule(), "securityGroupRule"));
            requireSameType(rule.peer(), wanted.peer());
            RuleSpec spec = reader.located(group, wanted);
            if (changes.put(rule, spec) != null) {
                throw SecurityGroupErrors.ruleIdRepeated(id);
            }
        }
        requireConsistent(group, changes, false);
        requireConsistent(group, changes, true);
        changes.forEach(SecurityGroupRuleEntity::change);
    }

    /** Replaces the descriptions of rules in either request form. An omitted description is removed. */
    void describe(
            Scope scope,
            String groupId,
            boolean egress,
            List<IpPermission> permissions,
            List<SecurityGroupRuleDescription> descriptions) {
        SecurityGroupEntity group = groups.lock(scope, groupId);
        if (permissions.isEmpty() && descriptions.isEmpty()) {
            throw SecurityGroupErrors.permissionsMissing();
        }
        if (!permissions.isEmpty() && !descriptions.isEmpty()) {
            throw Ec2Errors.notTogether("ipPermissions", "securityGroupRuleDescriptions");
        }
        for (RuleSpec spec : reader.read(scope, permissions)) {
            bySpec(group, egress, spec)
                    .orElseThrow(SecurityGroupErrors::ruleNotFound)
                    .describe(spec.description());
        }
        for (SecurityGroupRuleDescription wanted : descriptions) {
            byId(group.rules(egress), require(wanted.securityGroupRuleId(), "securityGroupRuleId"))
                    .describe(RuleReader.description(wanted.description()));
        }
    }

    private Revoked bySpecs(SecurityGroupEntity group, boolean egress, List<RuleSpec> specs) {
        List<SecurityGroupRuleEntity> rules = new ArrayList<>();
        List<RuleSpec> unknown = new ArrayList<>();
        for (RuleSpec spec : specs) {
            bySpec(group, egress, spec).ifPresentOrElse(rules::add, () -> unknown.add(spec));
        }
        if (!unknown.isEmpty() && !inDefaultVpc(group)) {
            throw SecurityGroupErrors.ruleNotFound();
        }
        return new Revoked(rules, unknown);
    }

    private boolean inDefaultVpc(SecurityGroupEntity group) {
        return vpcs.find(group.scope(), group.vpcId()).map(VpcEntity::isDefault).orElse(false);
    }

    private static void requireSameType(RulePeer from, RulePeer to) {
        boolean sameType = from instanceof RulePeer.Range a && to instanceof RulePeer.Range b
                ? a.cidr().v4() == b.cidr().v4()
                : from.getClass() == to.getClass();
        if (!sameType) {
            throw SecurityGroupErrors.peerTypeChanged(from, to);
        }
    }

    /** Checks the resulting rules of one direction for duplicates and the quota. */
    private void requireConsistent(
            SecurityGroupEntity group, Map<SecurityGroupRuleEntity, RuleSpec> changes, boolean egress) {
        List<RuleSpec> changed = new ArrayList<>();
        List<RuleSpec> all = new ArrayList<>();
        for (SecurityGroupRuleEntity rule : group.rules(egress)) {
            RuleSpec spec = changes.get(rule);
            if (spec != null) {
                changed.add(spec);
            } else {
                all.add(rule.spec());
            }
        }
        RuleReader.requireDistinct(changed);
        for (RuleSpec spec : changed) {
            if (all.stream().anyMatch(spec::sameAs)) {
                throw SecurityGroupErrors.exists(spec);
            }
        }
        all.addAll(changed);
        quota.requireRoom(group.scope(), all);
    }

    private static List<RuleSpec> specs(SecurityGroupEntity group, boolean egress) {
        List<RuleSpec> specs = new ArrayList<>();
        group.rules(egress).forEach(rule -> specs.add(rule.spec()));
        return specs;
    }

    private static Optional<SecurityGroupRuleEntity> bySpec(SecurityGroupEntity group, boolean egress, RuleSpec spec) {
        return group.rules(egress).stream()
                .filter(rule -> rule.spec().sameAs(spec))
                .findFirst();
    }

    private static List<SecurityGroupRuleEntity> byIds(SecurityGroupEntity group, boolean egress, List<String> ids) {
        List<SecurityGroupRuleEntity> rules = group.rules(egress);
        return ids.stream().distinct().map(id -> byId(rules, id)).toList();
    }

    private static SecurityGroupRuleEntity byId(List<SecurityGroupRuleEntity> rules, String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SecurityGroupRuleOwner.KIND.missing(id));
    }
}
