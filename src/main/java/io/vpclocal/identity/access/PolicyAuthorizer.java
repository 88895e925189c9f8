package io.vpclocal.identity.access;

import io.vpclocal.identity.caller.IdentityProperties;
import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.policy.Decision;
import io.vpclocal.identity.policy.Evaluator;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyType;
import io.vpclocal.identity.policy.RequestContext;
import io.vpclocal.identity.policy.StatementMatch;
import io.vpclocal.protocol.AccessDecision;
import io.vpclocal.protocol.Authorizer;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.DecisionListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Authorizes calls by policies. Root users are only checked against a role's trust policy. Actions that are not in the
 * table are refused. Listeners receive every permission that a call needs, including those after a denial and those of
 * root users, so that a policy for the call can be written.
 */
@Component
class PolicyAuthorizer implements Authorizer {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyAuthorizer.class);

    /** These actions need no permission, and no policy can deny them. */
    private static final Set<String> FREE = Set.of("sts:GetCallerIdentity", "sts:GetSessionToken");

    private static final Set<String> MULTIVALUED = Set.of(
            "aws:TagKeys",
            "ec2:VpcePrivateDnsSpecifiedDomains",
            "elasticloadbalancing:SecurityGroup",
            "elasticloadbalancing:Subnet",
            "sts:TransitiveTagKeys");

    /** Attributes in the request replace those of the resource. */
    private static final Set<String> REQUESTED = Set.of("ec2:VpceSupportedRegion");

    private final ActionTable table;
    private final Checks checks;
    private final Denials denials;
    private final SessionRules sessions;
    private final SingletonSupplier<List<DecisionListener>> listeners;
    private final IdentityProperties.Mode mode;

    PolicyAuthorizer(
            ActionTable table,
            Checks checks,
            Denials denials,
            SessionRules sessions,
            ObjectProvider<DecisionListener> listeners,
            IdentityProperties properties) {
        this.table = table;
        this.checks = checks;
        this.denials = denials;
        this.sessions = sessions;
        this.listeners = SingletonSupplier.of(() -> listeners.stream().toList());
        this.mode = properties.mode();
    }

    @Override
    public void authorize(Call call, SdkPojo request) {
        Principal principal = Principal.of(call);
        String action = call.service().signingName() + ":" + call.action();
        sessions.check(call, principal);
        if (mode == IdentityProperties.Mode.OFF || FREE.contains(action)) {
            return;
        }
        if (principal.root()
                && !action.equals("sts:AssumeRole")
                && !CallOrigin.current().limited()) {
            tellUnlimited(call, action, request);
            return;
        }
        AwsException denial = decide(call, principal, action, request);
        if (denial == null) {
            return;
        }
        if (mode == IdentityProperties.Mode.ENFORCE) {
            throw denial;
        }
        LOG.warn("Request {} would have been denied: {}", call.id(), denial.text());
    }

    /** The denial, or null if everything that the call needs is allowed. */
    private @Nullable AwsException decide(Call call, Principal principal, String action, SdkPojo request) {
        Optional<ActionRule> rule = table.find(action);
        if (rule.isEmpty()) {
            Check unknown = Check.of(unknownRule(action), Target.ANY, false, Map.of());
            Decision denial = new Decision(Decision.Outcome.IMPLICIT_DENY, PolicyType.IDENTITY, null);
            tell(call, unknown, denial);
            return denials.of(
                    call,
                    request,
                    unknown,
                    denial,
                    GlobalKeys.of(call, principal, action).build());
        }
        AwsException first = null;
        for (Check check : checks.of(call, rule.get(), request)) {
            Principal asker = check.asker(principal);
            RequestContext question = question(call, asker, check);
            PolicySet policies = CallOrigin.current()
                    .limit(check.policies(asker.permissions().policies()));
            Decision answer = Evaluator.evaluate(policies, question);
            Target other = Checks.alternative(call, check.target());
            if (answer.outcome() == Decision.Outcome.IMPLICIT_DENY && other != null) {
                answer = Evaluator.evaluate(policies, question(call, asker, check.with(other)));
            }
            tell(call, check, answer);
            if (!answer.isAllowed() && first == null) {
                first = denials.of(call, request, check, answer, question);
            }
        }
        return first;
    }

    /** The permissions that another principal would need for a root user's call. */
    private void tellUnlimited(Call call, String action, SdkPojo request) {
        if (listeners.obtain().isEmpty()) {
            return;
        }
        ActionRule rule = table.find(action).orElseGet(() -> unknownRule(action));
        Decision allowed = new Decision(Decision.Outcome.ALLOWED, null, null);
        checks.of(call, rule, request).forEach(check -> tell(call, check, allowed));
    }

    private static ActionRule unknownRule(String action) {
        return new ActionRule(action, List.of(), Set.of());
    }

    static RequestContext question(Call call, Principal principal, Check check) {
        RequestContext.Builder question = GlobalKeys.of(call, principal, check.action())
                .resource(check.target().arn());
        check.keys().forEach((key, values) -> put(question, key, values));
        ConditionKeys.addAttributes(
                check.target(),
                check.rule(),
                // A trust policy may use keys that the principal's own policies do not mention.
                check.extra() == null ? principal.permissions()::mention : key -> true,
                (key, values) -> {
                    if (!REQUESTED.contains(key) || !check.keys().containsKey(key)) {
                        put(question, key, values);
                    }
                });
        return question.build();
    }

    private static void put(RequestContext.Builder question, String key, List<String> values) {
        if (values.size() == 1 && !MULTIVALUED.contains(key)) {
            question.key(key, values.get(0));
        } else {
            question.keys(key, values);
        }
    }

    private void tell(Call call, Check check, Decision decision) {
        StatementMatch match = decision.match();
        String sid = match == null ? null : match.statement().sid();
        AccessDecision told = new AccessDecision(
                check.action(),
                check.target().arn(),
                decision.isAllowed(),
                decision.reason(check.action()),
                match == null ? null : match.policyId(),
                match == null
                        ? null
                        : sid == null ? "Statement." + (match.statement().index() + 1) : sid);
        listeners.obtain().forEach(listener -> listener.decided(call, told));
    }
}
