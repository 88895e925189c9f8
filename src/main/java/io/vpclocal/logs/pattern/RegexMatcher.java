package io.vpclocal.logs.pattern;

/** A pattern of one regular expression, which matches anywhere in the message. */
record RegexMatcher(FilterRegex regex) implements LineMatcher {

    @Override
    public boolean matches(String message) {
        return regex.test(message, 0, message.length());
    }
}
