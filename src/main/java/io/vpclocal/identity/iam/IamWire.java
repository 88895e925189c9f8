package io.vpclocal.identity.iam;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleLastUsed;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/** What has a name, in the shapes of IAM's responses. */
@Component
class IamWire {

    private final TrustPolicies trust;
    private final LastUses lastUses;

    IamWire(TrustPolicies trust, LastUses lastUses) {
        this.trust = trust;
        this.lastUses = lastUses;
    }

    User user(UserEntity user) {
        return User.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.id())
                .arn(user.arn())
                .createDate(seconds(user.createdAt()))
                .build();
    }

    /** As GetUser and CreateUser show it: with boundary and tags. */
    User userInFull(UserEntity user) {
        return user(user).toBuilder()
                .permissionsBoundary(boundary(user))
                .tags(tags(user))
                .build();
    }

    Group group(GroupEntity group) {
        return Group.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.id())
                .arn(group.arn())
                .createDate(seconds(group.createdAt()))
                .build();
    }

    /** As lists show it. */
    Role role(RoleEntity role) {
        return roleInBrief(role).toBuilder()
                .maxSessionDuration(role.maxSessionSeconds())
                .build();
    }

    /** As UpdateRoleDescription and instance profiles show it: without the length of its sessions (recorded from AWS). */
    Role roleInBrief(RoleEntity role) {
        return Role.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn())
                .createDate(seconds(role.createdAt()))
                .assumeRolePolicyDocument(trustPolicy(role))
                .description(role.description())
                .build();
    }

    /**
     * As CreateRole shows it: with boundary and tags, the trust policy as it was sent, and no description (recorded from
     * AWS).
     */
    Role roleAsCreated(RoleEntity role, String trustPolicy) {
        return roleInBrief(role).toBuilder()
                .assumeRolePolicyDocument(PolicyTexts.encoded(trustPolicy))
                .description(null)
                .permissionsBoundary(boundary(role))
                .tags(tags(role))
                .build();
    }

    /** As GetRole shows it: with boundary, tags and last use. */
    Role roleInFull(RoleEntity role) {
        RoleLastUsed used = lastUses.of(role.id())
                .map(use -> RoleLastUsed.builder()
                        .lastUsedDate(seconds(use.at()))
                        .region(use.region())
                        .build())
                .orElseGet(() -> RoleLastUsed.builder().build());
        return role(role).toBuilder()
                .permissionsBoundary(boundary(role))
                .tags(tags(role))
                .roleLastUsed(used)
                .build();
    }

    String trustPolicy(RoleEntity role) {
        return PolicyTexts.encoded(trust.show(role.trustPolicy()));
    }

    InstanceProfile profile(InstanceProfileEntity profile, @Nullable RoleEntity role) {
        return InstanceProfile.builder()
                .path(profile.path())
                .instanceProfileName(profile.name())
                .instanceProfileId(profile.id())
                .arn(profile.arn())
                .createDate(seconds(profile.createdAt()))
                .roles(role == null ? List.of() : List.of(roleInBrief(role)))
                .tags(tags(profile))
                .build();
    }

    static @Nullable AttachedPermissionsBoundary boundary(PolicyHolderEntity holder) {
        String arn = holder.boundaryArn();
        return arn == null
                ? null
                : AttachedPermissionsBoundary.builder()
                        .permissionsBoundaryType("Policy")
                        .permissionsBoundaryArn(arn)
                        .build();
    }

    /** Null if there are none: IAM leaves an empty list of tags out. */
    static @Nullable List<Tag> tags(IamEntity entity) {
        Map<String, String> tags = entity.tags();
        return tags.isEmpty() ? null : IamTags.toWire(tags);
    }

    /** IAM's times are whole seconds. */
    static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
