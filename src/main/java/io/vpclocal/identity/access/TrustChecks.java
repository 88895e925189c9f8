package io.vpclocal.identity.access;

import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.CompiledPolicies;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyType;
import io.vpclocal.protocol.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** Checks AssumeRole against the caller's policies and the role's trust policy, which must allow it. */
@Component
class TrustChecks {

    private final IamDirectory directory;
    private final CompiledPolicies compiled;
    private final IamTargets iam;
    private final ConditionKeys keys;
    private final MfaCheck mfa;

    TrustChecks(IamDirectory directory, CompiledPolicies compiled, IamTargets iam, ConditionKeys keys, MfaCheck mfa) {
        this.directory = directory;
        this.compiled = compiled;
        this.iam = iam;
        this.keys = keys;
        this.mfa = mfa;
    }

    List<Check> of(Call call, ActionRule rule, SdkPojo request) {
        RequestMembers members = new RequestMembers(request);
        String arn = members.first("RoleArn");
        if (arn == null || !IamScope.isRoleArn(arn)) {
            // The role does not exist. The action itself reports that.
            return List.of();
        }
        Target role = iam.target("role", arn);
        Map<String, List<String>> context = new LinkedHashMap<>(keys.of(call, rule, role, request));
        if (mfa.check(Principal.of(call), members.first("SerialNumber"), members.first("TokenCode"))) {
            context.put("aws:MultiFactorAuthPresent", List.of("true"));
            context.put("aws:MultiFactorAuthAge", List.of("0"));
        }
        boolean tags = !members.list("Tags").isEmpty();
        return of(rule, role, context, tags, members.first("SourceIdentity") != null, null);
    }

    /** @param federated the principal that an identity provider has proved; null if the caller itself asks */
    List<Check> of(
            ActionRule rule,
            Target role,
            Map<String, List<String>> context,
            boolean tags,
            boolean sourceIdentity,
            @Nullable Principal federated) {
        UnaryOperator<PolicySet> trust = withTrust(role.arn());
        List<String> actions = new ArrayList<>(List.of(rule.action()));
        if (tags) {
            actions.add("sts:TagSession");
        }
        if (sourceIdentity) {
            actions.add("sts:SetSourceIdentity");
        }
        return actions.stream()
                .map(action -> new Check(rule, action, action, role, true, () -> context, trust, federated))
                .toList();
    }

    /** A missing role trusts no principal, so that the error does not reveal whether a role exists. */
    private UnaryOperator<PolicySet> withTrust(String roleArn) {
        Optional<String> trust = directory
                .byArn(roleArn)
                .filter(holder -> holder.kind() == IamKind.ROLE)
                .map(IamDirectory.Holder::trustPolicy);
        return own -> {
            PolicySet.Builder policies = own.toBuilder().require(PolicyType.ROLE_TRUST);
            trust.ifPresent(
                    text -> policies.attach(PolicyType.ROLE_TRUST, roleArn, compiled.get(PolicyDialect.TRUST, text)));
            return policies.build();
        };
    }
}
