package io.vpclocal.protocol.setting;

import java.util.regex.Pattern;

/**
 * A user's text as a part of a sentence: on one line, without control characters, and not longer than a few lines of a
 * terminal.
 *
 * @param text as the user gave it
 */
public record ShownText(String text) {

    private static final int LONGEST = 300;
    /** What follows may be secret. */
    private static final Pattern PARAMETERS = Pattern.compile("[?#;].*", Pattern.DOTALL);

    private static final Pattern HOST_AND_PORT = Pattern.compile("[^:@]*(:\\d*)?(/.*)?");

    /** A URL without what may be secret in it: user information, and what follows the path. */
    public static ShownText url(String url) {
        int authority = url.indexOf("//");
        if (authority < 0
                && !url.startsWith("jdbc:")
                && !HOST_AND_PORT.matcher(url).matches()) {
            // It may be a key and a secret.
            return new ShownText("***");
        }
        int user = url.lastIndexOf('@');
        String open =
                user < 0 ? url : url.substring(0, authority < 0 ? 0 : authority + 2) + "***" + url.substring(user);
        return new ShownText(PARAMETERS.matcher(open).replaceFirst(""));
    }

    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(character -> append(shown, character));
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> shown.append("\\u").append("%04x".formatted(character));
            default -> shown.appendCodePoint(character);
        }
    }
}
