package io.vpclocal.logs.pattern;

import java.math.BigDecimal;

/**
 * A comparison with an unquoted number. Equality is numeric if both sides are numbers ({@code 123.0} equals {@code
 * 123}). Ordering is false for anything but numbers.
 */
record NumberTest(Operator operator, String literal, double value) implements ValueTest {

    enum Operator {
        EQUAL("="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        static Operator of(String symbol) {
            for (Operator operator : values()) {
                if (operator.symbol.equals(symbol)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException("Unsupported operator for a number: " + symbol);
        }

        boolean accepts(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }

    /** Doubles up to this value represent every integer exactly. Beyond it, ties are decided by all digits. */
    private static final double EXACT = 1L << 53;

    @Override
    public boolean test(String text, int from, int to) {
        if (operator == Operator.EQUAL && to - from == literal.length() && text.startsWith(literal, from)) {
            return true;
        }
        double number = Numbers.parse(text, from, to);
        if (Double.isNaN(number)) {
            return false;
        }
        int comparison = Double.compare(number, value);
        if (comparison == 0 && Math.abs(value) >= EXACT && !Double.isInfinite(value)) {
            comparison = new BigDecimal(text.substring(from, to)).compareTo(new BigDecimal(literal));
        }
        return operator.accepts(comparison);
    }

    @Override
    public boolean testString(String text) {
        return operator == Operator.EQUAL && text.equals(literal);
    }

    @Override
    public boolean ordersNumbers() {
        return operator != Operator.EQUAL;
    }
}
