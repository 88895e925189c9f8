package io.vpclocal.logs.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression between percent signs. AWS documentation, "Supported regular expressions (regex) syntax": a
 * small alphabet, no groups, ASCII only. RE2 runs it in linear time.
 */
record FilterRegex(Pattern pattern) implements ValueTest {

    private static final String SYMBOLS = ":_#=@/;,- ";
    private static final String OPERATORS = "^$?[]{}|*+.";
    private static final String CLASSES = "dDsSwW";

    /**
     * @param body the text between the percent signs
     * @param position the start of the body in the whole pattern
     */
    static FilterRegex compile(String body, int position) {
        StringBuilder out = new StringBuilder(body.length() + 4);
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\\') {
                i = escape(body, i, position, out);
            } else if (c == '{' && i + 1 < body.length() && body.charAt(i + 1) == ',') {
                // AWS allows a missing lower bound; RE2 would treat the braces as plain text.
                out.append("{0");
            } else if (isAlphanumeric(c) || SYMBOLS.indexOf(c) >= 0 || OPERATORS.indexOf(c) >= 0) {
                out.append(c);
            } else {
                throw InvalidPatternException.character(String.valueOf(c), position + i);
            }
        }
        try {
            return new FilterRegex(Pattern.compile(out.toString()));
        } catch (PatternSyntaxException e) {
            throw InvalidPatternException.syntax(position);
        }
    }

    /** Copies one escape and returns the index of its last character. */
    private static int escape(String body, int at, int position, StringBuilder out) {
        if (at + 1 >= body.length()) {
            throw InvalidPatternException.character("\\", position + at);
        }
        char c = body.charAt(at + 1);
        if (c == 'x') {
            if (at + 3 >= body.length() || !isHex(body.charAt(at + 2)) || !isHex(body.charAt(at + 3))) {
                throw InvalidPatternException.character("\\x", position + at);
            }
            out.append(body, at, at + 4);
            return at + 3;
        }
        boolean literal = c == '\\' || OPERATORS.indexOf(c) >= 0 || (SYMBOLS.indexOf(c) >= 0 && c != '_');
        if (CLASSES.indexOf(c) < 0 && !literal && c != '_') {
            throw InvalidPatternException.character("\\" + c, position + at);
        }
        if (c != '_' && c != ' ') {
            out.append('\\');
        }
        out.append(c);
        return at + 1;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    @Override
    public boolean test(String text, int from, int to) {
        return pattern.matcher(text.substring(from, to)).find();
    }
}
