package io.vpclocal.logs.insights;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.vpclocal.logs.SyntaxErrors;
import io.vpclocal.logs.insights.grammar.InsightsLexer;
import io.vpclocal.logs.insights.grammar.InsightsParser;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/** The text of a query: parses it and reports errors with their position. */
final class QuerySource {

    /** The deepest nesting of brackets and prefixes in one command. It limits the parser's recursion. */
    private static final int MAX_DEPTH = 200;

    /** The most operators in one command: a chain of them makes a tree of the same depth. */
    private static final int MAX_OPERATORS = 1000;

    private static final Set<Integer> OPENING =
            Set.of(InsightsLexer.LPAREN, InsightsLexer.LBRACKET, InsightsLexer.NOT, InsightsLexer.CARET);

    private static final Set<Integer> OPERATORS = Set.of(
            InsightsLexer.AND,
            InsightsLexer.OR,
            InsightsLexer.PLUS,
            InsightsLexer.MINUS,
            InsightsLexer.STAR,
            InsightsLexer.SLASH,
            InsightsLexer.PERCENT,
            InsightsLexer.CARET,
            InsightsLexer.EQ,
            InsightsLexer.NE,
            InsightsLexer.LT,
            InsightsLexer.LE,
            InsightsLexer.GT,
            InsightsLexer.GE,
            InsightsLexer.DOT,
            InsightsLexer.LBRACKET,
            InsightsLexer.LIKE,
            InsightsLexer.MATCHES,
            InsightsLexer.NOT);

    /** The commands of AWS documentation, "CloudWatch Logs Insights query commands", that are not emulated. */
    static final Map<String, String> NOT_EMULATED = Stream.of(
                    "SOURCE",
                    "accum",
                    "addtotals",
                    "anomaly",
                    "appendcols",
                    "autoregress",
                    "cidrlookup",
                    "countFrequent",
                    "diff",
                    "filldown",
                    "fillmissing",
                    "filterIndex",
                    "join",
                    "logcompare",
                    "lookup",
                    "outlier",
                    "pattern",
                    "relevantfields",
                    "sessionize",
                    "unmask")
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    private final String text;

    QuerySource(String text) {
        this.text = text;
    }

    InsightsParser.QueryContext parse() {
        CommonTokenStream tokens = SyntaxErrors.tokens(new InsightsLexer(CharStreams.fromString(text)));
        checkDepth(tokens);
        InsightsParser parser = new InsightsParser(tokens);
        SyntaxErrors.throwBy(parser, (offending, message) -> syntaxError(tokens, offending, message));
        return parser.query();
    }

    private void checkDepth(CommonTokenStream tokens) {
        int depth = 0;
        int operators = 0;
        for (Token token : tokens.getTokens()) {
            int type = token.getType();
            if (type == InsightsLexer.PIPE) {
                depth = 0;
                operators = 0;
            } else if (type == InsightsLexer.RPAREN || type == InsightsLexer.RBRACKET) {
                depth--;
            } else if (OPENING.contains(type)) {
                depth++;
            }
            if (OPERATORS.contains(type)) {
                operators++;
            }
            if (depth > MAX_DEPTH || operators > MAX_OPERATORS) {
                throw unexpected(token);
            }
        }
    }

    /** Rejects parts of AWS's language that are not emulated, even if the parser failed in the middle of a command. */
    private static void checkEmulated(TokenStream tokens, Token offending) {
        int begin = offending.getTokenIndex();
        while (begin > 0 && tokens.get(begin - 1).getType() != InsightsLexer.PIPE) {
            begin--;
        }
        String command = NOT_EMULATED.get(tokens.get(begin).getText().toLowerCase(Locale.ROOT));
        if (command != null) {
            throw NotEmulatedException.command(command);
        }
        boolean stats = tokens.get(begin).getType() == InsightsLexer.STATS;
        if (stats && offending.getText().equalsIgnoreCase("offset")) {
            throw NotEmulatedException.offset();
        }
        for (int i = begin; i < offending.getTokenIndex(); i++) {
            boolean list = tokens.get(i).getType() == InsightsLexer.IN
                    && tokens.get(i + 1).getType() == InsightsLexer.LPAREN;
            if (list && tokens.get(i + 2).getType() != Token.EOF) {
                throw NotEmulatedException.subquery();
            }
        }
    }

    /** The source text of a part of the tree. */
    String text(ParserRuleContext part) {
        return text.substring(start(part.getStart()), end(part.getStop()));
    }

    /** AWS's error for an unexpected token. */
    MalformedQueryException unexpected(Token token) {
        String symbol = token.getType() == Token.EOF ? "<EOF>" : token.getText();
        return new MalformedQueryException(
                "unexpected symbol found " + symbol + " at line " + token.getLine() + " and position "
                        + token.getCharPositionInLine(),
                start(token),
                end(token));
    }

    MalformedQueryException refuse(ParserRuleContext part, String message) {
        return new MalformedQueryException(message, start(part.getStart()), end(part.getStop()));
    }

    /** @param token a regular expression between slashes */
    Pattern regex(ParserRuleContext where, String token) {
        try {
            return Pattern.compile(token.substring(1, token.length() - 1).replace("\\/", "/"));
        } catch (PatternSyntaxException e) {
            throw refuse(where, "Invalid regular expression: " + e.getDescription());
        }
    }

    private int start(Token token) {
        return token.getType() == Token.EOF ? text.length() : text.offsetByCodePoints(0, token.getStartIndex());
    }

    private int end(@Nullable Token token) {
        return token == null || token.getType() == Token.EOF
                ? text.length()
                : text.offsetByCodePoints(0, token.getStopIndex() + 1);
    }

    /** A field name without its backticks. An at sign before them belongs to the name. */
    static String name(InsightsParser.NameContext name) {
        return name.getText().replace("`", "");
    }

    /** The text between quotes. A backslash escapes only quotes and itself. */
    static String unquote(String quoted) {
        String body = quoted.substring(1, quoted.length() - 1);
        if (body.indexOf('\\') < 0) {
            return body;
        }
        StringBuilder out = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\\' && i + 1 < body.length() && "\"'\\".indexOf(body.charAt(i + 1)) >= 0) {
                c = body.charAt(++i);
            }
            out.append(c);
        }
        return out.toString();
    }

    private RuntimeException syntaxError(TokenStream tokens, @Nullable Token offending, String message) {
        if (offending == null) {
            return new MalformedQueryException(message, text.length(), text.length());
        }
        checkEmulated(tokens, offending);
        return unexpected(offending);
    }
}
