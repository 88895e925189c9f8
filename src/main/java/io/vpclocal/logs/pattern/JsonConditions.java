package io.vpclocal.logs.pattern;

import io.vpclocal.logs.pattern.grammar.PatternParser;
import io.vpclocal.logs.pattern.grammar.PatternParser.JsonAndContext;
import io.vpclocal.logs.pattern.grammar.PatternParser.JsonConditionContext;
import io.vpclocal.logs.pattern.grammar.PatternParser.JsonOrContext;
import io.vpclocal.logs.pattern.grammar.PatternParser.SelectorContext;
import io.vpclocal.logs.pattern.grammar.PatternParser.StepContext;
import java.util.List;

/** Builds the condition of a JSON pattern and counts its wildcards. */
final class JsonConditions {

    /** AWS documentation, filter pattern quotas: wildcards in one selector and in a whole pattern. */
    private static final int MAX_WILDCARDS_OF_SELECTOR = 1;

    private static final int MAX_WILDCARDS = 3;

    private final PatternCompiler compiler;
    private final Source source;
    private int wildcards;

    JsonConditions(PatternCompiler compiler, Source source) {
        this.compiler = compiler;
        this.source = source;
    }

    JsonCondition or(JsonOrContext or) {
        List<JsonCondition> parts = or.jsonAnd().stream().map(this::and).toList();
        return parts.size() == 1 ? parts.get(0) : new JsonCondition.Or(parts);
    }

    private JsonCondition and(JsonAndContext and) {
        List<JsonCondition> parts =
                and.jsonCondition().stream().map(this::condition).toList();
        return parts.size() == 1 ? parts.get(0) : new JsonCondition.And(parts);
    }

    private JsonCondition condition(JsonConditionContext condition) {
        if (condition instanceof PatternParser.GroupContext group) {
            return or(group.jsonOr());
        }
        if (condition instanceof PatternParser.IsContext is) {
            return new JsonCondition.Is(selector(is.selector()), JsonCondition.Constant.valueOf(is.constant.getText()));
        }
        if (condition instanceof PatternParser.AbsentContext absent) {
            return new JsonCondition.Absent(selector(absent.selector()));
        }
        PatternParser.CompareContext compare = (PatternParser.CompareContext) condition;
        return new JsonCondition.Compare(selector(compare.selector()), compiler.test(compare));
    }

    private JsonSelector selector(SelectorContext selector) {
        List<JsonSelector.Step> steps = selector.step().stream().map(this::step).toList();
        long ofSelector = steps.stream().filter(JsonSelector.Step::isAll).count();
        wildcards += (int) ofSelector;
        if (ofSelector > MAX_WILDCARDS_OF_SELECTOR || wildcards > MAX_WILDCARDS) {
            throw InvalidPatternException.syntax(source.offset(selector.getStart()));
        }
        JsonSelector result = new JsonSelector(selector.getText(), steps);
        return result;
    }

    private JsonSelector.Step step(StepContext step) {
        if (step instanceof PatternParser.NamedContext named) {
            return new JsonSelector.Step(named.property().getText(), -1);
        }
        if (step instanceof PatternParser.QuotedKeyContext key) {
            return new JsonSelector.Step(Source.unquote(key.key.getText()), -1);
        }
        if (step instanceof PatternParser.ElementContext element) {
            String index = element.NAME().getText();
            if (!index.chars().allMatch(c -> c >= '0' && c <= '9') || index.length() > 9) {
                throw InvalidPatternException.character(
                        index, source.offset(element.NAME().getSymbol()));
            }
            return new JsonSelector.Step(null, Integer.parseInt(index));
        }
        return JsonSelector.Step.ALL;
    }
}
