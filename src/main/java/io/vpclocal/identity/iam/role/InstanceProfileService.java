package io.vpclocal.identity.iam.role;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.iam.model.Tag;

/** The rules of instance profiles. */
@Service
public class InstanceProfileService {

    private final InstanceProfiles profiles;
    private final RoleService roles;
    private final Roles roleRows;
    private final IamAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    InstanceProfileService(
            InstanceProfiles profiles, RoleService roles, Roles roleRows, IamAccounts accounts, Ids ids, Clock clock) {
        this.profiles = profiles;
        this.roles = roles;
        this.roleRows = roleRows;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    InstanceProfileEntity create(IamScope scope, String path, String name, List<Tag> tags) {
        accounts.change(scope);
        if (profiles.find(scope, name).isPresent()) {
            throw IamErrors.alreadyExists(IamKind.INSTANCE_PROFILE, name);
        }
        if (profiles.count(scope) >= IamLimits.INSTANCE_PROFILES) {
            throw IamErrors.quota("InstanceProfilesPerAccount", IamLimits.INSTANCE_PROFILES);
        }
        InstanceProfileEntity profile =
                new InstanceProfileEntity(scope, "AIPA" + ids.upper(17), path, name, clock.instant());
        IamTags.put(profile, tags);
        return profiles.save(profile);
    }

    public InstanceProfileEntity require(IamScope scope, @Nullable String name) {
        String given = IamParams.name(name, "instanceProfileName");
        return profiles.find(scope, given).orElseThrow(() -> IamErrors.notFound(IamKind.INSTANCE_PROFILE, given));
    }

    /** The profile's role; null if it has none. */
    @Nullable
    RoleEntity role(InstanceProfileEntity profile) {
        Long role = profile.roleSeq();
        return role == null ? null : roleRows.findById(role).orElseThrow();
    }

    void delete(IamScope scope, @Nullable String name) {
        accounts.change(scope);
        InstanceProfileEntity profile = require(scope, name);
        if (profile.roleSeq() != null) {
            throw IamErrors.cannotDelete("remove roles from instance profile");
        }
        profiles.delete(profile);
    }

    void add(IamScope scope, @Nullable String name, @Nullable String roleName) {
        accounts.change(scope);
        InstanceProfileEntity profile = require(scope, name);
        RoleEntity role = roles.require(scope, roleName);
        if (profile.roleSeq() != null) {
            throw IamErrors.quota("InstanceSessionsPerInstanceProfile", 1);
        }
        profile.useRole(role.seq());
    }

    void remove(IamScope scope, @Nullable String name, @Nullable String roleName) {
        accounts.change(scope);
        InstanceProfileEntity profile = require(scope, name);
        RoleEntity role = roles.require(scope, roleName);
        if (!Objects.equals(profile.roleSeq(), role.seq())) {
            throw IamErrors.roleNotInProfile(role.name(), profile.name());
        }
        profile.useRole(null);
    }
}
