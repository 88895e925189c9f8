package io.vpclocal.logs.pattern;

import io.vpclocal.logs.SyntaxErrors;
import io.vpclocal.logs.pattern.grammar.PatternLexer;
import io.vpclocal.logs.pattern.grammar.PatternParser;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** The text of a pattern: parses it and translates the parser's positions and errors. */
final class Source {

    /** Deeper than any real pattern, and far below the limit of the parser's recursion. */
    private static final int MAX_PARENTHESES = 64;

    private final String text;

    Source(String text) {
        this.text = text;
    }

    PatternParser.PatternContext parse() {
        checkClosed('{', '}');
        checkClosed('[', ']');
        CommonTokenStream tokens = SyntaxErrors.tokens(new PatternLexer(CharStreams.fromString(text)));
        checkNesting(tokens);
        PatternParser parser = new PatternParser(tokens);
        SyntaxErrors.throwBy(parser, (offending, message) -> syntaxError(offending));
        return parser.pattern();
    }

    private void checkClosed(char open, char close) {
        String trimmed = text.strip();
        if (!trimmed.isEmpty() && trimmed.charAt(0) == open && trimmed.charAt(trimmed.length() - 1) != close) {
            throw InvalidPatternException.unclosed(open, close, text.indexOf(open));
        }
    }

    private void checkNesting(CommonTokenStream tokens) {
        int depth = 0;
        for (Token token : tokens.getTokens()) {
            if (token.getType() == PatternLexer.LPAREN && ++depth > MAX_PARENTHESES) {
                throw InvalidPatternException.syntax(offset(token));
            }
            if (token.getType() == PatternLexer.RPAREN) {
                depth--;
            }
        }
    }

    /** Offset of a token in UTF-16 units. The parser counts code points. */
    int offset(Token token) {
        return token.getType() == Token.EOF ? text.length() : text.offsetByCodePoints(0, token.getStartIndex());
    }

    /** The text in single or double quotes. A backslash escapes the next character. */
    static String unquote(String quoted) {
        String body = quoted.substring(1, quoted.length() - 1);
        if (quoted.charAt(0) == '\'' || body.indexOf('\\') < 0) {
            return body;
        }
        StringBuilder out = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            out.append(c == '\\' && i + 1 < body.length() ? body.charAt(++i) : c);
        }
        return out.toString();
    }

    private InvalidPatternException syntaxError(@Nullable Token token) {
        if (token == null || token.getType() == Token.EOF) {
            return InvalidPatternException.syntax(text.length());
        }
        boolean unstructured =
                !text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("[");
        if (unstructured || token.getType() == PatternLexer.OTHER) {
            return InvalidPatternException.character(token.getText(), offset(token));
        }
        if (token.getType() == PatternLexer.QUOTED) {
            int offset = offset(token);
            String selector = text.substring(Math.max(0, text.lastIndexOf('$', offset)), offset + 1);
            return InvalidPatternException.character(selector, offset);
        }
        return InvalidPatternException.syntax(offset(token));
    }
}
