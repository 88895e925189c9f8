package io.vpclocal.logs.grouppolicy;

import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.masking.ProtectionPolicy;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The masking of sensitive data in a log group, by its data protection policy and that of the account. */
@Component
public class Masking {

    private final GroupPolicies groupPolicies;
    private final AccountPolicies accountPolicies;

    Masking(GroupPolicies groupPolicies, AccountPolicies accountPolicies) {
        this.groupPolicies = groupPolicies;
        this.accountPolicies = accountPolicies;
    }

    /** What to do with each message of a group before it is returned. */
    public UnaryOperator<String> of(LogGroupEntity group) {
        Scope scope = group.scope();
        List<ProtectionPolicy> policies = new ArrayList<>();
        groupPolicies
                .findByGroupSeqAndType(group.seq(), GroupPolicyEntity.DATA_PROTECTION)
                .ifPresent(policy -> policies.add(ProtectionPolicy.parse(policy.document())));
        accountPolicies
                .findByAccountAndRegionAndTypeOrderByName(
                        scope.account(), scope.region(), AccountPolicyTypes.DATA_PROTECTION)
                .forEach(policy -> policies.add(ProtectionPolicy.parse(policy.document())));
        if (policies.isEmpty()) {
            return UnaryOperator.identity();
        }
        return message -> {
            String masked = message;
            for (ProtectionPolicy policy : policies) {
                masked = policy.mask(masked);
            }
            return masked;
        };
    }
}
