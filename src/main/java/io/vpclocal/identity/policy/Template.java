package io.vpclocal.identity.policy;

import io.vpclocal.identity.policy.value.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy value with parsed policy variables and wildcards.
 *
 * <p>Source: AWS documentation, IAM User Guide, "Variables and tags": variables exist in version 2012-10-17 only, take
 * a default as in <code>${key, 'text'}</code>, and are replaced by literal text. A malformed variable is literal text.
 */
final class Template {

    /** Literal pattern characters, or a variable. */
    private record Part(char[] literal, @Nullable Variable variable) {}

    private record Variable(
            String key, String lowerKey, @Nullable String defaultValue, int end) {}

    private final List<Part> parts;
    private final char @Nullable [] constant;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.constant = parts.stream().anyMatch(part -> part.variable() != null) ? null : join(parts);
    }

    /** Parses a value. With {@code wildcards}, asterisks and question marks are wildcards. */
    static Template of(String text, boolean wildcards, boolean variables) {
        return split(text, wildcards, variables, 1).get(0);
    }

    /** Parses a value and splits it at its first colons outside variables, into at most {@code limit} parts. */
    static List<Template> split(String text, boolean wildcards, boolean variables, int limit) {
        List<Template> pieces = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Variable variable = variables && text.startsWith("${", i) ? variableAt(text, i) : null;
            if (c == ':' && pieces.size() < limit - 1) {
                flush(literal, parts);
                pieces.add(new Template(parts));
                parts = new ArrayList<>();
            } else if (variables && isEscape(text, i)) {
                literal.append(text.charAt(i + 2));
                i += 3;
            } else if (variable != null) {
                flush(literal, parts);
                parts.add(new Part(new char[0], variable));
                i = variable.end() - 1;
            } else {
                literal.append(wildcards ? wildcard(c) : Glob.literal(c));
            }
        }
        flush(literal, parts);
        pieces.add(new Template(parts));
        return pieces;
    }

    private static char wildcard(char c) {
        return switch (c) {
            case '*' -> Glob.ANY_RUN;
            case '?' -> Glob.ANY_ONE;
            default -> Glob.literal(c);
        };
    }

    private static boolean isEscape(String text, int i) {
        return text.startsWith("${", i)
                && i + 3 < text.length()
                && text.charAt(i + 3) == '}'
                && "*?$".indexOf(text.charAt(i + 2)) >= 0;
    }

    private static @Nullable Variable variableAt(String text, int start) {
        int end = start + 2;
        while (end < text.length() && "},$".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == text.length() || end == start + 2 || text.charAt(end) == '$') {
            return null;
        }
        String key = text.substring(start + 2, end).strip();
        String lowerKey = key.toLowerCase(Locale.ROOT);
        if (text.charAt(end) == '}') {
            return new Variable(key, lowerKey, null, end + 1);
        }
        int open = skipSpaces(text, end + 1);
        int close = text.startsWith("'", open) ? text.indexOf('\'', open + 1) : -1;
        int brace = skipSpaces(text, close + 1);
        return close >= 0 && text.startsWith("}", brace)
                ? new Variable(key, lowerKey, text.substring(open + 1, close), brace + 1)
                : null;
    }

    private static int skipSpaces(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Part(literal.toString().toCharArray(), null));
            literal.setLength(0);
        }
    }

    private static char[] join(List<Part> parts) {
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.literal()));
        return all.toString().toCharArray();
    }

    /** The pattern if it does not depend on the request, else null. */
    char @Nullable [] constant() {
        return constant;
    }

    /** Appends the literal prefix. Returns true if the whole value is literal. */
    boolean appendPrefix(StringBuilder begin) {
        for (Part part : parts) {
            for (char c : part.literal()) {
                if (c >= Glob.ANY_ONE) {
                    return false;
                }
                begin.append(c);
            }
            if (part.variable() != null) {
                return false;
            }
        }
        return true;
    }

    /** The pattern for this request. Null if a variable has neither a single value nor a default. */
    char @Nullable [] expand(RequestContext request) {
        if (constant != null) {
            return constant;
        }
        StringBuilder all = new StringBuilder();
        for (Part part : parts) {
            if (part.variable() == null) {
                all.append(part.literal());
                continue;
            }
            String value = valueOf(part.variable(), request);
            if (value == null) {
                return null;
            }
            for (int i = 0; i < value.length(); i++) {
                all.append(Glob.literal(value.charAt(i)));
            }
        }
        return all.toString().toCharArray();
    }

    /** True if this part of the text matches. A variable without a value matches nothing. */
    boolean matches(String text, int from, int to, RequestContext request) {
        char[] pattern = expand(request);
        return pattern != null && Glob.matches(pattern, text, from, to);
    }

    private static @Nullable String valueOf(Variable variable, RequestContext request) {
        ContextValue value = request.lookup(variable.lowerKey());
        String single = value == null ? null : value.single();
        return single == null ? variable.defaultValue() : single;
    }

    /** The names of all variables in a text as written, with the escapes {@code ${*}}, {@code ${?}} and {@code ${$}}. */
    static List<String> variables(String text) {
        List<String> names = new ArrayList<>();
        for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
            Variable variable = variableAt(text, at);
            if (isEscape(text, at)) {
                names.add(text.substring(at + 2, at + 3));
            } else if (variable != null) {
                names.add(variable.key());
            }
        }
        return names;
    }

    /** Adds the names of the variables, as written. */
    void collectKeys(Set<String> keys) {
        for (Part part : parts) {
            if (part.variable() != null) {
                keys.add(part.variable().key());
            }
        }
    }
}
