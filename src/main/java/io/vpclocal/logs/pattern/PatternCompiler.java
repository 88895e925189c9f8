package io.vpclocal.logs.pattern;

import io.vpclocal.logs.pattern.SpaceDelimitedMatcher.Slot;
import io.vpclocal.logs.pattern.grammar.PatternParser;
import io.vpclocal.logs.pattern.grammar.PatternParser.CompareContext;
import io.vpclocal.logs.pattern.grammar.PatternParser.FieldAndContext;
import io.vpclocal.logs.pattern.grammar.PatternParser.FieldConditionContext;
import io.vpclocal.logs.pattern.grammar.PatternParser.FieldOrContext;
import io.vpclocal.logs.pattern.grammar.PatternParser.SlotContext;
import io.vpclocal.logs.pattern.grammar.PatternParser.TermContext;
import io.vpclocal.logs.pattern.grammar.PatternParser.ValueContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Turns the parse tree of a filter pattern into its matcher, and checks the rules that the grammar cannot express. */
final class PatternCompiler {

    /** AWS documentation, filter pattern quotas: regular expressions in one delimited or JSON pattern. */
    private static final int MAX_REGEXES = 2;

    private final Source source;
    private int regexes;

    PatternCompiler(Source source) {
        this.source = source;
    }

    int regexes() {
        return regexes;
    }

    LineMatcher compile(PatternParser.PatternContext tree) {
        if (tree instanceof PatternParser.JsonContext json) {
            JsonConditions conditions = new JsonConditions(this, source);
            JsonCondition condition = conditions.or(json.jsonOr());
            return new JsonMatcher(condition);
        }
        if (tree instanceof PatternParser.SpaceDelimitedContext fields) {
            return spaceDelimited(fields.slots().slot());
        }
        if (tree instanceof PatternParser.RegexContext regex) {
            return new RegexMatcher(regex(regex.REGEX().getSymbol()));
        }
        if (tree instanceof PatternParser.TermsContext terms) {
            return terms(terms.term());
        }
        return TermsMatcher.everything();
    }

    private static LineMatcher terms(List<TermContext> terms) {
        List<String> required = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        for (TermContext term : terms) {
            String text = term.text.getType() == PatternParser.QUOTED
                    ? Source.unquote(term.text.getText())
                    : term.text.getText();
            if (term.prefix == null) {
                // Documented: a phrase of blanks matches every event.
                if (!text.isBlank()) {
                    required.add(text);
                }
            } else if (term.prefix.getType() == PatternParser.MINUS) {
                excluded.add(text);
            } else {
                optional.add(text);
            }
        }
        return new TermsMatcher(required, excluded, optional);
    }

    private LineMatcher spaceDelimited(List<SlotContext> slots) {
        List<List<Slot>> runs = new ArrayList<>();
        List<Slot> run = new ArrayList<>();
        // Empty brackets match any number of fields.
        boolean anything = slots.size() == 1 && slots.get(0).getChildCount() == 0;
        for (SlotContext slot : slots) {
            if (anything || slot.ELLIPSIS() != null) {
                runs.add(run);
                run = new ArrayList<>();
            } else {
                run.add(slot(slot));
            }
        }
        runs.add(run);
        return new SpaceDelimitedMatcher(runs);
    }

    private Slot slot(SlotContext slot) {
        if (slot.fieldOr() != null) {
            return new Slot(fieldName(slot.fieldOr()), fieldTest(slot.fieldOr()));
        }
        return new Slot(slot.NAME() == null ? null : slot.NAME().getText(), null);
    }

    /** All conditions of one slot belong to the same field. AWS rejects a slot that names two. */
    private String fieldName(FieldOrContext or) {
        String name = or.fieldAnd(0).fieldCondition(0).NAME().getText();
        for (FieldAndContext and : or.fieldAnd()) {
            for (FieldConditionContext condition : and.fieldCondition()) {
                if (!condition.NAME().getText().equals(name)) {
                    throw InvalidPatternException.syntax(
                            source.offset(condition.NAME().getSymbol()));
                }
            }
        }
        return name;
    }

    private ValueTest fieldTest(FieldOrContext or) {
        List<ValueTest> alternatives = new ArrayList<>();
        for (FieldAndContext and : or.fieldAnd()) {
            List<ValueTest> all = new ArrayList<>();
            for (FieldConditionContext condition : and.fieldCondition()) {
                all.add(test(condition.OP().getText(), condition.value()));
            }
            alternatives.add(compound(all, true));
        }
        return compound(alternatives, false);
    }

    private static ValueTest compound(List<ValueTest> tests, boolean all) {
        return tests.size() == 1 ? tests.get(0) : new ValueTest.Compound(tests.toArray(ValueTest[]::new), all);
    }

    ValueTest test(CompareContext compare) {
        return test(compare.OP().getText(), compare.value());
    }

    private ValueTest test(String operator, ValueContext value) {
        Token token = value.getStart();
        if (operator.equals("!=")) {
            return new ValueTest.Not(equality(token));
        }
        if (operator.equals("=")) {
            return equality(token);
        }
        String text = token.getText();
        if (token.getType() != PatternParser.BARE || !Numbers.isNumber(text, 0, text.length())) {
            throw InvalidPatternException.character(text, source.offset(token));
        }
        return number(NumberTest.Operator.of(operator), text);
    }

    private ValueTest equality(Token token) {
        String text = token.getText();
        if (token.getType() == PatternParser.REGEX) {
            return regex(token);
        }
        if (token.getType() == PatternParser.QUOTED) {
            return ValueTest.Glob.of(Source.unquote(text));
        }
        return Numbers.isNumber(text, 0, text.length())
                ? number(NumberTest.Operator.EQUAL, text)
                : ValueTest.Glob.of(text);
    }

    private static NumberTest number(NumberTest.Operator operator, String text) {
        return new NumberTest(operator, text, Numbers.parse(text, 0, text.length()));
    }

    private FilterRegex regex(Token token) {
        if (++regexes > MAX_REGEXES) {
            throw InvalidPatternException.syntax(source.offset(token));
        }
        String text = token.getText();
        return FilterRegex.compile(text.substring(1, text.length() - 1), source.offset(token) + 1);
    }
}
