package io.vpclocal.network.securitygroup;

import io.vpclocal.network.RuleTraffic;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Finds, creates, and deletes security groups. */
@Service
public class SecurityGroupService {

    public static final ResourceKind KIND = new ResourceKind(
            "security-group", "sg", "security group", "InvalidGroup", "InvalidGroupId", ResourceKind.UNNAMED_ID);

    private final SecurityGroups groups;
    private final VpcService vpcs;
    private final NewRules newRules;
    private final TagStore tags;
    private final DependencyGuard guard;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    SecurityGroupService(
            SecurityGroups groups,
            VpcService vpcs,
            NewRules newRules,
            TagStore tags,
            DependencyGuard guard,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        this.groups = groups;
        this.vpcs = vpcs;
        this.newRules = newRules;
        this.tags = tags;
        this.guard = guard;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws AwsException {@code InvalidGroup.NotFound} or {@code InvalidGroupId.Malformed} */
    public SecurityGroupEntity require(Scope scope, String id) {
        return groups.find(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    /**
     * The groups in the order of their ids, each once, read together.
     *
     * @throws AwsException {@code InvalidGroup.NotFound}, naming all that do not exist, or {@code InvalidGroupId.Malformed}
     */
    public List<SecurityGroupEntity> requireAll(Scope scope, Collection<String> groupIds) {
        Set<String> wanted = new LinkedHashSet<>(groupIds);
        wanted.stream().filter(id -> !KIND.wellFormed(id)).findFirst().ifPresent(id -> {
            throw KIND.malformed(id);
        });
        Map<String, SecurityGroupEntity> found = new LinkedHashMap<>();
        groups.findAll(scope, wanted).forEach(group -> found.put(group.id(), group));
        List<String> missing =
                wanted.stream().filter(id -> !found.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            throw KIND.notFound(missing);
        }
        return wanted.stream().map(found::get).toList();
    }

    public Optional<SecurityGroupEntity> find(Scope scope, String id) {
        return groups.find(scope, id);
    }

    /** The groups that exist, in the order of creation, read together. */
    public List<SecurityGroupEntity> findAll(Scope scope, Collection<String> groupIds) {
        return groups.findAll(scope, groupIds);
    }

    /** The default group of a VPC; every VPC has one. */
    public SecurityGroupEntity defaultOf(Scope scope, String vpcId) {
        return groups.findDefault(vpcId)
                .filter(group -> group.scope().equals(scope))
                .orElseThrow(() -> VpcService.KIND.missing(vpcId));
    }

    /** All groups in the order of creation. */
    public List<SecurityGroupEntity> findAll(Scope scope) {
        return groups.findAll(scope);
    }

    /** All groups of a VPC in the order of creation. */
    public List<SecurityGroupEntity> ofVpc(Scope scope, String vpcId) {
        return groups.findByVpc(vpcId).stream()
                .filter(group -> group.scope().equals(scope))
                .toList();
    }

    SecurityGroupEntity create(
            Scope scope, @Nullable String vpcId, String name, String description, List<TagSpecification> wantedTags) {
        requireName(name);
        requireText("GroupDescription", description);
        VpcEntity vpc = vpcs.lock(scope, vpcId == null ? defaultVpc(scope).id() : vpcId);
        if (!groups.findByNames(vpc.id(), Set.of(SecurityGroupEntity.nameKey(name)))
                .isEmpty()) {
            throw SecurityGroupErrors.nameTaken(name, vpc.id());
        }
        quotas.requireRoom(
                () -> groups.count(scope),
                SecurityGroupLimits.GROUPS_PER_REGION,
                "SecurityGroupLimitExceeded",
                "The maximum number of security groups has been reached.");
        SecurityGroupEntity group = make(vpc, name, description);
        tags.create(scope, KIND, group.id(), wantedTags);
        return group;
    }

    /**
     * Creates a group that allows all outbound traffic. The default group also allows inbound traffic from its members.
     */
    SecurityGroupEntity make(VpcEntity vpc, String name, String description) {
        SecurityGroupEntity group =
                groups.save(new SecurityGroupEntity(vpc, ids.next("sg"), clock.instant(), name, description));
        if (group.isDefault()) {
            newRules.add(group, false, new RuleSpec(RuleTraffic.ALL, new RulePeer.Group(group.id())));
        }
        newRules.add(group, true, NewRules.ANYWHERE_V4);
        if (!vpc.ipv6Cidrs().isEmpty()) {
            newRules.add(group, true, NewRules.ANYWHERE_V6);
        }
        return group;
    }

    void delete(Scope scope, String id) {
        SecurityGroupEntity group = lock(scope, id);
        if (group.isDefault()) {
            throw SecurityGroupErrors.isDefault(group);
        }
        if (guard.used(scope, id)) {
            throw SecurityGroupErrors.inUse(id);
        }
        remove(group);
    }

    void remove(SecurityGroupEntity group) {
        group.rules().forEach(rule -> tags.forget(group.scope(), rule.id()));
        tags.forget(group.scope(), group.id());
        groups.delete(group);
    }

    /** Finds a group and locks its VPC, so that changes are serialized. */
    SecurityGroupEntity lock(Scope scope, String id) {
        String vpcId = groups.findVpcId(scope.account(), scope.region(), id).orElseThrow(() -> KIND.missing(id));
        vpcs.lock(scope, vpcId);
        return require(scope, id);
    }

    /** The id of the group that a request names by id, or by name in the default VPC. */
    String idOf(Scope scope, @Nullable String groupId, @Nullable String groupName) {
        if (groupId != null && !groupId.isEmpty()) {
            return groupId;
        }
        if (groupName == null || groupName.isEmpty()) {
            throw SecurityGroupErrors.groupMissing();
        }
        return idsOf(scope, List.of(groupName)).get(0);
    }

    /** The ids of groups of the default VPC, in the order of their names. */
    List<String> idsOf(Scope scope, List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        VpcEntity vpc = vpcs.findDefault(scope).orElseThrow(() -> SecurityGroupErrors.nameNotFound(names.get(0)));
        Map<String, String> idsByName =
                groups
                        .findByNames(
                                vpc.id(),
                                names.stream().map(SecurityGroupEntity::nameKey).toList())
                        .stream()
                        .collect(Collectors.toMap(
                                group -> SecurityGroupEntity.nameKey(group.name()), SecurityGroupEntity::id));
        List<String> found = new ArrayList<>();
        for (String name : names) {
            String id = idsByName.get(SecurityGroupEntity.nameKey(name));
            if (id == null) {
                throw SecurityGroupErrors.nameNotFound(name, vpc.id());
            }
            found.add(id);
        }
        return found;
    }

    private VpcEntity defaultVpc(Scope scope) {
        return vpcs.findDefault(scope).orElseThrow(SecurityGroupErrors::noDefaultVpc);
    }

    private static void requireName(String name) {
        if (SecurityGroupEntity.nameKey(name).equals(SecurityGroupLimits.DEFAULT_NAME)) {
            throw SecurityGroupErrors.nameReserved(name);
        }
        if (SecurityGroupEntity.nameKey(name).startsWith("sg-")) {
            throw SecurityGroupErrors.nameLikeId(name);
        }
        requireText("GroupName", name);
    }

    private static void requireText(String parameter, String value) {
        if (value.chars().anyMatch(c -> c > 127)) {
            throw SecurityGroupErrors.notAscii(parameter, value);
        }
        if (!SecurityGroupLimits.TEXT.matcher(value).matches()) {
            throw SecurityGroupErrors.badGroupText(parameter, value);
        }
    }
}
