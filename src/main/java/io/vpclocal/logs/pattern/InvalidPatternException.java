package io.vpclocal.logs.pattern;

/** An invalid filter pattern. The message is the text of CloudWatch Logs' {@code InvalidParameterException}. */
public final class InvalidPatternException extends RuntimeException {

    private static final String SYNTAX = "Invalid filter pattern";

    private final int position;
    private final boolean kept;

    private InvalidPatternException(String message, int position, boolean kept) {
        super(message);
        this.position = position;
        this.kept = kept;
    }

    static InvalidPatternException syntax(int position) {
        return new InvalidPatternException(SYNTAX, position, false);
    }

    /** A term with an invalid character. Characters beyond ASCII are shown as question marks, as at AWS. */
    static InvalidPatternException character(String term, int position) {
        String shown = term.codePoints()
                .map(c -> c < 128 ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new InvalidPatternException("Invalid character(s) in term '" + shown + "'", position, true);
    }

    static InvalidPatternException unclosed(char open, char close, int position) {
        return new InvalidPatternException(
                "If a filter pattern starts with '" + open + "' it must end with '" + close + "'",
                position,
                open == '[');
    }

    /** Offset of the first invalid character in UTF-16 units, from 0. */
    public int position() {
        return position;
    }

    /** Recorded: the message of PutMetricFilter, PutSubscriptionFilter and TestMetricFilter for the same error. */
    public String metricFilterMessage() {
        return kept ? String.valueOf(getMessage()) : "Invalid metric filter pattern";
    }
}
