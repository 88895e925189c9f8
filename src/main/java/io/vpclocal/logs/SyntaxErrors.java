package io.vpclocal.logs;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Throws the first syntax error that a parser finds, and nothing is printed. */
public final class SyntaxErrors extends BaseErrorListener {

    /** Makes AWS's error of a syntax error. */
    public interface Factory {

        /** @param offending the token that does not fit; null if the parser names none */
        RuntimeException of(@Nullable Token offending, String message);
    }

    private final Factory factory;

    private SyntaxErrors(Factory factory) {
        this.factory = factory;
    }

    /** All tokens of a text. The grammar has a token for every character, so the lexer finds no errors. */
    public static CommonTokenStream tokens(Lexer lexer) {
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        return tokens;
    }

    public static void throwBy(Parser parser, Factory factory) {
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors(factory));
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offendingSymbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException cause) {
        throw factory.of(offendingSymbol instanceof Token token ? token : null, message);
    }
}
