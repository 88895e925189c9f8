package io.vpclocal.logs.pattern;

import java.util.Map;

/**
 * A CloudWatch Logs filter pattern: terms, one regular expression, space-delimited fields or JSON selectors. AWS
 * documentation, CloudWatch Logs User Guide, "Filter pattern syntax".
 *
 * <p>Immutable and safe for use by many threads. Matching never backtracks without bound.
 */
public final class FilterPattern {

    private final String text;
    private final LineMatcher matcher;
    private final int regexes;

    private FilterPattern(String text, LineMatcher matcher, int regexes) {
        this.text = text;
        this.matcher = matcher;
        this.regexes = regexes;
    }

    /**
     * Parses a pattern. Blank text matches every message.
     *
     * @throws InvalidPatternException if the text is not a valid pattern
     */
    public static FilterPattern parse(String text) {
        Source source = new Source(text);
        PatternCompiler compiler = new PatternCompiler(source);
        LineMatcher matcher = compiler.compile(source.parse());
        return new FilterPattern(text, matcher, compiler.regexes());
    }

    public boolean matches(CharSequence message) {
        return matcher.matches(message.toString());
    }

    /** True if the pattern matches every message, so that messages need no check. */
    public boolean matchesEverything() {
        return matcher instanceof TermsMatcher terms && terms.isEverything();
    }

    /**
     * The values that TestMetricFilter returns for a matching message, in the message's order: {@code $name} for a
     * named field, {@code $n} counted from 1 for an unnamed one. Empty if the message does not match and, as recorded,
     * for JSON patterns.
     */
    public Map<String, String> extract(CharSequence message) {
        String line = message.toString();
        return matcher.matches(line) ? matcher.extract(line) : Map.of();
    }

    /** True if the pattern names fields of messages, as space-delimited and JSON patterns do. */
    public boolean namesFields() {
        return matcher instanceof SpaceDelimitedMatcher || matcher instanceof JsonMatcher;
    }

    /**
     * The number of regular expressions in the pattern. Log groups have a quota of patterns with regular expressions.
     */
    public int regexCount() {
        return regexes;
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
