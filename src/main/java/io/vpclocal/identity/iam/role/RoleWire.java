package io.vpclocal.identity.iam.role;

import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.identity.iam.lastuse.LastUses;
import io.vpclocal.identity.iam.policy.PolicyTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleLastUsed;

/** Converts roles and instance profiles to IAM's response shapes. */
@Component
public class RoleWire {

    private final TrustPolicies trust;
    private final LastUses lastUses;

    RoleWire(TrustPolicies trust, LastUses lastUses) {
        this.trust = trust;
        this.lastUses = lastUses;
    }

    /** As in lists. */
    Role role(RoleEntity role) {
        return roleInBrief(role).toBuilder()
                .maxSessionDuration(role.maxSessionSeconds())
                .build();
    }

    /** As in instance profiles: without description (recorded from AWS). */
    private Role roleInProfile(RoleEntity role) {
        return roleInBrief(role).toBuilder().description(null).build();
    }

    /** As in UpdateRoleDescription: without MaxSessionDuration (recorded from AWS). */
    Role roleInBrief(RoleEntity role) {
        return Role.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn())
                .createDate(IamWire.seconds(role.createdAt()))
                .assumeRolePolicyDocument(trustPolicy(role))
                .description(role.description())
                .build();
    }

    /** As in CreateRole: with boundary and tags, the trust policy as sent, and no description (recorded from AWS). */
    Role roleAsCreated(RoleEntity role, String trustPolicy) {
        return roleInBrief(role).toBuilder()
                .assumeRolePolicyDocument(PolicyTexts.encoded(trustPolicy))
                .description(null)
                .permissionsBoundary(IamWire.boundary(role.boundaryArn()))
                .tags(IamWire.tags(role))
                .build();
    }

    /** As in GetRole: with boundary, tags and last use. */
    public Role roleInFull(RoleEntity role) {
        RoleLastUsed used = lastUses.of(role.id())
                .map(use -> RoleLastUsed.builder()
                        .lastUsedDate(IamWire.seconds(use.at()))
                        .region(use.region())
                        .build())
                .orElseGet(() -> RoleLastUsed.builder().build());
        return role(role).toBuilder()
                .permissionsBoundary(IamWire.boundary(role.boundaryArn()))
                .tags(IamWire.tags(role))
                .roleLastUsed(used)
                .build();
    }

    public String trustPolicy(RoleEntity role) {
        return PolicyTexts.encoded(trust.show(role.trustPolicy()));
    }

    public InstanceProfile profile(InstanceProfileEntity profile, @Nullable RoleEntity role) {
        return InstanceProfile.builder()
                .path(profile.path())
                .instanceProfileName(profile.name())
                .instanceProfileId(profile.id())
                .arn(profile.arn())
                .createDate(IamWire.seconds(profile.createdAt()))
                .roles(role == null ? List.of() : List.of(roleInProfile(role)))
                .tags(IamWire.tags(profile))
                .build();
    }
}
