package io.vpclocal.identity.evaluation;

import io.vpclocal.identity.ForwardedCallPolicies;
import io.vpclocal.identity.access.CallOrigin;
import io.vpclocal.identity.access.GlobalKeys;
import io.vpclocal.identity.caller.IdentityProperties;
import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.iam.directory.CompiledPolicies;
import io.vpclocal.identity.policy.Decision;
import io.vpclocal.identity.policy.Evaluator;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocumentProblem;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyType;
import io.vpclocal.identity.policy.RequestContext;
import io.vpclocal.identity.policy.StatementMatch;
import io.vpclocal.protocol.AccessDecision;
import io.vpclocal.protocol.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Combines the policies of caller, resource and endpoint and evaluates them. */
@Component
class ForwardedCallEvaluation implements ForwardedCallPolicies {

    private final CompiledPolicies documents;
    private final CompiledEndpointPolicies endpoints;
    private final IdentityProperties.Mode mode;

    ForwardedCallEvaluation(
            CompiledPolicies documents, CompiledEndpointPolicies endpoints, IdentityProperties properties) {
        this.documents = documents;
        this.endpoints = endpoints;
        this.mode = properties.mode();
    }

    @Override
    public List<AccessDecision> decide(Question question) {
        if (mode == IdentityProperties.Mode.OFF) {
            return List.of();
        }
        List<AccessDecision> decisions = new ArrayList<>();
        during(question.through(), question.sourceIp(), () -> question.permissions()
                .forEach(permission -> decisions.add(decide(question, permission))));
        return decisions;
    }

    @Override
    public <E extends Exception> void during(@Nullable Through through, @Nullable String sourceIp, Work<E> work)
            throws E {
        CallOrigin.set(origin(through, sourceIp));
        try {
            work.run();
        } finally {
            CallOrigin.set(CallOrigin.OUTSIDE);
        }
    }

    private CallOrigin origin(@Nullable Through through, @Nullable String sourceIp) {
        if (through == null) {
            return sourceIp == null ? CallOrigin.OUTSIDE : new CallOrigin(null, null, null, sourceIp, Map.of());
        }
        return new CallOrigin(
                through.endpointId(),
                through.policy() == null ? null : endpoints.compiled(through.kind(), through.policy()),
                through.vpcId(),
                through.sourceIp(),
                through.keys());
    }

    @Override
    public boolean enforced() {
        return mode == IdentityProperties.Mode.ENFORCE;
    }

    @Override
    public void requireValidResourcePolicy(String text) {
        try {
            documents.get(PolicyDialect.RESOURCE, text);
        } catch (PolicyDocumentProblem problem) {
            throw new AwsException("MalformedPolicy", problem.message());
        }
    }

    private AccessDecision decide(Question question, Permission permission) {
        Principal principal = (Principal) question.caller();
        Decision decision =
                Evaluator.evaluate(policies(permission, principal), context(question, permission, principal));
        StatementMatch match = decision.match();
        return new AccessDecision(
                permission.action(),
                permission.resource(),
                decision.isAllowed(),
                decision.reason(permission.action()),
                match == null ? null : match.policyId(),
                match == null ? null : statement(match));
    }

    private PolicySet policies(Permission permission, Principal principal) {
        PolicySet.Builder set = principal.permissions().policies().toBuilder();
        permission
                .policies()
                .forEach(policy -> set.attach(
                        PolicyType.RESOURCE, permission.resource(), documents.get(PolicyDialect.RESOURCE, policy)));
        if (permission.primary()) {
            set.requireResourceAllow();
        }
        return CallOrigin.current().limit(set.build());
    }

    private static RequestContext context(Question question, Permission permission, Principal principal) {
        RequestContext.Builder context = GlobalKeys.of(
                        question.wire(), question.receivedAt(), question.region(), principal, permission.action())
                .resource(permission.resource());
        permission.keys().forEach((name, values) -> {
            if (values.size() == 1 && !name.endsWith("TagKeys") && !name.endsWith("LeadingKeys")) {
                context.key(name, values.get(0));
            } else {
                context.keys(name, values);
            }
        });
        String owner = permission.owner() == null ? principal.account() : permission.owner();
        if (permission.owner() != null) {
            context.resourceAccount(permission.owner());
        }
        context.key("aws:ResourceAccount", owner);
        return context.build();
    }

    private static String statement(StatementMatch match) {
        String sid = match.statement().sid();
        return sid == null ? "Statement." + (match.statement().index() + 1) : sid;
    }
}
