package io.vpclocal.identity.iam;

import io.vpclocal.identity.policy.Decision;
import io.vpclocal.identity.policy.Evaluator;
import io.vpclocal.identity.policy.Explanation;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocument;
import io.vpclocal.identity.policy.PolicyDocumentProblem;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyStatement;
import io.vpclocal.identity.policy.PolicyType;
import io.vpclocal.identity.policy.RequestContext;
import io.vpclocal.identity.policy.StatementMatch;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.Statement;

/** Answers what policies would allow, without doing it (IAM User Guide, "IAM policy testing with the policy simulator"). */
@Component
class Simulator {

    private static final String IAM_POLICY = "IAM Policy";

    private final IamDirectory directory;
    private final CompiledPolicies compiled;

    Simulator(IamDirectory directory, CompiledPolicies compiled) {
        this.directory = directory;
        this.compiled = compiled;
    }

    /** What is to be simulated. Lists are empty and texts null where nothing was given. */
    record Input(
            List<String> policies,
            List<String> boundaries,
            List<String> actions,
            List<String> resources,
            @Nullable String resourcePolicy,
            @Nullable String resourceOwner,
            @Nullable String callerArn,
            List<ContextEntry> context) {}

    /** @param place where it stands among the results, as text that sorts like it */
    record Result(String place, EvaluationResult result) {}

    List<Result> custom(IamScope scope, Input input) {
        if (input.policies().isEmpty()) {
            throw CommonErrors.missingParameter(AwsService.IAM, "policyInputList");
        }
        PolicyPrincipal caller = caller(input.callerArn())
                .orElseGet(() -> PolicyPrincipal.user(scope.arn("user/simulated"), "AIDASIMULATED"));
        return run(PolicySet.builder(), caller, input);
    }

    /** @param source ARN of a user, group or role */
    List<Result> principal(IamScope scope, String source, Input input) {
        IamDirectory.Holder holder = holder(scope, source);
        PolicyPrincipal own = holder.kind() == IamKind.ROLE
                ? PolicyPrincipal.roleSession(
                        scope.stsArn("assumed-role/" + holder.name() + "/simulated"), holder.arn(), holder.id())
                : PolicyPrincipal.user(holder.arn(), holder.id());
        PolicyPrincipal caller = caller(input.callerArn()).orElse(own);
        return run(compiled.policies(holder), caller, input);
    }

    Set<String> contextKeys(List<String> texts) {
        Set<String> keys = new LinkedHashSet<>();
        texts.forEach(text -> keys.addAll(parse(text, PolicyDialect.SESSION).contextKeys()));
        return keys;
    }

    Set<String> contextKeys(IamScope scope, String source, List<String> texts) {
        Set<String> keys = new LinkedHashSet<>();
        holder(scope, source)
                .policies()
                .forEach(policy -> keys.addAll(
                        compiled.get(PolicyDialect.IDENTITY, policy.document()).contextKeys()));
        keys.addAll(contextKeys(texts));
        return keys;
    }

    private IamDirectory.Holder holder(IamScope scope, String source) {
        return directory
                .byArn(source)
                .filter(holder -> holder.scope().equals(scope))
                .orElseThrow(() -> IamErrors.principalNotFound(source));
    }

    private Optional<PolicyPrincipal> caller(@Nullable String arn) {
        if (arn == null) {
            return Optional.empty();
        }
        return Optional.of(directory
                .byArn(arn)
                .filter(holder -> holder.kind() == IamKind.USER)
                .map(user -> PolicyPrincipal.user(user.arn(), user.id()))
                .orElseGet(() -> PolicyPrincipal.user(arn, "AIDASIMULATED")));
    }

    private List<Result> run(PolicySet.Builder policies, PolicyPrincipal caller, Input input) {
        attach(policies, input);
        PolicySet set = policies.build();
        boolean bounded = !set.of(PolicyType.PERMISSIONS_BOUNDARY).isEmpty();
        List<String> resources = input.resources().isEmpty() ? List.of("*") : input.resources();
        List<Result> results = new ArrayList<>();
        for (String action : input.actions()) {
            if (action.indexOf(':') < 1) {
                throw IamErrors.invalidInput("Invalid Action Name: " + action);
            }
            for (String resource : resources) {
                Explanation explanation = Evaluator.explain(set, question(caller, action, resource, input));
                String place = String.format(Locale.ROOT, "%08d", results.size());
                results.add(new Result(
                        place,
                        result(
                                action,
                                resource,
                                explanation,
                                bounded,
                                !input.resources().isEmpty())));
            }
        }
        return results;
    }

    private static void attach(PolicySet.Builder policies, Input input) {
        int number = 0;
        for (String text : input.policies()) {
            number++;
            policies.attach(PolicyType.IDENTITY, "PolicyInputList." + number, parse(text, PolicyDialect.SESSION));
        }
        number = 0;
        for (String text : input.boundaries()) {
            number++;
            policies.attach(
                    PolicyType.PERMISSIONS_BOUNDARY,
                    "PermissionsBoundaryPolicyInputList." + number,
                    parse(text, PolicyDialect.SESSION));
        }
        if (input.resourcePolicy() != null) {
            policies.attach(
                    PolicyType.RESOURCE, "ResourcePolicy", parse(input.resourcePolicy(), PolicyDialect.RESOURCE));
        }
    }

    private static RequestContext question(PolicyPrincipal caller, String action, String resource, Input input) {
        RequestContext.Builder question = RequestContext.of(caller, action).resource(resource);
        if (input.resourceOwner() != null) {
            IamScope.ofArn(input.resourceOwner()).ifPresent(owner -> question.resourceAccount(owner.account()));
        }
        for (ContextEntry entry : input.context()) {
            String type = Objects.requireNonNullElse(entry.contextKeyTypeAsString(), "string");
            List<String> values = entry.contextKeyValues();
            if (type.endsWith("List")) {
                question.keys(entry.contextKeyName(), values);
            } else if (!values.isEmpty()) {
                question.key(entry.contextKeyName(), values.get(0));
            }
        }
        return question.build();
    }

    private static EvaluationResult result(
            String action, String resource, Explanation explanation, boolean bounded, boolean named) {
        String decision = explanation.decision().outcome().wireName();
        List<Statement> matched =
                explanation.matchedStatements().stream().map(Simulator::toWire).toList();
        boolean byBoundary = explanation.byType().get(PolicyType.PERMISSIONS_BOUNDARY) == Decision.Outcome.ALLOWED;
        EvaluationResult.Builder result = EvaluationResult.builder()
                .evalActionName(action)
                .evalResourceName(resource)
                .evalDecision(decision)
                .matchedStatements(matched)
                .missingContextValues(explanation.missingContextKeys());
        if (bounded) {
            result.permissionsBoundaryDecisionDetail(d -> d.allowedByPermissionsBoundary(byBoundary));
        }
        if (named) {
            result.organizationsDecisionDetail(d -> d.allowedByOrganizations(true))
                    .resourceSpecificResults(r -> r.evalResourceName(resource)
                            .evalResourceDecision(decision)
                            .matchedStatements(matched)
                            .missingContextValues(explanation.missingContextKeys()));
        }
        return result.build();
    }

    private static Statement toWire(StatementMatch match) {
        PolicyStatement statement = match.statement();
        return Statement.builder()
                .sourcePolicyId(match.policyId())
                .sourcePolicyType(match.policyType() == PolicyType.RESOURCE ? "Resource Policy" : IAM_POLICY)
                .startPosition(p -> p.line(statement.start().line())
                        .column(statement.start().column()))
                .endPosition(p ->
                        p.line(statement.end().line()).column(statement.end().column()))
                .build();
    }

    private static PolicyDocument parse(String text, PolicyDialect dialect) {
        try {
            return PolicyDocument.parse(text, dialect);
        } catch (PolicyDocumentProblem problem) {
            throw IamErrors.invalidInput("Invalid policy document: " + problem.message());
        }
    }
}
