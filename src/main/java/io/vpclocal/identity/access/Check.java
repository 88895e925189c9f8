package io.vpclocal.identity.access;

import io.vpclocal.identity.policy.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One question of a call to the policies.
 *
 * @param rule what policies may ask of the action
 * @param action the action asked for, as policies name it
 * @param named the action that the denial names, which for {@code vpce:AllowMultiRegion} is another one
 * @param target the resource
 * @param resourceNamed whether a denial names the resource: it does if the action is one on resources
 * @param askedKeys condition keys of this question alone, worked out when they are asked for: root users' never are
 * @param extra more policies that have a say, such as a role's trust policy; null if there are none
 */
record Check(
        ActionRule rule,
        String action,
        String named,
        Target target,
        boolean resourceNamed,
        Supplier<Map<String, List<String>>> askedKeys,
        @Nullable UnaryOperator<PolicySet> extra) {

    static Check of(ActionRule rule, Target target, boolean resourceNamed, Map<String, List<String>> keys) {
        return of(rule, target, resourceNamed, () -> keys);
    }

    static Check of(
            ActionRule rule, Target target, boolean resourceNamed, Supplier<Map<String, List<String>>> askedKeys) {
        return new Check(rule, rule.action(), rule.action(), target, resourceNamed, askedKeys, null);
    }

    Map<String, List<String>> keys() {
        return askedKeys.get();
    }

    /** The same question about another form of the resource's ARN. */
    Check with(Target other) {
        return new Check(rule, action, named, other, resourceNamed, askedKeys, extra);
    }

    PolicySet policies(PolicySet own) {
        return extra == null ? own : extra.apply(own);
    }
}
