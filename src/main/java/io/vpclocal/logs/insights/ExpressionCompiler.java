package io.vpclocal.logs.insights;

import com.google.re2j.Pattern;
import io.vpclocal.logs.insights.grammar.InsightsParser;
import io.vpclocal.logs.insights.grammar.InsightsParser.CallContext;
import io.vpclocal.logs.insights.grammar.InsightsParser.ExpressionContext;
import io.vpclocal.logs.insights.grammar.InsightsParser.FieldContext;
import io.vpclocal.logs.insights.grammar.InsightsParser.PatternContext;
import io.vpclocal.logs.insights.grammar.InsightsParserBaseVisitor;
import io.vpclocal.logs.insights.value.Period;
import io.vpclocal.logs.insights.value.Structures;
import io.vpclocal.logs.insights.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles expressions to closures. Each instance compiles one command. */
final class ExpressionCompiler extends InsightsParserBaseVisitor<Expression> {

    private final QuerySource source;
    private final Scope scope;
    private final @Nullable List<Supplier<Accumulator>> aggregates;

    /** @param aggregates collects aggregations; null where the command allows none */
    ExpressionCompiler(QuerySource source, Scope scope, @Nullable List<Supplier<Accumulator>> aggregates) {
        this.source = source;
        this.scope = scope;
        this.aggregates = aggregates;
    }

    Expression compile(ExpressionContext expression) {
        String text = source.text(expression);
        if (scope.hasColumn(text)) {
            return row -> row.get(text);
        }
        return visit(expression);
    }

    @Override
    public Expression visitGroup(InsightsParser.GroupContext group) {
        return visit(group.expression());
    }

    @Override
    public Expression visitField(FieldContext field) {
        String name = QuerySource.name(field.name());
        if (name.equalsIgnoreCase("true") || name.equalsIgnoreCase("false")) {
            Boolean value = name.equalsIgnoreCase("true");
            return row -> value;
        }
        if (!scope.knows(name)) {
            throw source.refuse(field, "Invalid reference to field " + name + ", which stats does not pass on");
        }
        return row -> row.get(name);
    }

    @Override
    public Expression visitNumber(InsightsParser.NumberContext number) {
        // Kept as text: a long account id in a filter must not become a rounded number.
        String text = number.getText();
        return row -> text;
    }

    @Override
    public Expression visitString(InsightsParser.StringContext string) {
        String text = QuerySource.unquote(string.getText());
        return row -> text;
    }

    @Override
    public Expression visitPeriod(InsightsParser.PeriodContext period) {
        Period value = Period.parse(period.getText());
        if (value == null) {
            throw source.unexpected(period.getStart());
        }
        return row -> value;
    }

    @Override
    public Expression visitNegative(InsightsParser.NegativeContext negative) {
        Expression value = visit(negative.expression());
        return row -> Values.orNull(-Values.number(value.of(row)));
    }

    @Override
    public Expression visitPower(InsightsParser.PowerContext power) {
        Expression base = visit(power.expression(0));
        Expression exponent = visit(power.expression(1));
        return row -> Values.orNull(Math.pow(Values.number(base.of(row)), Values.number(exponent.of(row))));
    }

    @Override
    public Expression visitProduct(InsightsParser.ProductContext product) {
        return arithmetic(product.expression(0), product.operator, product.expression(1));
    }

    @Override
    public Expression visitSum(InsightsParser.SumContext sum) {
        return arithmetic(sum.expression(0), sum.operator, sum.expression(1));
    }

    private Expression arithmetic(ExpressionContext left, Token operator, ExpressionContext right) {
        Expression a = visit(left);
        Expression b = visit(right);
        return row -> {
            double x = Values.number(a.of(row));
            double y = Values.number(b.of(row));
            double result =
                    switch (operator.getType()) {
                        case InsightsParser.STAR -> x * y;
                        case InsightsParser.SLASH -> x / y;
                        case InsightsParser.PERCENT -> x % y;
                        case InsightsParser.PLUS -> x + y;
                        default -> x - y;
                    };
            return Double.isInfinite(result) ? null : Values.orNull(result);
        };
    }

    @Override
    public Expression visitComparison(InsightsParser.ComparisonContext comparison) {
        Expression left = visit(comparison.expression(0));
        Expression right = visit(comparison.expression(1));
        int operator = comparison.operator.getType();
        return switch (operator) {
            case InsightsParser.EQ -> row -> Values.equal(left.of(row), right.of(row));
            case InsightsParser.NE -> row -> unequal(left.of(row), right.of(row));
            default ->
                row -> {
                    Integer order = Values.compare(left.of(row), right.of(row));
                    return order != null && holds(operator, order);
                };
        };
    }

    /** UNVERIFIED: a missing field is unequal to every value. A structure cannot be compared. */
    private static boolean unequal(@Nullable Object left, @Nullable Object right) {
        return !(left instanceof JsonNode) && !(right instanceof JsonNode) && !Values.equal(left, right);
    }

    private static boolean holds(int operator, int order) {
        return switch (operator) {
            case InsightsParser.LT -> order < 0;
            case InsightsParser.LE -> order <= 0;
            case InsightsParser.GT -> order > 0;
            default -> order >= 0;
        };
    }

    @Override
    public Expression visitMembership(InsightsParser.MembershipContext membership) {
        Expression value = visit(membership.expression(0));
        List<Expression> members =
                membership.expression().stream().skip(1).map(this::visit).toList();
        boolean wanted = membership.NOT() == null;
        return row -> {
            Object candidate = value.of(row);
            for (Expression member : members) {
                if (Values.equal(candidate, member.of(row))) {
                    return wanted;
                }
            }
            return !wanted;
        };
    }

    @Override
    public Expression visitLike(InsightsParser.LikeContext like) {
        Expression found = found(like.expression(), like.pattern());
        return like.NOT() == null ? found : row -> !Values.isTrue(found.of(row));
    }

    @Override
    public Expression visitMatches(InsightsParser.MatchesContext matches) {
        return found(matches.expression(), matches.pattern());
    }

    private Expression found(ExpressionContext subject, PatternContext pattern) {
        Expression value = visit(subject);
        if (pattern.REGEX() != null) {
            Pattern regex = source.regex(pattern, pattern.REGEX().getText());
            return row -> {
                String text = Values.string(value.of(row));
                return text != null && regex.matcher(text).find();
            };
        }
        String literal = pattern.STRING() == null
                ? null
                : QuerySource.unquote(pattern.STRING().getText());
        String field = literal == null ? QuerySource.name(pattern.name()) : "";
        return row -> {
            String text = Values.string(value.of(row));
            String part = literal == null ? Values.string(row.get(field)) : literal;
            return text != null && part != null && text.contains(part);
        };
    }

    @Override
    public Expression visitNegation(InsightsParser.NegationContext negation) {
        Expression value = visit(negation.expression());
        return row -> !Values.isTrue(value.of(row));
    }

    @Override
    public Expression visitConjunction(InsightsParser.ConjunctionContext conjunction) {
        Expression left = visit(conjunction.expression(0));
        Expression right = visit(conjunction.expression(1));
        return row -> Values.isTrue(left.of(row)) && Values.isTrue(right.of(row));
    }

    @Override
    public Expression visitDisjunction(InsightsParser.DisjunctionContext disjunction) {
        Expression left = visit(disjunction.expression(0));
        Expression right = visit(disjunction.expression(1));
        return row -> Values.isTrue(left.of(row)) || Values.isTrue(right.of(row));
    }

    @Override
    public Expression visitElement(InsightsParser.ElementContext element) {
        Expression list =
                element.expression() instanceof FieldContext field ? visitField(field) : visit(element.expression());
        String index = element.NUMBER().getText();
        return row -> Structures.step(list.of(row), index);
    }

    @Override
    public Expression visitMember(InsightsParser.MemberContext member) {
        Expression structure = visit(member.expression());
        String[] steps = member.name().QUOTED() == null
                ? QuerySource.name(member.name()).split("\\.")
                : new String[] {QuerySource.name(member.name())};
        return row -> {
            Object value = structure.of(row);
            for (String step : steps) {
                value = Structures.step(value, step);
            }
            return value;
        };
    }

    @Override
    public Expression visitCall(CallContext call) {
        String name = QuerySource.name(call.name());
        boolean star = call.argument().stream().anyMatch(argument -> argument.STAR() != null);
        if (Aggregates.has(name)) {
            return aggregate(call, name, star);
        }
        Functions.Definition function = Functions.named(name);
        if (function == null) {
            if (Aggregates.NOT_EMULATED.contains(name.toLowerCase(Locale.ROOT))) {
                throw NotEmulatedException.function(name);
            }
            throw source.refuse(call, "Unknown function: " + name);
        }
        int count = call.argument().size();
        if (star || count < function.least() || count > function.most()) {
            throw source.refuse(call, "Invalid arguments for function " + name + " : " + count);
        }
        if (name.toLowerCase(Locale.ROOT).equals("bin") && !scope.knows("@timestamp")) {
            throw source.refuse(call, "Invalid reference to field @timestamp, which stats does not pass on");
        }
        Expression[] arguments = call.argument().stream()
                .map(argument -> visit(argument.expression()))
                .toArray(Expression[]::new);
        return row -> {
            @Nullable Object[] values = new @Nullable Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].of(row);
            }
            return function.body().apply(row, values);
        };
    }

    private Expression aggregate(CallContext call, String name, boolean star) {
        if (aggregates == null) {
            throw source.refuse(call, "Aggregation function " + name + " can only be used in the stats command");
        }
        List<Expression> arguments = new ArrayList<>();
        if (!star) {
            ExpressionCompiler inner = new ExpressionCompiler(source, scope, null);
            call.argument().forEach(argument -> arguments.add(inner.visit(argument.expression())));
        }
        boolean starAllowed = name.equalsIgnoreCase("count") && call.argument().size() == 1;
        Supplier<Accumulator> accumulator = star && !starAllowed ? null : Aggregates.of(name, arguments);
        if (accumulator == null) {
            throw source.refuse(
                    call,
                    "Invalid arguments for function " + name + " : "
                            + call.argument().size());
        }
        int index = aggregates.size();
        aggregates.add(accumulator);
        return row -> row.aggregate(index);
    }
}
