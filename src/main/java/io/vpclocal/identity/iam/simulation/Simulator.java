package io.vpclocal.identity.iam.simulation;

import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.CompiledPolicies;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.policy.ContextKeyNames;
import io.vpclocal.identity.policy.Evaluator;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocument;
import io.vpclocal.identity.policy.PolicyDocumentProblem;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyType;
import io.vpclocal.identity.policy.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.EvaluationResult;

/** Evaluates policies without running the actions (IAM User Guide, "IAM policy testing with the policy simulator"). */
@Component
class Simulator {

    /** The ARNs of users, groups and roles. */
    private static final Pattern HOLDERS = Pattern.compile("arn:[a-z-]+:iam::\\d{12}:(user|group|role)/.+");

    private final IamDirectory directory;
    private final CompiledPolicies compiled;
    private final SimulatedCallers callers;

    Simulator(IamDirectory directory, CompiledPolicies compiled, SimulatedCallers callers) {
        this.directory = directory;
        this.compiled = compiled;
        this.callers = callers;
    }

    /** A simulation request. Lists are empty and texts null if not given. */
    record Input(
            List<String> policies,
            List<String> boundaries,
            List<String> actions,
            List<String> resources,
            @Nullable String resourcePolicy,
            @Nullable String resourceOwner,
            @Nullable String callerArn,
            List<ContextEntry> context) {}

    /** @param place the position among the results, as sortable text */
    record Result(String place, EvaluationResult result) {}

    List<Result> custom(IamScope scope, Input input) {
        return run(PolicySet.builder(), callers.of(scope, input.callerArn()), input);
    }

    /** @param source ARN of a user, group or role */
    List<Result> principal(IamScope scope, String source, Input input) {
        IamDirectory.Holder holder = holder(scope, source);
        PolicyPrincipal caller =
                input.callerArn() == null ? SimulatedCallers.of(holder) : callers.of(scope, input.callerArn());
        PolicySet.Builder own = compiled.policies(
                holder, IamDirectory.AttachedText::sourceId, input.boundaries().isEmpty());
        return run(own, caller, input);
    }

    /** The context keys in policy documents of any kind. */
    List<String> contextKeys(List<String> texts) {
        List<String> keys = new ArrayList<>();
        texts.forEach(text -> keys.addAll(keysOf(text)));
        return keys;
    }

    /** The context keys in the policies and boundary of a user, group or role, and in further documents. */
    List<String> contextKeys(IamScope scope, String source, List<String> texts) {
        IamDirectory.Holder holder = holder(scope, source);
        List<String> keys = new ArrayList<>();
        holder.policies().forEach(policy -> keys.addAll(keysOf(policy.document())));
        IamDirectory.AttachedText boundary = holder.boundary();
        if (boundary != null) {
            keys.addAll(keysOf(boundary.document()));
        }
        keys.addAll(contextKeys(texts));
        return keys;
    }

    /** The errors are recorded from AWS for SimulatePrincipalPolicy. */
    private IamDirectory.Holder holder(IamScope scope, String source) {
        if (!HOLDERS.matcher(source).matches()) {
            throw IamErrors.invalidInput(
                    "Invalid Entity Arn: " + source + " does not clearly define entity type and name.");
        }
        String account = IamScope.ofArn(source).map(IamScope::account).orElse("");
        if (!account.equals(scope.account())) {
            throw IamErrors.invalidInput("Invalid Policy Source Arn: caller's account " + scope.account()
                    + " does not have access to policies in account " + account);
        }
        return directory
                .byNameIn(source)
                .filter(holder -> holder.scope().equals(scope))
                .orElseThrow(() -> IamErrors.noSuchEntity("Unable to retrieve specified IAM entity."));
    }

    private List<Result> run(PolicySet.Builder policies, PolicyPrincipal caller, Input input) {
        attach(policies, input);
        PolicySet set = policies.build();
        List<Result> results = new ArrayList<>();
        for (String action : input.actions()) {
            if (action.indexOf(':') < 1) {
                throw IamErrors.invalidInput("Invalid Action Name: " + action);
            }
            List<String> resources = input.resources().isEmpty() ? List.of("*") : input.resources();
            List<SimulationResult> each = resources.stream()
                    .map(resource -> new SimulationResult(
                            resource, Evaluator.explain(set, question(caller, action, resource, input))))
                    .toList();
            String place = String.format(Locale.ROOT, "%08d", results.size());
            boolean bounded = !set.of(PolicyType.PERMISSIONS_BOUNDARY).isEmpty();
            boolean named = !input.resources().isEmpty();
            results.add(new Result(place, SimulationResult.toWire(action, each, bounded, named)));
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
            if (entry.contextKeyName() == null) {
                // UNVERIFIED: the error. The model does not require the name.
                throw IamErrors.invalidInput("A context entry has no ContextKeyName.");
            }
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

    private static List<String> keysOf(String text) {
        try {
            return ContextKeyNames.of(text);
        } catch (PolicyDocumentProblem problem) {
            throw IamErrors.invalidPolicy(problem.message());
        }
    }

    private static PolicyDocument parse(String text, PolicyDialect dialect) {
        try {
            return PolicyDocument.parse(text, dialect);
        } catch (PolicyDocumentProblem problem) {
            throw IamErrors.invalidPolicy(problem.message());
        }
    }
}
