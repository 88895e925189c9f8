package io.vpclocal.identity.iam.account;

import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.group.Groups;
import io.vpclocal.identity.iam.policy.ManagedPolicies;
import io.vpclocal.identity.iam.role.InstanceProfiles;
import io.vpclocal.identity.iam.role.Roles;
import io.vpclocal.identity.iam.user.AccessKeyRows;
import io.vpclocal.identity.iam.user.Users;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The entity counts and quotas of an account. */
@Component
class AccountSummary {

    private final Users users;
    private final Groups groups;
    private final Roles roles;
    private final ManagedPolicies policies;
    private final InstanceProfiles profiles;
    private final AccessKeyRows keys;
    private final CredentialCounts credentials;

    AccountSummary(
            Users users,
            Groups groups,
            Roles roles,
            ManagedPolicies policies,
            InstanceProfiles profiles,
            AccessKeyRows keys,
            CredentialCounts credentials) {
        this.users = users;
        this.groups = groups;
        this.roles = roles;
        this.policies = policies;
        this.profiles = profiles;
        this.keys = keys;
        this.credentials = credentials;
    }

    /** Values by the keys of GetAccountSummary. The root user has no password or certificate here. */
    Map<String, Integer> of(IamScope scope) {
        Map<String, Integer> summary = new TreeMap<>();
        summary.put("Users", (int) users.count(scope));
        summary.put("Groups", (int) groups.count(scope));
        summary.put("Roles", (int) roles.count(scope));
        summary.put("Policies", (int) policies.count(scope));
        summary.put("InstanceProfiles", (int) profiles.count(scope));
        summary.put(
                "PolicyVersionsInUse",
                policies.all(scope).stream()
                        .mapToInt(policy -> policy.versions().size())
                        .sum());
        boolean rootKeys = !keys.findOfRoot(scope.account(), scope.partition()).isEmpty();
        summary.put("AccountAccessKeysPresent", rootKeys ? 1 : 0);
        summary.put("AccountPasswordPresent", 0);
        summary.put("AccountSigningCertificatesPresent", 0);
        credentials.count(scope, summary);
        summary.put("GlobalEndpointTokenVersion", 1);
        addQuotas(summary);
        return summary;
    }

    private static void addQuotas(Map<String, Integer> summary) {
        summary.put("UsersQuota", IamLimits.USERS);
        summary.put("GroupsQuota", IamLimits.GROUPS);
        summary.put("RolesQuota", IamLimits.ROLES);
        summary.put("PoliciesQuota", IamLimits.POLICIES);
        summary.put("InstanceProfilesQuota", IamLimits.INSTANCE_PROFILES);
        summary.put("AccessKeysPerUserQuota", IamLimits.ACCESS_KEYS);
        summary.put("GroupsPerUserQuota", IamLimits.GROUPS_PER_USER);
        summary.put("AttachedPoliciesPerUserQuota", IamLimits.POLICIES_PER_USER);
        summary.put("AttachedPoliciesPerGroupQuota", IamLimits.POLICIES_PER_GROUP);
        summary.put("AttachedPoliciesPerRoleQuota", IamLimits.POLICIES_PER_ROLE);
        summary.put("UserPolicySizeQuota", IamLimits.USER_INLINE_POLICIES);
        summary.put("GroupPolicySizeQuota", IamLimits.GROUP_INLINE_POLICIES);
        summary.put("RolePolicySizeQuota", IamLimits.ROLE_INLINE_POLICIES);
        summary.put("PolicySizeQuota", IamLimits.MANAGED_POLICY);
        summary.put("VersionsPerPolicyQuota", IamLimits.POLICY_VERSIONS);
        summary.put("AssumeRolePolicySizeQuota", IamLimits.TRUST_POLICY);
        summary.put("PolicyVersionsInUseQuota", 10_000);
        summary.put("ServerCertificatesQuota", IamLimits.SERVER_CERTIFICATES);
        summary.put("SigningCertificatesPerUserQuota", IamLimits.SIGNING_CERTIFICATES);
    }
}
