package io.vpclocal.resource;

/** The pattern language of filter values: {@code *}, {@code ?}, and a backslash that escapes them. */
final class Wildcards {

    private Wildcards() {}

    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('\\') >= 0;
    }

    /**
     * True if the pattern matches the whole text. {@code *} matches any number of characters. {@code ?} matches zero or
     * one, as AWS documents.
     */
    static boolean matches(String pattern, String text) {
        boolean[] reached = new boolean[text.length() + 1];
        reached[0] = true;
        for (int p = 0; p < pattern.length(); p++) {
            char c = pattern.charAt(p);
            if (c == '*') {
                for (int i = 1; i < reached.length; i++) {
                    reached[i] |= reached[i - 1];
                }
            } else if (c == '?') {
                for (int i = reached.length - 1; i > 0; i--) {
                    reached[i] |= reached[i - 1];
                }
            } else {
                if (c == '\\' && p + 1 < pattern.length()) {
                    c = pattern.charAt(++p);
                }
                for (int i = reached.length - 1; i > 0; i--) {
                    reached[i] = reached[i - 1] && text.charAt(i - 1) == c;
                }
                reached[0] = false;
            }
        }
        return reached[text.length()];
    }
}
