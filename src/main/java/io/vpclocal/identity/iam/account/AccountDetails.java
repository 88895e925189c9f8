package io.vpclocal.identity.iam.account;

import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.identity.iam.attachment.AttachedPolicies;
import io.vpclocal.identity.iam.group.GroupEntity;
import io.vpclocal.identity.iam.group.Groups;
import io.vpclocal.identity.iam.policy.PolicyHolderEntity;
import io.vpclocal.identity.iam.policy.PolicyHolders;
import io.vpclocal.identity.iam.policy.PolicyTexts;
import io.vpclocal.identity.iam.policy.PolicyUse;
import io.vpclocal.identity.iam.policy.PolicyViews;
import io.vpclocal.identity.iam.role.InstanceProfiles;
import io.vpclocal.identity.iam.role.RoleEntity;
import io.vpclocal.identity.iam.role.RoleWire;
import io.vpclocal.identity.iam.role.Roles;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.iam.user.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** Everything that decides permissions in an account, in pages that cut across users, groups, roles and policies. */
@Component
class AccountDetails {

    private final Users users;
    private final Groups groups;
    private final Roles roles;
    private final PolicyHolders holders;
    private final InstanceProfiles profiles;
    private final PolicyViews views;
    private final IamPages pages;
    private final RoleWire wire;

    AccountDetails(
            Users users,
            Groups groups,
            Roles roles,
            PolicyHolders holders,
            InstanceProfiles profiles,
            PolicyViews views,
            IamPages pages,
            RoleWire wire) {
        this.users = users;
        this.groups = groups;
        this.roles = roles;
        this.holders = holders;
        this.profiles = profiles;
        this.views = views;
        this.pages = pages;
        this.wire = wire;
    }

    /** One thing to tell of. */
    private record Entry(String key, Object what) {}

    GetAccountAuthorizationDetailsResponse of(
            IamScope scope, List<String> filter, @Nullable String marker, @Nullable Integer maxItems) {
        Map<String, Long> attachments = holders.countAttachments(scope.account(), scope.partition()).stream()
                .collect(Collectors.toMap(PolicyUse::arn, PolicyUse::count));
        Map<String, Long> boundaries = holders.countBoundaries(scope.account(), scope.partition()).stream()
                .collect(Collectors.toMap(PolicyUse::arn, PolicyUse::count));
        IamPages.Slice<Entry> slice = pages.of(
                entries(scope, filter, attachments.keySet()),
                Entry::key,
                "GetAccountAuthorizationDetails\n" + scope.id() + filter,
                marker,
                maxItems);
        return slice.answer(GetAccountAuthorizationDetailsResponse.builder()
                .userDetailList(of(slice, UserEntity.class, this::user))
                .groupDetailList(of(slice, GroupEntity.class, AccountDetails::group))
                .roleDetailList(of(slice, RoleEntity.class, this::role))
                .policies(of(
                        slice,
                        PolicyViews.View.class,
                        view -> policy(
                                view.toWire(
                                                attachments.getOrDefault(view.arn(), 0L),
                                                boundaries.getOrDefault(view.arn(), 0L))
                                        .build(),
                                view.versions()))));
    }

    private List<Entry> entries(IamScope scope, List<String> filter, Set<String> attached) {
        List<Entry> entries = new ArrayList<>();
        if (wanted(filter, "Group")) {
            groups.all(scope).forEach(group -> entries.add(new Entry("group/" + IamEntity.key(group.name()), group)));
        }
        if (wanted(filter, "User")) {
            users.all(scope).forEach(user -> entries.add(new Entry("user/" + IamEntity.key(user.name()), user)));
        }
        if (wanted(filter, "Role")) {
            roles.all(scope).forEach(role -> entries.add(new Entry("role/" + IamEntity.key(role.name()), role)));
        }
        if (wanted(filter, "LocalManagedPolicy")) {
            views.all(scope, "Local").forEach(view -> entries.add(new Entry("policy/" + view.arn(), view)));
        }
        if (wanted(filter, "AWSManagedPolicy")) {
            views.all(scope, "AWS").stream()
                    .filter(view -> attached.contains(view.arn()))
                    .forEach(view -> entries.add(new Entry("policy/" + view.arn(), view)));
        }
        return entries;
    }

    private static boolean wanted(List<String> filter, String type) {
        return filter.isEmpty() || filter.contains(type);
    }

    private static <T, R> List<R> of(IamPages.Slice<Entry> slice, Class<T> type, Function<T, R> toWire) {
        return slice.items().stream()
                .map(Entry::what)
                .filter(type::isInstance)
                .map(type::cast)
                .map(toWire)
                .toList();
    }

    private UserDetail user(UserEntity user) {
        return UserDetail.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.id())
                .arn(user.arn())
                .createDate(IamWire.seconds(user.createdAt()))
                .userPolicyList(inline(user))
                .groupList(groups.findBySeqIn(user.groups()).stream()
                        .map(GroupEntity::name)
                        .sorted()
                        .toList())
                .attachedManagedPolicies(attached(user))
                .permissionsBoundary(IamWire.boundary(user.boundaryArn()))
                .tags(IamTags.toWire(user.tags()))
                .build();
    }

    private static GroupDetail group(GroupEntity group) {
        return GroupDetail.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.id())
                .arn(group.arn())
                .createDate(IamWire.seconds(group.createdAt()))
                .groupPolicyList(inline(group))
                .attachedManagedPolicies(attached(group))
                .build();
    }

    private RoleDetail role(RoleEntity role) {
        return RoleDetail.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn())
                .createDate(IamWire.seconds(role.createdAt()))
                .assumeRolePolicyDocument(wire.trustPolicy(role))
                .instanceProfileList(profiles.findByRoleSeq(role.seq()).stream()
                        .map(profile -> wire.profile(profile, role))
                        .toList())
                .rolePolicyList(inline(role))
                .attachedManagedPolicies(attached(role))
                .permissionsBoundary(IamWire.boundary(role.boundaryArn()))
                .tags(IamTags.toWire(role.tags()))
                .roleLastUsed(wire.roleInFull(role).roleLastUsed())
                .build();
    }

    private static ManagedPolicyDetail policy(Policy policy, List<PolicyVersion> versions) {
        return ManagedPolicyDetail.builder()
                .policyName(policy.policyName())
                .policyId(policy.policyId())
                .arn(policy.arn())
                .path(policy.path())
                .defaultVersionId(policy.defaultVersionId())
                .attachmentCount(policy.attachmentCount())
                .permissionsBoundaryUsageCount(policy.permissionsBoundaryUsageCount())
                .isAttachable(policy.isAttachable())
                .description(policy.description())
                .createDate(policy.createDate())
                .updateDate(policy.updateDate())
                .policyVersionList(versions)
                .build();
    }

    private static List<PolicyDetail> inline(PolicyHolderEntity holder) {
        List<PolicyDetail> details = new ArrayList<>();
        holder.inlinePolicies()
                .forEach((name, document) -> details.add(PolicyDetail.builder()
                        .policyName(name)
                        .policyDocument(PolicyTexts.encoded(document))
                        .build()));
        return details;
    }

    private static List<AttachedPolicy> attached(PolicyHolderEntity holder) {
        return holder.attachedPolicies().stream().map(AttachedPolicies::toWire).toList();
    }
}
