package io.vpclocal.identity.access;

import io.vpclocal.identity.CallerPermissions;
import io.vpclocal.identity.caller.IdentityProperties;
import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.policy.Decision;
import io.vpclocal.identity.policy.Evaluator;
import io.vpclocal.protocol.AccessDecision;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.DecisionListener;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Evaluates the caller's policies and notifies the listeners, as for any other permission. */
@Component
class PolicyCallerPermissions implements CallerPermissions {

    private final ObjectProvider<DecisionListener> listeners;
    private final IdentityProperties.Mode mode;

    PolicyCallerPermissions(ObjectProvider<DecisionListener> listeners, IdentityProperties properties) {
        this.listeners = listeners;
        this.mode = properties.mode();
    }

    @Override
    public boolean allow(Call call, String action) {
        Principal principal = Principal.of(call);
        Check check = Check.of(new ActionRule(action, List.of(), Set.of()), Target.ANY, false, Map.of());
        Decision decision = mode == IdentityProperties.Mode.OFF || principal.root()
                ? new Decision(Decision.Outcome.ALLOWED, null, null)
                : Evaluator.evaluate(
                        check.policies(principal.permissions().policies()),
                        PolicyAuthorizer.question(call, principal, check));
        if (mode != IdentityProperties.Mode.OFF) {
            AccessDecision told = new AccessDecision(
                    action, check.target().arn(), decision.isAllowed(), decision.reason(action), null, null);
            listeners.stream().forEach(listener -> listener.decided(call, told));
        }
        return decision.isAllowed() || mode != IdentityProperties.Mode.ENFORCE;
    }
}
