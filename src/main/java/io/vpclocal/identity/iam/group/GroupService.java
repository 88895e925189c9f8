package io.vpclocal.identity.iam.group;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.iam.user.UserService;
import io.vpclocal.identity.iam.user.Users;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The rules of groups. */
@Service
class GroupService {

    private final Groups groups;
    private final Users users;
    private final UserService userService;
    private final IamAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    GroupService(Groups groups, Users users, UserService userService, IamAccounts accounts, Ids ids, Clock clock) {
        this.groups = groups;
        this.users = users;
        this.userService = userService;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    GroupEntity create(IamScope scope, String path, String name) {
        accounts.change(scope);
        requireFree(scope, name);
        if (groups.count(scope) >= IamLimits.GROUPS) {
            throw IamErrors.quota("GroupsPerAccount", IamLimits.GROUPS);
        }
        return groups.save(new GroupEntity(scope, "AGPA" + ids.upper(17), path, name, clock.instant()));
    }

    GroupEntity require(IamScope scope, @Nullable String name) {
        String given = IamParams.name(name, "groupName");
        return groups.find(scope, given).orElseThrow(() -> IamErrors.notFound(IamKind.GROUP, given));
    }

    void rename(IamScope scope, @Nullable String name, @Nullable String newPath, @Nullable String newName) {
        accounts.change(scope);
        require(scope, name).rename(newPath, newName, free -> requireFree(scope, free));
    }

    void delete(IamScope scope, @Nullable String name) {
        accounts.change(scope);
        GroupEntity group = require(scope, name);
        if (!users.findMembers(group.seq()).isEmpty()) {
            throw IamErrors.cannotDelete("remove users from group");
        }
        UserService.requireNoPolicies(group);
        groups.delete(group);
    }

    /** Who is in the group already stays in it. */
    void add(IamScope scope, @Nullable String groupName, @Nullable String userName) {
        accounts.change(scope);
        GroupEntity group = require(scope, groupName);
        UserEntity user = userService.require(scope, userName);
        if (user.groups().size() >= IamLimits.GROUPS_PER_USER && !user.groups().contains(group.seq())) {
            throw IamErrors.quota("GroupsPerUser", IamLimits.GROUPS_PER_USER);
        }
        user.groups().add(group.seq());
    }

    void remove(IamScope scope, @Nullable String groupName, @Nullable String userName) {
        accounts.change(scope);
        GroupEntity group = require(scope, groupName);
        UserEntity user = userService.require(scope, userName);
        if (!user.groups().remove(group.seq())) {
            throw IamErrors.userNotInGroup(user.name(), group.name());
        }
    }

    private void requireFree(IamScope scope, String name) {
        if (groups.find(scope, name).isPresent()) {
            throw IamErrors.alreadyExists(IamKind.GROUP, name);
        }
    }
}
