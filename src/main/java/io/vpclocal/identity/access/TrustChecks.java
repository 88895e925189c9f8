package io.vpclocal.identity.access;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.CompiledPolicies;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyType;
import io.vpclocal.protocol.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** Checks AssumeRole against the caller's policies and the role's trust policy, which must allow it. */
@Component
class TrustChecks {

    private final IamDirectory directory;
    private final CompiledPolicies compiled;
    private final IamTargets iam;
    private final ConditionKeys keys;

    TrustChecks(IamDirectory directory, CompiledPolicies compiled, IamTargets iam, ConditionKeys keys) {
        this.directory = directory;
        this.compiled = compiled;
        this.iam = iam;
        this.keys = keys;
    }

    List<Check> of(Call call, ActionRule rule, SdkPojo request) {
        RequestMembers members = new RequestMembers(request);
        String arn = members.first("RoleArn");
        if (arn == null || !IamScope.isRoleArn(arn)) {
            // The role does not exist. The action itself reports that.
            return List.of();
        }
        Target role = iam.target("role", arn);
        Map<String, List<String>> context = keys.of(call, rule, role, request);
        UnaryOperator<PolicySet> trust = withTrust(arn);
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(rule, rule.action(), rule.action(), role, true, () -> context, trust));
        if (!members.list("Tags").isEmpty()) {
            checks.add(new Check(rule, "sts:TagSession", "sts:TagSession", role, true, () -> context, trust));
        }
        if (members.first("SourceIdentity") != null) {
            checks.add(new Check(
                    rule, "sts:SetSourceIdentity", "sts:SetSourceIdentity", role, true, () -> context, trust));
        }
        return checks;
    }

    /** A missing role trusts nobody, so that the error does not reveal whether a role exists. */
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
