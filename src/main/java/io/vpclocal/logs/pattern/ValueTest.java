package io.vpclocal.logs.pattern;

/** One comparison of a field with a value of the pattern. */
interface ValueTest {

    /** Tests the characters of {@code text} in {@code [from, to)}, which can be a number. */
    boolean test(String text, int from, int to);

    /** Tests a string, such as a JSON string. It never counts as a number. */
    default boolean testString(String text) {
        return test(text, 0, text.length());
    }

    /** True if only numbers can pass: for the four ordering operators. */
    default boolean ordersNumbers() {
        return false;
    }

    /** The negated test. A missing field passes neither the test nor its negation. */
    record Not(ValueTest test) implements ValueTest {
        @Override
        public boolean test(String text, int from, int to) {
            return !test.test(text, from, to);
        }

        @Override
        public boolean testString(String text) {
            return !test.testString(text);
        }
    }

    /** Equality of text. */
    record Text(String value) implements ValueTest {
        @Override
        public boolean test(String text, int from, int to) {
            return to - from == value.length() && text.startsWith(value, from);
        }
    }

    /** Passes if all tests pass, or at least one of them. */
    record Compound(ValueTest[] tests, boolean all) implements ValueTest {
        @Override
        public boolean test(String text, int from, int to) {
            for (ValueTest test : tests) {
                if (test.test(text, from, to) != all) {
                    return !all;
                }
            }
            return all;
        }
    }

    /** Equality with asterisks as wildcards. */
    record Glob(String[] parts) implements ValueTest {

        static ValueTest of(String value) {
            return value.indexOf('*') < 0 ? new Text(value) : new Glob(value.split("\\*", -1));
        }

        /**
         * Matches every part between asterisks at its first occurrence, without backtracking, as AWS does: {@code
         * *111.111.111} does not match {@code 111.111.111.111}, {@code *.111.111.111} does.
         */
        @Override
        public boolean test(String text, int from, int to) {
            if (!text.startsWith(parts[0], from) || parts[0].length() > to - from) {
                return false;
            }
            int at = from + parts[0].length();
            for (int i = 1; i < parts.length; i++) {
                if (i == parts.length - 1 && parts[i].isEmpty()) {
                    return true;
                }
                int last = to - parts[i].length();
                while (at <= last && !text.startsWith(parts[i], at)) {
                    at++;
                }
                if (at > last) {
                    return false;
                }
                at += parts[i].length();
            }
            return at == to;
        }
    }
}
