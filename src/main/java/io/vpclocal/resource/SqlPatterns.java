package io.vpclocal.resource;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;

/** Filter values with wildcards as SQL. */
final class SqlPatterns {

    private static final char ESCAPE = '!';

    /** Each question mark doubles the number of SQL patterns. */
    private static final int MOST_OPTIONAL = 5;

    private SqlPatterns() {}

    /** False for values that Java matches faster than the database. */
    static boolean expressible(String value) {
        return value.chars().filter(c -> c == '?').count() <= MOST_OPTIONAL;
    }

    /** SQL's {@code _} matches exactly one character and AWS's {@code ?} none or one, so each gives two patterns. */
    static Predicate predicate(CriteriaBuilder criteria, Expression<String> column, String pattern) {
        return criteria.or(like(pattern).stream()
                .map(like -> criteria.like(column, like, ESCAPE))
                .toArray(Predicate[]::new));
    }

    static List<String> like(String pattern) {
        List<StringBuilder> patterns = new ArrayList<>(List.of(new StringBuilder()));
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*') {
                append(patterns, "%");
            } else if (c == '?') {
                List<StringBuilder> without =
                        patterns.stream().map(StringBuilder::new).toList();
                append(patterns, "_");
                patterns.addAll(without);
            } else {
                append(patterns, literal(c == '\\' && i + 1 < pattern.length() ? pattern.charAt(++i) : c));
            }
        }
        return patterns.stream().map(StringBuilder::toString).distinct().toList();
    }

    private static String literal(char c) {
        return c == '%' || c == '_' || c == ESCAPE ? "" + ESCAPE + c : String.valueOf(c);
    }

    private static void append(List<StringBuilder> patterns, String text) {
        patterns.forEach(pattern -> pattern.append(text));
    }
}
