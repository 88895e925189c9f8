package io.vpclocal.identity.iam.attachment;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.group.Groups;
import io.vpclocal.identity.iam.policy.PolicyHolderEntity;
import io.vpclocal.identity.iam.role.RoleEntity;
import io.vpclocal.identity.iam.role.Roles;
import io.vpclocal.identity.iam.user.Users;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds users, groups and roles by kind and name. */
@Component
public class PolicyHolderLookup {

    private final Users users;
    private final Groups groups;
    private final Roles roles;
    private final IamAccounts accounts;

    PolicyHolderLookup(Users users, Groups groups, Roles roles, IamAccounts accounts) {
        this.users = users;
        this.groups = groups;
        this.roles = roles;
        this.accounts = accounts;
    }

    public Optional<? extends PolicyHolderEntity> find(IamKind kind, IamScope scope, String name) {
        return switch (kind) {
            case USER -> users.find(scope, name);
            case GROUP -> groups.find(scope, name);
            case ROLE -> roles.find(scope, name);
            case POLICY, INSTANCE_PROFILE, OIDC_PROVIDER, SAML_PROVIDER, SERVER_CERTIFICATE, MFA_DEVICE ->
                Optional.empty();
        };
    }

    PolicyHolderEntity require(IamKind kind, IamScope scope, @Nullable String name) {
        String given = IamParams.name(name, kind.parameter());
        Optional<? extends PolicyHolderEntity> found = find(kind, scope, given);
        if (found.isEmpty()) {
            throw IamErrors.notFound(kind, given);
        }
        return found.get();
    }

    /** Like {@link #require}, for a change. Service-linked roles cannot be changed. */
    PolicyHolderEntity change(IamKind kind, IamScope scope, @Nullable String name) {
        accounts.change(scope);
        PolicyHolderEntity holder = require(kind, scope, name);
        if (holder instanceof RoleEntity role && role.serviceLinked()) {
            throw IamErrors.protectedRole(role.name());
        }
        return holder;
    }

    /** The user, group or role with this ARN. */
    public Optional<? extends PolicyHolderEntity> findByArn(String arn) {
        return findByNameIn(arn).filter(holder -> holder.arn().equals(arn));
    }

    /** The user, group or role with the name at the end of the ARN. The ARN's path is ignored. */
    public Optional<? extends PolicyHolderEntity> findByNameIn(String arn) {
        String resource = arn.substring(arn.lastIndexOf(':') + 1);
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        return IamScope.ofArn(arn).flatMap(scope -> Stream.of(IamKind.USER, IamKind.GROUP, IamKind.ROLE)
                .filter(kind -> resource.startsWith(kind.type() + "/"))
                .findFirst()
                .flatMap(kind -> find(kind, scope, name)));
    }
}
