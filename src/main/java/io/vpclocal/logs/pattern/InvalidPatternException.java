package io.vpclocal.logs.pattern;

/**
 * A filter pattern that cannot be read. The message is what CloudWatch Logs answers as the text of its
 * {@code InvalidParameterException}.
 */
public final class InvalidPatternException extends RuntimeException {

    private static final String SYNTAX = "Invalid filter pattern";

    private final int position;
    private final boolean inTerm;

    private InvalidPatternException(String message, int position, boolean inTerm) {
        super(message);
        this.position = position;
        this.inTerm = inTerm;
    }

    static InvalidPatternException syntax(int position) {
        return new InvalidPatternException(SYNTAX, position, false);
    }

    /** A term holds something it may not. Characters beyond ASCII are shown as question marks, as AWS shows them. */
    static InvalidPatternException character(String term, int position) {
        String shown = term.codePoints()
                .map(c -> c < 128 ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new InvalidPatternException("Invalid character(s) in term '" + shown + "'", position, true);
    }

    static InvalidPatternException unclosed(char open, char close, int position) {
        return new InvalidPatternException(
                "If a filter pattern starts with '" + open + "' it must end with '" + close + "'", position, false);
    }

    /** Offset in UTF-16 units of the first character that does not fit, from 0. */
    public int position() {
        return position;
    }

    /** The same complaint in the words of PutMetricFilter and TestMetricFilter: recorded. */
    public String metricFilterMessage() {
        return inTerm ? String.valueOf(getMessage()) : "Invalid metric filter pattern";
    }
}
