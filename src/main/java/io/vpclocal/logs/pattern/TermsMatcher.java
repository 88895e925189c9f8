package io.vpclocal.logs.pattern;

import java.util.List;

/**
 * Terms of an unstructured pattern. Terms are substrings: AWS's sample {@code "[ERROR]" Exception} matches a line with
 * the second term inside a longer word.
 *
 * @param required all of these occur
 * @param excluded none of these occurs
 * @param optional at least one of these occurs; AWS ignores them if there is a required or excluded term
 */
record TermsMatcher(List<String> required, List<String> excluded, List<String> optional) implements LineMatcher {

    TermsMatcher {
        required = List.copyOf(required);
        excluded = List.copyOf(excluded);
        optional = required.isEmpty() && excluded.isEmpty() ? List.copyOf(optional) : List.of();
    }

    static TermsMatcher everything() {
        return new TermsMatcher(List.of(), List.of(), List.of());
    }

    boolean isEverything() {
        return required.isEmpty() && excluded.isEmpty() && optional.isEmpty();
    }

    @Override
    public boolean matches(String message) {
        for (int i = 0; i < required.size(); i++) {
            if (!message.contains(required.get(i))) {
                return false;
            }
        }
        for (int i = 0; i < excluded.size(); i++) {
            if (message.contains(excluded.get(i))) {
                return false;
            }
        }
        for (int i = 0; i < optional.size(); i++) {
            if (message.contains(optional.get(i))) {
                return true;
            }
        }
        return optional.isEmpty();
    }
}
