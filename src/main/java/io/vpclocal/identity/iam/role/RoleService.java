package io.vpclocal.identity.iam.role;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.lastuse.LastUses;
import io.vpclocal.identity.iam.policy.Policies;
import io.vpclocal.identity.iam.user.UserService;
import io.vpclocal.identity.policy.ServicePrincipals;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The rules of roles. */
@Service
public class RoleService {

    private final Roles roles;
    private final InstanceProfiles profiles;
    private final TrustPolicies trust;
    private final Policies policies;
    private final LastUses lastUses;
    private final IamAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    RoleService(
            Roles roles,
            InstanceProfiles profiles,
            TrustPolicies trust,
            Policies policies,
            LastUses lastUses,
            IamAccounts accounts,
            Ids ids,
            Clock clock) {
        this.roles = roles;
        this.profiles = profiles;
        this.trust = trust;
        this.policies = policies;
        this.lastUses = lastUses;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    RoleEntity create(IamScope scope, String path, String name, String trustPolicy) {
        accounts.change(scope);
        if (path.startsWith(RoleEntity.SERVICE_LINKED_PATH) || path.startsWith(RoleEntity.RESERVED_PATH)) {
            throw IamErrors.reservedPath(path);
        }
        return store(scope, path, name, trustPolicy);
    }

    /** Creates a service-linked role, for example {@code AWSServiceRoleForVPCFlowLogs}. */
    RoleEntity createServiceLinked(IamScope scope, String service, @Nullable String suffix) {
        accounts.change(scope);
        if (!ServicePrincipals.isKnown(service)) {
            throw IamErrors.invalidServiceName(service);
        }
        ServiceLinkedRoles.Linked linked = ServiceLinkedRoles.of(service);
        boolean suffixed = suffix != null && !suffix.isEmpty();
        if (suffixed && !linked.takesSuffix()) {
            throw IamErrors.suffixNotAllowed(service);
        }
        String name = linked.name(suffix);
        if (roles.find(scope, name).isPresent()) {
            throw IamErrors.suffixTaken(name);
        }
        RoleEntity role = store(scope, RoleEntity.SERVICE_LINKED_PATH + service + "/", name, linked.trustPolicy());
        linked.policyArns(scope.partition()).forEach(role::attach);
        return role;
    }

    public RoleEntity require(IamScope scope, @Nullable String name) {
        String given = IamParams.name(name, "roleName");
        return roles.find(scope, given).orElseThrow(() -> IamErrors.notFound(IamKind.ROLE, given));
    }

    /** The role, for a change. Service-linked roles cannot be changed. */
    public RoleEntity change(IamScope scope, @Nullable String name) {
        RoleEntity role = changeDescription(scope, name);
        if (role.serviceLinked()) {
            throw IamErrors.protectedRole(role.name());
        }
        return role;
    }

    /** The role, for a change of its description or tags, which service-linked roles allow too. */
    public RoleEntity changeDescription(IamScope scope, @Nullable String name) {
        accounts.change(scope);
        return require(scope, name);
    }

    void bound(RoleEntity role, @Nullable String policyArn) {
        if (policyArn != null) {
            policies.requireBoundary(role.scope(), IamParams.arn(role.scope(), policyArn, "permissionsBoundary"));
        }
        role.bound(policyArn);
    }

    void trust(RoleEntity role, String policy) {
        role.trust(trust.store(role.scope(), policy));
    }

    void delete(IamScope scope, @Nullable String name) {
        RoleEntity role = change(scope, name);
        if (!profiles.findByRoleSeq(role.seq()).isEmpty()) {
            throw IamErrors.cannotDelete("remove roles from instance profile");
        }
        UserService.requireNoPolicies(role);
        remove(role);
    }

    RoleEntity deleteServiceLinked(IamScope scope, @Nullable String name) {
        accounts.change(scope);
        RoleEntity role = require(scope, name);
        if (!role.serviceLinked()) {
            throw IamErrors.notFound(IamKind.ROLE, role.name());
        }
        remove(role);
        return role;
    }

    private void remove(RoleEntity role) {
        lastUses.forget(role.id());
        roles.delete(role);
    }

    private RoleEntity store(IamScope scope, String path, String name, String trustPolicy) {
        if (roles.find(scope, name).isPresent()) {
            throw IamErrors.alreadyExists(IamKind.ROLE, name);
        }
        if (roles.count(scope) >= IamLimits.ROLES) {
            throw IamErrors.quota("RolesPerAccount", IamLimits.ROLES);
        }
        String id = "AROA" + ids.upper(17);
        return roles.save(new RoleEntity(scope, id, path, name, clock.instant(), trust.store(scope, trustPolicy)));
    }
}
