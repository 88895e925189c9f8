package io.vpclocal.identity;

import io.vpclocal.identity.access.GlobalKeys;
import io.vpclocal.identity.caller.IdentityProperties;
import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.iam.CompiledPolicies;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the policies of caller, resource and endpoint together and evaluates them. */
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
        return mode == IdentityProperties.Mode.OFF
                ? List.of()
                : question.permissions().stream()
                        .map(permission -> decide(question, permission))
                        .toList();
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
                Evaluator.evaluate(policies(question, permission, principal), context(question, permission, principal));
        StatementMatch match = decision.match();
        return new AccessDecision(
                permission.action(),
                permission.resource(),
                decision.isAllowed(),
                decision.reason(permission.action()),
                match == null ? null : match.policyId(),
                match == null ? null : statement(match));
    }

    private PolicySet policies(Question question, Permission permission, Principal principal) {
        PolicySet.Builder set = principal.permissions().policies().toBuilder();
        if (permission.policy() != null) {
            set.attach(
                    PolicyType.RESOURCE,
                    permission.resource(),
                    documents.get(PolicyDialect.RESOURCE, permission.policy()));
        }
        Through through = question.through();
        if (through != null && through.policy() != null) {
            set.endpoint(through.endpointId(), endpoints.compiled(through.kind(), through.policy()));
        }
        return set.build();
    }

    private static RequestContext context(Question question, Permission permission, Principal principal) {
        RequestContext.Builder context = GlobalKeys.of(
                        question.wire(),
                        question.receivedAt(),
                        question.region(),
                        principal,
                        permission.action())
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
        source(context, question.through(), question.sourceIp());
        return context.build();
    }

    private static void source(RequestContext.Builder context, @Nullable Through through, @Nullable String sourceIp) {
        if (through != null) {
            context.throughEndpoint(through.endpointId(), through.vpcId(), through.sourceIp());
            through.keys().forEach(context::key);
        } else if (sourceIp != null) {
            context.key("aws:SourceIp", sourceIp);
        }
    }

    private static String statement(StatementMatch match) {
        String sid = match.statement().sid();
        return sid == null ? "Statement." + (match.statement().index() + 1) : sid;
    }
}
