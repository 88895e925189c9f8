package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.identity.iam.policy.Policies;
import io.vpclocal.identity.iam.policy.PolicyHolderEntity;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.iam.model.Tag;

/** The rules of users. */
@Service
public class UserService {

    private final Users users;
    private final AccessKeyRows keys;
    private final Policies policies;
    private final ObjectProvider<UserDependents> dependents;
    private final IamAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    UserService(
            Users users,
            AccessKeyRows keys,
            Policies policies,
            ObjectProvider<UserDependents> dependents,
            IamAccounts accounts,
            Ids ids,
            Clock clock) {
        this.users = users;
        this.keys = keys;
        this.policies = policies;
        this.dependents = dependents;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    UserEntity create(IamScope scope, String path, String name, @Nullable String boundary, List<Tag> tags) {
        accounts.change(scope);
        requireFree(scope, name);
        if (users.count(scope) >= IamLimits.USERS) {
            throw IamErrors.quota("UsersPerAccount", IamLimits.USERS);
        }
        UserEntity user = new UserEntity(scope, "AIDA" + ids.upper(17), path, name, clock.instant());
        if (boundary != null) {
            policies.requireBoundary(scope, IamParams.arn(scope, boundary, "permissionsBoundary"));
            user.bound(boundary);
        }
        IamTags.put(user, tags);
        return users.save(user);
    }

    public UserEntity require(IamScope scope, @Nullable String name) {
        String given = IamParams.name(name, "userName");
        return users.find(scope, given).orElseThrow(() -> IamErrors.notFound(IamKind.USER, given));
    }

    /** The user with that name. Without a name, the calling user, or null if the root user calls. */
    @Nullable
    public UserEntity requireOrCaller(Call call, @Nullable String name) {
        IamScope scope = IamScope.of(call.scope());
        if (name != null) {
            return require(scope, name);
        }
        if (call.caller().root()) {
            return null;
        }
        return users.findByUniqueId(call.caller().userId()).orElseThrow(IamErrors::userNameNeeded);
    }

    void rename(IamScope scope, @Nullable String name, @Nullable String newPath, @Nullable String newName) {
        accounts.change(scope);
        require(scope, name).rename(newPath, newName, free -> requireFree(scope, free));
    }

    void delete(IamScope scope, @Nullable String name) {
        accounts.change(scope);
        UserEntity user = require(scope, name);
        if (!user.groups().isEmpty()) {
            throw IamErrors.cannotDelete("remove users from group");
        }
        requireNoPolicies(user);
        if (!keys.findByUserSeqOrderBySeq(user.seq()).isEmpty()) {
            throw IamErrors.cannotDelete("delete access keys");
        }
        dependents.orderedStream().forEach(each -> each.requireNone(user));
        users.delete(user);
    }

    public static void requireNoPolicies(PolicyHolderEntity holder) {
        if (!holder.attachedPolicies().isEmpty()) {
            throw IamErrors.cannotDelete("detach all policies");
        }
        if (!holder.inlinePolicies().isEmpty()) {
            throw IamErrors.cannotDelete("delete policies");
        }
    }

    private void requireFree(IamScope scope, String name) {
        if (users.find(scope, name).isPresent()) {
            throw IamErrors.alreadyExists(IamKind.USER, name);
        }
    }
}
