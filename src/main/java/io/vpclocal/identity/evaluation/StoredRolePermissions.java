package io.vpclocal.identity.evaluation;

import io.vpclocal.identity.PolicyVerdict;
import io.vpclocal.identity.RolePermissions;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.directory.CompiledPolicies;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.policy.Decision;
import io.vpclocal.identity.policy.Evaluator;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyType;
import io.vpclocal.identity.policy.RequestContext;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Evaluates the stored policies of roles. */
@Component
class StoredRolePermissions implements RolePermissions {

    private static final String ASSUME = "sts:AssumeRole";

    private final IamDirectory directory;
    private final CompiledPolicies compiled;
    private final Clock clock;

    StoredRolePermissions(IamDirectory directory, CompiledPolicies compiled, Clock clock) {
        this.directory = directory;
        this.compiled = compiled;
        this.clock = clock;
    }

    @Override
    public PolicyVerdict trusts(String roleArn, String service, String sourceArn, String sourceAccount) {
        PolicySet.Builder policies = PolicySet.builder().require(PolicyType.ROLE_TRUST);
        role(roleArn)
                .map(IamDirectory.Holder::trustPolicy)
                .ifPresent(text ->
                        policies.attach(PolicyType.ROLE_TRUST, roleArn, compiled.get(PolicyDialect.TRUST, text)));
        RequestContext question = RequestContext.of(PolicyPrincipal.service(service), ASSUME)
                .resource(roleArn)
                .key("aws:SourceArn", sourceArn)
                .key("aws:SourceAccount", sourceAccount)
                .time(clock.instant())
                .build();
        return verdict(Evaluator.evaluate(policies.build(), question), ASSUME);
    }

    @Override
    public PolicyVerdict allows(String roleArn, String action, String resourceArn) {
        Optional<IamDirectory.Holder> found = role(roleArn);
        if (found.isEmpty()) {
            return new PolicyVerdict(false, "because no identity-based policy allows the " + action + " action");
        }
        IamDirectory.Holder role = found.get();
        PolicyPrincipal session = PolicyPrincipal.roleSession(
                role.scope().stsArn("assumed-role/" + role.name() + "/service"), role.arn(), role.id());
        RequestContext question = RequestContext.of(session, action)
                .resource(resourceArn)
                .time(clock.instant())
                .build();
        return verdict(Evaluator.evaluate(compiled.policies(role).build(), question), action);
    }

    @Override
    public boolean exists(String roleArn) {
        return role(roleArn).isPresent();
    }

    private Optional<IamDirectory.Holder> role(String arn) {
        return directory.byArn(arn).filter(holder -> holder.kind() == IamKind.ROLE);
    }

    private static PolicyVerdict verdict(Decision decision, String action) {
        return new PolicyVerdict(decision.isAllowed(), decision.reason(action));
    }
}
