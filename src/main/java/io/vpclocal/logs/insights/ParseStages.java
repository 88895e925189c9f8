package io.vpclocal.logs.insights;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.vpclocal.logs.insights.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The modes of the {@code parse} command. A row that does not match continues without the fields. */
final class ParseStages {

    private ParseStages() {}

    /** Extracts values from the text of one row. */
    private interface Mode {
        void parse(Row row, String text);
    }

    private record Parse(Expression field, Mode mode) implements Stage {

        @Override
        public boolean keepsRows() {
            return true;
        }

        @Override
        public Sink open(QueryRun run, Sink next) {
            return new Step(next) {
                @Override
                public boolean accept(Row row) {
                    String text = Values.string(field.of(row));
                    if (text != null) {
                        mode.parse(row, text);
                    }
                    return next.accept(row);
                }
            };
        }
    }

    /**
     * Literal parts with a wildcard between them. A wildcard matches as little as possible; a final one matches the
     * rest.
     */
    static Stage glob(Expression field, String pattern, List<String> names) {
        String[] parts = pattern.split("\\*", -1);
        return new Parse(field, (row, text) -> {
            int at = text.indexOf(parts[0]);
            if (at < 0) {
                return;
            }
            at += parts[0].length();
            String[] values = new String[names.size()];
            for (int i = 0; i < values.length; i++) {
                String literal = parts[i + 1];
                boolean rest = i == values.length - 1 && literal.isEmpty();
                int end = rest ? text.length() : text.indexOf(literal, at);
                if (end < 0) {
                    return;
                }
                values[i] = text.substring(at, end);
                at = end + literal.length();
            }
            for (int i = 0; i < values.length; i++) {
                row.put(names.get(i), values[i]);
            }
        });
    }

    /** A group of the expression and its field. */
    record Capture(String name, int group) {}

    static Stage regex(Expression field, Pattern pattern, List<Capture> captures) {
        return new Parse(field, (row, text) -> {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                capture(row, matcher, captures);
            }
        });
    }

    private static void capture(Row row, Matcher matcher, List<Capture> captures) {
        for (Capture capture : captures) {
            row.put(capture.name(), matcher.group(capture.group()));
        }
    }

    /** Makes a row of every match. */
    static Stage multi(Expression field, Pattern pattern, List<Capture> captures) {
        return (run, next) -> new Stage.Step(next) {
            @Override
            public boolean accept(Row row) {
                String text = Values.string(field.of(row));
                Matcher matcher = text == null ? null : pattern.matcher(text);
                if (matcher == null || !matcher.find()) {
                    return next.accept(row);
                }
                boolean more;
                do {
                    Row copy = row.copy();
                    capture(copy, matcher, captures);
                    more = next.accept(copy);
                } while (more && matcher.find());
                return more;
            }
        };
    }

    static Stage csv(Expression field, List<String> names) {
        return new Parse(field, (row, text) -> {
            List<String> values = csvValues(text);
            for (int i = 0; i < names.size() && i < values.size(); i++) {
                row.put(names.get(i), values.get(i));
            }
        });
    }

    /** Comma-separated values. A value in double quotes may contain commas, and doubled quotes for a quote. */
    private static List<String> csvValues(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                value.append(text.charAt(++i));
            } else if (c == '"' && (quoted || value.toString().isBlank())) {
                value.setLength(quoted ? value.length() : 0);
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString().strip());
        return values;
    }

    static Stage logfmt(Expression field, String name) {
        return new Parse(field, (row, text) -> row.put(name, logfmtValues(text)));
    }

    /** {@code key=value} pairs between blanks. A value with blanks is in double quotes. */
    private static @Nullable ObjectNode logfmtValues(String text) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '=' && text.charAt(end) != ' ') {
                end++;
            }
            String key = text.substring(at, end);
            at = end + 1;
            if (end < text.length() && text.charAt(end) == '=') {
                boolean quoted = at < text.length() && text.charAt(at) == '"';
                int close = text.indexOf(quoted ? '"' : ' ', quoted ? at + 1 : at);
                close = close < 0 ? text.length() : close;
                map.put(key, text.substring(quoted ? at + 1 : at, close));
                at = close + 1;
            }
        }
        return map.isEmpty() ? null : map;
    }
}
