package io.vpclocal.identity.access;

import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.policy.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One permission check of a call.
 *
 * @param rule the action's condition keys and resources
 * @param action the action to check, as policies name it
 * @param named the action that the denial names; it differs for {@code vpce:AllowMultiRegion}
 * @param target the resource
 * @param resourceNamed true if a denial names the resource, as for actions with resource types
 * @param askedKeys condition keys of this check only, computed on demand
 * @param extra further policies that apply, such as a role's trust policy; null if none
 * @param federated the principal that an identity provider has proved; null if the caller itself asks
 */
record Check(
        ActionRule rule,
        String action,
        String named,
        Target target,
        boolean resourceNamed,
        Supplier<Map<String, List<String>>> askedKeys,
        @Nullable UnaryOperator<PolicySet> extra,
        @Nullable Principal federated) {

    static Check of(ActionRule rule, Target target, boolean resourceNamed, Map<String, List<String>> keys) {
        return of(rule, target, resourceNamed, () -> keys);
    }

    static Check of(
            ActionRule rule, Target target, boolean resourceNamed, Supplier<Map<String, List<String>>> askedKeys) {
        return new Check(rule, rule.action(), rule.action(), target, resourceNamed, askedKeys, null, null);
    }

    Map<String, List<String>> keys() {
        return askedKeys.get();
    }

    /** The same check with another form of the resource's ARN. */
    Check with(Target other) {
        return new Check(rule, action, named, other, resourceNamed, askedKeys, extra, federated);
    }

    Principal asker(Principal caller) {
        return federated == null ? caller : federated;
    }

    PolicySet policies(PolicySet own) {
        return extra == null ? own : extra.apply(own);
    }
}
