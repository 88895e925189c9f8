package io.vpclocal.identity.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One key under one operator of a Condition element.
 *
 * <p>Source: AWS documentation, IAM User Guide, "IAM JSON policy elements: Condition operators" and "Set operators for
 * multivalued context keys". A multivalued key under an operator without a set prefix never matches.
 */
final class Condition {

    private final String key;
    private final String lowerKey;
    private final ConditionOperator operator;
    /** Null for the Null operator. */
    private final @Nullable ValueTest test;

    private final boolean wantsAbsent;
    private final boolean wantsPresent;

    Condition(ConditionOperator operator, String key, List<String> values, boolean variables) {
        this.key = key;
        this.lowerKey = key.toLowerCase(Locale.ROOT);
        this.operator = operator;
        boolean isNull = operator.base().family() == ConditionOperator.Family.NULL;
        this.test = isNull ? null : ValueTest.of(operator.base(), values, variables);
        this.wantsAbsent = isNull && values.stream().anyMatch("true"::equalsIgnoreCase);
        this.wantsPresent = isNull && values.stream().anyMatch("false"::equalsIgnoreCase);
    }

    boolean holds(RequestContext request) {
        ContextValue value = request.lookup(lowerKey);
        boolean absent = value == null || value.isAbsent();
        if (test == null) {
            return absent ? wantsAbsent : wantsPresent;
        }
        return switch (operator.set()) {
            case NONE ->
                absent ? operator.ifExists() || operator.base().isNegated() : holdsForOne(value, test, request);
            case FOR_ALL_VALUES -> absent || isEmptyText(value) || holdsForAll(value, test, request);
            case FOR_ANY_VALUE -> !absent && !isEmptyText(value) && holdsForAny(value, test, request);
        };
    }

    private boolean holdsForOne(@Nullable ContextValue value, ValueTest values, RequestContext request) {
        String single = value == null ? null : value.single();
        return single != null && isWanted(values.test(single, request));
    }

    private boolean holdsForAll(@Nullable ContextValue value, ValueTest values, RequestContext request) {
        List<String> all = value == null ? List.of() : value.values();
        for (int i = 0; i < all.size(); i++) {
            if (!isWanted(values.test(all.get(i), request))) {
                return false;
            }
        }
        return true;
    }

    private boolean holdsForAny(@Nullable ContextValue value, ValueTest values, RequestContext request) {
        List<String> all = value == null ? List.of() : value.values();
        for (int i = 0; i < all.size(); i++) {
            if (isWanted(values.test(all.get(i), request))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWanted(boolean fits) {
        return fits != operator.base().isNegated();
    }

    /** Set operators treat a single empty string as no values. */
    private static boolean isEmptyText(@Nullable ContextValue value) {
        return value != null
                && value.values().size() == 1
                && value.values().get(0).isEmpty();
    }

    /** Adds the condition key and the variables in the values, as written. */
    void collectKeys(Set<String> keys) {
        keys.add(key);
        if (test != null) {
            test.collectKeys(keys);
        }
    }
}
