package io.vpclocal.identity.caller;

import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyType;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The policies that apply to a principal.
 *
 * @param policies all of them except resource policies
 * @param contextKeys the condition keys they refer to, in lower case; no others need to be computed
 * @param tags the principal's tags by key
 */
public record Permissions(PolicySet policies, Set<String> contextKeys, Map<String, String> tags) {

    static final Permissions NONE = new Permissions(PolicySet.builder().build(), Set.of(), Map.of());

    static Permissions of(PolicySet policies, Map<String, String> tags) {
        Set<String> keys = new HashSet<>();
        for (PolicyType type : PolicyType.values()) {
            for (PolicySet.Attached attached : policies.of(type)) {
                attached.document().contextKeys().forEach(key -> keys.add(key.toLowerCase(Locale.ROOT)));
            }
        }
        return new Permissions(policies, Set.copyOf(keys), Map.copyOf(tags));
    }

    /** True if a policy refers to the key. A key that ends in a slash matches all keys with that prefix. */
    public boolean mention(String key) {
        String wanted = key.toLowerCase(Locale.ROOT);
        return wanted.endsWith("/")
                ? contextKeys.stream().anyMatch(present -> present.startsWith(wanted))
                : contextKeys.contains(wanted);
    }
}
