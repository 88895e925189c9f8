package io.vpclocal.identity.policy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parsed condition operator.
 *
 * @param base the comparison
 * @param set the set prefix
 * @param ifExists true if an absent key satisfies it
 */
record ConditionOperator(Base base, SetMode set, boolean ifExists) {

    private static final String IF_EXISTS = "IfExists";

    private static final Map<String, ConditionOperator> BY_NAME = byName();

    enum SetMode {
        NONE(""),
        FOR_ALL_VALUES("ForAllValues:"),
        FOR_ANY_VALUE("ForAnyValue:");

        private final String prefix;

        SetMode(String prefix) {
            this.prefix = prefix;
        }
    }

    /** The type of values that an operator compares. */
    enum Family {
        STRING,
        STRING_IGNORING_CASE,
        STRING_PATTERN,
        NUMBER,
        DATE,
        BOOL,
        BINARY,
        IP,
        ARN,
        NULL
    }

    /** The order comparison with the policy's value. */
    enum Order {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }

    enum Base {
        STRING_EQUALS("StringEquals", Family.STRING, false),
        STRING_NOT_EQUALS("StringNotEquals", Family.STRING, true),
        STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Family.STRING_IGNORING_CASE, false),
        STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Family.STRING_IGNORING_CASE, true),
        STRING_LIKE("StringLike", Family.STRING_PATTERN, false),
        STRING_NOT_LIKE("StringNotLike", Family.STRING_PATTERN, true),
        NUMERIC_EQUALS("NumericEquals", Family.NUMBER, false),
        NUMERIC_NOT_EQUALS("NumericNotEquals", Family.NUMBER, true),
        NUMERIC_LESS_THAN("NumericLessThan", Family.NUMBER, Order.LESS),
        NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Family.NUMBER, Order.LESS_OR_EQUAL),
        NUMERIC_GREATER_THAN("NumericGreaterThan", Family.NUMBER, Order.GREATER),
        NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Family.NUMBER, Order.GREATER_OR_EQUAL),
        DATE_EQUALS("DateEquals", Family.DATE, false),
        DATE_NOT_EQUALS("DateNotEquals", Family.DATE, true),
        DATE_LESS_THAN("DateLessThan", Family.DATE, Order.LESS),
        DATE_LESS_THAN_EQUALS("DateLessThanEquals", Family.DATE, Order.LESS_OR_EQUAL),
        DATE_GREATER_THAN("DateGreaterThan", Family.DATE, Order.GREATER),
        DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Family.DATE, Order.GREATER_OR_EQUAL),
        BOOL("Bool", Family.BOOL, false),
        BINARY_EQUALS("BinaryEquals", Family.BINARY, false),
        IP_ADDRESS("IpAddress", Family.IP, false),
        NOT_IP_ADDRESS("NotIpAddress", Family.IP, true),
        ARN_EQUALS("ArnEquals", Family.ARN, false),
        ARN_NOT_EQUALS("ArnNotEquals", Family.ARN, true),
        ARN_LIKE("ArnLike", Family.ARN, false),
        ARN_NOT_LIKE("ArnNotLike", Family.ARN, true),
        NULL("Null", Family.NULL, false);

        private final String wireName;
        private final Family family;
        private final boolean negated;
        private final Order order;

        Base(String wireName, Family family, boolean negated) {
            this(wireName, family, negated, Order.EQUAL);
        }

        Base(String wireName, Family family, Order order) {
            this(wireName, family, false, order);
        }

        Base(String wireName, Family family, boolean negated, Order order) {
            this.wireName = wireName;
            this.family = family;
            this.negated = negated;
            this.order = order;
        }

        Family family() {
            return family;
        }

        boolean isNegated() {
            return negated;
        }

        Order order() {
            return order;
        }
    }

    /** The operator with that name, in AWS's spelling. Null if unknown. */
    static @Nullable ConditionOperator named(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, ConditionOperator> byName() {
        Map<String, ConditionOperator> operators = new HashMap<>();
        for (Base base : Base.values()) {
            for (SetMode set : SetMode.values()) {
                String name = set.prefix + base.wireName;
                operators.put(name, new ConditionOperator(base, set, false));
                if (base != Base.NULL) {
                    operators.put(name + IF_EXISTS, new ConditionOperator(base, set, true));
                }
            }
        }
        return Map.copyOf(operators);
    }
}
