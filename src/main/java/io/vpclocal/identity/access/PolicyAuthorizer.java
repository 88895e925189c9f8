package io.vpclocal.identity.access;

import io.vpclocal.identity.caller.IdentityProperties;
import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.policy.Decision;
import io.vpclocal.identity.policy.Evaluator;
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
import software.amazon.awssdk.core.SdkPojo;

/**
 * Asks the policies whether a call may be done. Root users are asked nothing, except whether a role trusts them. Actions of
 * which the table knows nothing are refused.
 */
@Component
class PolicyAuthorizer implements Authorizer {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyAuthorizer.class);

    /** No permission is needed for them, and no policy can take them away. */
    private static final Set<String> FREE = Set.of("sts:GetCallerIdentity", "sts:GetSessionToken");

    private static final Set<String> MULTIVALUED = Set.of(
            "aws:TagKeys",
            "ec2:VpcePrivateDnsSpecifiedDomains",
            "elasticloadbalancing:SecurityGroup",
            "elasticloadbalancing:Subnet",
            "sts:TransitiveTagKeys");

    /** What a request adds to a resource counts, and only without that what the resource has. */
    private static final Set<String> REQUESTED = Set.of("ec2:VpceSupportedRegion");

    private final ActionTable table;
    private final Checks checks;
    private final Denials denials;
    private final SessionRules sessions;
    private final ObjectProvider<DecisionListener> listeners;
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
        this.listeners = listeners;
        this.mode = properties.mode();
    }

    @Override
    public void authorize(Call call, SdkPojo request) {
        Principal principal = Principal.of(call);
        String action = call.service().signingName() + ":" + call.action();
        sessions.check(call, principal);
        boolean unlimited = principal.root() && !action.equals("sts:AssumeRole");
        if (unlimited || mode == IdentityProperties.Mode.OFF || FREE.contains(action)) {
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

    /** The denial, or null if all that the call needs is allowed. */
    private @Nullable AwsException decide(Call call, Principal principal, String action, SdkPojo request) {
        Optional<ActionRule> rule = table.find(action);
        if (rule.isEmpty()) {
            Check unknown = Check.of(action, Target.ANY, false, Map.of());
            return denied(
                    call,
                    unknown,
                    new Decision(Decision.Outcome.IMPLICIT_DENY, PolicyType.IDENTITY, null),
                    GlobalKeys.of(call, principal, action).build());
        }
        Check last = null;
        Decision decision = null;
        for (Check check : checks.of(call, rule.get(), request)) {
            RequestContext question = question(call, principal, rule.get(), check, check.target());
            Decision answer =
                    Evaluator.evaluate(check.policies(principal.permissions().policies()), question);
            Target other = Checks.alternative(call, check.target());
            if (answer.outcome() == Decision.Outcome.IMPLICIT_DENY && other != null) {
                answer = Evaluator.evaluate(
                        check.policies(principal.permissions().policies()),
                        question(call, principal, rule.get(), check, other));
            }
            if (!answer.isAllowed()) {
                return denied(call, check, answer, question);
            }
            last = last == null ? check : last;
            decision = decision == null ? answer : decision;
        }
        if (last != null && decision != null) {
            tell(call, last, decision);
        }
        return null;
    }

    private static RequestContext question(
            Call call, Principal principal, ActionRule rule, Check check, Target target) {
        RequestContext.Builder question =
                GlobalKeys.of(call, principal, check.action()).resource(target.arn());
        check.keys().forEach((key, values) -> put(question, key, values));
        if (check.extra() != null) {
            ConditionKeys.addAttributes(target, rule, key -> true, (key, values) -> put(question, key, values));
        } else if (check.named().equals(rule.action())) {
            ConditionKeys.addAttributes(target, rule, principal.permissions()::mention, (key, values) -> {
                if (!REQUESTED.contains(key) || !check.keys().containsKey(key)) {
                    put(question, key, values);
                }
            });
        }
        return question.build();
    }

    private static void put(RequestContext.Builder question, String key, List<String> values) {
        if (values.size() == 1 && !MULTIVALUED.contains(key)) {
            question.key(key, values.get(0));
        } else {
            question.keys(key, values);
        }
    }

    private AwsException denied(Call call, Check check, Decision decision, RequestContext question) {
        tell(call, check, decision);
        return denials.of(call, check, decision, question);
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
        listeners.forEach(listener -> listener.decided(call, told));
    }
}
