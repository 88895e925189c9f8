package io.vpclocal.identity.policy;

import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses strict JSON (RFC 8259) and keeps the offset of each value.
 *
 * <p>Refuses duplicate names, nesting beyond {@link PolicyLimits#MAX_DEPTH}, text beyond a limit (by default
 * {@link PolicyLimits#MAX_DOCUMENT_CHARS}), and characters outside TAB, LF, CR and U+0020 to U+00FF. One pass, linear
 * time.
 */
final class JsonParser {

    /** The text is not acceptable JSON at this offset. */
    static final class Failure extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;

        private final int offset;

        Failure(int offset) {
            super("Not JSON at offset " + offset, null, false, false);
            this.offset = offset;
        }

        int offset() {
            return offset;
        }
    }

    private final String text;
    private int at;

    private JsonParser(String text) {
        this.text = text;
    }

    static JsonNode parse(String text) throws Failure {
        return parse(text, PolicyLimits.MAX_DOCUMENT_CHARS);
    }

    static JsonNode parse(String text, int maxChars) throws Failure {
        if (text.length() > maxChars) {
            throw new Failure(maxChars);
        }
        JsonParser parser = new JsonParser(text);
        JsonNode node = parser.value(1);
        parser.skipSpace();
        if (parser.at < text.length()) {
            throw parser.failure();
        }
        return node;
    }

    private JsonNode value(int depth) throws Failure {
        skipSpace();
        if (depth > PolicyLimits.MAX_DEPTH) {
            throw failure();
        }
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> {
                JsonNode word = word("null");
                yield new JsonNode.Null(word.start(), word.end());
            }
            default -> number();
        };
    }

    private JsonNode members(int depth) throws Failure {
        int start = at++;
        Map<String, JsonNode> values = new LinkedHashMap<>();
        Map<String, Integer> nameStarts = new HashMap<>();
        skipSpace();
        if (peek() == '}') {
            return new JsonNode.Members(values, nameStarts, start, ++at);
        }
        while (true) {
            skipSpace();
            if (peek() != '"') {
                throw failure();
            }
            JsonNode.Text name = string();
            if (nameStarts.put(name.value(), name.start()) != null) {
                throw new Failure(name.start());
            }
            skipSpace();
            expect(':');
            values.put(name.value(), value(depth + 1));
            skipSpace();
            if (peek() == '}') {
                return new JsonNode.Members(values, nameStarts, start, ++at);
            }
            expect(',');
        }
    }

    private JsonNode elements(int depth) throws Failure {
        int start = at++;
        List<JsonNode> values = new ArrayList<>();
        skipSpace();
        if (peek() == ']') {
            return new JsonNode.Elements(values, start, ++at);
        }
        while (true) {
            values.add(value(depth + 1));
            skipSpace();
            if (peek() == ']') {
                return new JsonNode.Elements(values, start, ++at);
            }
            expect(',');
        }
    }

    private JsonNode.Text string() throws Failure {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (true) {
            char c = peek();
            if (c == '"') {
                return new JsonNode.Text(value.toString(), start, ++at);
            }
            if (c < ' ' || c > '\u00FF') {
                throw failure();
            }
            at++;
            value.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() throws Failure {
        char c = peek();
        int index = "\"\\/bfnrt".indexOf(c);
        if (index >= 0) {
            at++;
            return "\"\\/\b\f\n\r\t".charAt(index);
        }
        if (c != 'u') {
            throw failure();
        }
        at++;
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char hex = peek();
            int digit = hex < 128 ? Character.digit(hex, 16) : -1;
            if (digit < 0) {
                throw failure();
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private JsonNode word(String word) throws Failure {
        int start = at;
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return new JsonNode.Literal(word, start, at);
    }

    private JsonNode number() throws Failure {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return new JsonNode.Literal(text.substring(start, at), start, at);
    }

    private void digits() throws Failure {
        int first = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == first) {
            throw failure();
        }
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private void expect(char expected) throws Failure {
        if (peek() != expected) {
            throw failure();
        }
        at++;
    }

    private char peek() throws Failure {
        if (at >= text.length()) {
            throw failure();
        }
        return text.charAt(at);
    }

    private Failure failure() {
        return new Failure(at);
    }
}
