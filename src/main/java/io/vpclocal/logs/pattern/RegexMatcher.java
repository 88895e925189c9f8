package io.vpclocal.logs.pattern;

/** A pattern that is one regular expression, found anywhere in the message. */
record RegexMatcher(FilterRegex regex) implements LineMatcher {

    @Override
    public boolean matches(String message) {
        return regex.test(message, 0, message.length());
    }
}
