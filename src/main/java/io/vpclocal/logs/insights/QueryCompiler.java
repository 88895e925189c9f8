package io.vpclocal.logs.insights;

import com.google.re2j.Pattern;
import io.vpclocal.logs.insights.RowStages.Named;
import io.vpclocal.logs.insights.grammar.InsightsParser;
import io.vpclocal.logs.insights.grammar.InsightsParser.CommandContext;
import io.vpclocal.logs.insights.grammar.InsightsParser.NameContext;
import io.vpclocal.logs.insights.grammar.InsightsParser.SelectionContext;
import io.vpclocal.logs.insights.grammar.InsightsParserBaseVisitor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Compiles the commands of a query to stages, in order, and determines the columns of the result. */
final class QueryCompiler extends InsightsParserBaseVisitor<Stage> {

    /** AWS documentation, "stats": the quota of stats commands in a query. */
    private static final int MAX_STATS = 10;

    private final QuerySource source;
    private final Scope scope = new Scope();
    private final List<Stage> stages = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> parsed = new LinkedHashSet<>();
    private @Nullable Set<String> displayed;
    private int stats;
    private boolean sorted;

    QueryCompiler(QuerySource source) {
        this.source = source;
    }

    Plan compile(InsightsParser.QueryContext query) {
        CommandOrder.check(source, query.command());
        for (CommandContext command : query.command()) {
            boolean needsOrder = command instanceof InsightsParser.DedupContext
                    || (command instanceof InsightsParser.LimitContext limit && limit.ANY() == null);
            if (needsOrder) {
                sortNewestFirst();
            }
            stages.add(visit(command));
        }
        boolean any = stages.stream().anyMatch(stage -> stage instanceof RowStages.Limit limit && limit.any());
        if (!any) {
            sortNewestFirst();
        }
        return new Plan(SortBounds.of(stages), outputColumns(), stats == 0);
    }

    private void sortNewestFirst() {
        if (!sorted && stats == 0) {
            stages.add(SortStage.newestFirst());
            sorted = true;
        }
    }

    private List<String> outputColumns() {
        if (displayed != null) {
            return List.copyOf(displayed);
        }
        Set<String> all = new LinkedHashSet<>(columns);
        if (all.isEmpty()) {
            all.addAll(List.of("@timestamp", "@message"));
        }
        all.addAll(parsed);
        return List.copyOf(all);
    }

    @Override
    public Stage visitFields(InsightsParser.FieldsContext fields) {
        return new RowStages.Compute(select(fields.selection(), columns));
    }

    @Override
    public Stage visitDisplay(InsightsParser.DisplayContext display) {
        displayed = new LinkedHashSet<>();
        return new RowStages.Compute(select(display.selection(), displayed));
    }

    /** Compiles selections, adds their columns, and returns those that have to be computed. */
    private List<Named> select(List<SelectionContext> selections, Collection<String> into) {
        ExpressionCompiler compiler = new ExpressionCompiler(source, scope, null);
        List<Named> computed = new ArrayList<>();
        for (SelectionContext selection : selections) {
            Named named = named(compiler, selection);
            into.add(named.name());
            if (selection.name() != null || !(selection.expression() instanceof InsightsParser.FieldContext)) {
                computed.add(named);
            }
        }
        return computed;
    }

    private Named named(ExpressionCompiler compiler, SelectionContext selection) {
        Expression value = compiler.compile(selection.expression());
        if (selection.name() != null) {
            return new Named(make(selection.name()), value);
        }
        String name = selection.expression() instanceof InsightsParser.FieldContext field
                ? QuerySource.name(field.name())
                : source.text(selection.expression());
        return new Named(name, value);
    }

    private String make(NameContext context) {
        String name = QuerySource.name(context);
        if (!scope.make(name)) {
            throw source.refuse(context, "Ephemeral field is already defined: " + name);
        }
        return name;
    }

    @Override
    public Stage visitFilter(InsightsParser.FilterContext filter) {
        return new RowStages.Filter(new ExpressionCompiler(source, scope, null).compile(filter.expression()));
    }

    @Override
    public Stage visitStats(InsightsParser.StatsContext command) {
        if (++stats > MAX_STATS) {
            throw source.refuse(command, "A query can have no more than " + MAX_STATS + " stats commands");
        }
        List<Named> keys = new ArrayList<>();
        if (command.items().size() > 1) {
            ExpressionCompiler compiler = new ExpressionCompiler(source, scope, null);
            command.items(1).selection().forEach(key -> keys.add(named(compiler, key)));
        }
        List<Supplier<Accumulator>> aggregates = new ArrayList<>();
        List<Named> items = new ArrayList<>();
        Set<String> made = new LinkedHashSet<>();
        keys.forEach(key -> made.add(key.name()));
        for (SelectionContext item : command.items(0).selection()) {
            items.add(item(item, aggregates, made));
            made.add(items.get(items.size() - 1).name());
        }
        scope.narrowTo(made);
        columns.clear();
        columns.addAll(made);
        parsed.clear();
        displayed = null;
        return new StatsStage(keys, List.copyOf(aggregates), items);
    }

    /** Outside aggregations an item can only use earlier results of the same command. */
    private Named item(SelectionContext item, List<Supplier<Accumulator>> aggregates, Set<String> made) {
        int before = aggregates.size();
        Named named = named(new ExpressionCompiler(source, scope, aggregates), item);
        FieldReferences outside = new FieldReferences();
        outside.visit(item.expression());
        boolean known = made.containsAll(outside.names());
        if (!known || (aggregates.size() == before && outside.names().isEmpty())) {
            throw source.refuse(item, "The stats command needs an aggregation function: " + source.text(item));
        }
        return named;
    }

    @Override
    public Stage visitSort(InsightsParser.SortContext sort) {
        ExpressionCompiler compiler = new ExpressionCompiler(source, scope, null);
        sorted = true;
        return new SortStage(
                sort.sortKey().stream()
                        .map(key -> new SortStage.Key(
                                compiler.compile(key.expression()),
                                key.direction != null && key.direction.getType() == InsightsParser.DESC))
                        .toList(),
                SortStage.ALL);
    }

    @Override
    public Stage visitLimit(InsightsParser.LimitContext limit) {
        String text = limit.NUMBER().getText();
        int rows = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (rows < 1 || rows > QueryRun.MAX_ROWS) {
            throw source.refuse(limit, "The limit must be between 1 and " + QueryRun.MAX_ROWS + ": " + text);
        }
        return new RowStages.Limit(rows, limit.ANY() != null);
    }

    @Override
    public Stage visitDedup(InsightsParser.DedupContext dedup) {
        ExpressionCompiler compiler = new ExpressionCompiler(source, scope, null);
        return new RowStages.Dedup(dedup.path().stream()
                .map(path -> compiler.compile(path.expression()))
                .toList());
    }

    @Override
    public Stage visitUnnest(InsightsParser.UnnestContext unnest) {
        Expression list = new ExpressionCompiler(source, scope, null).compile(unnest.expression());
        return new RowStages.Unnest(list, make(unnest.name()));
    }

    /** AWS documentation, "expand": the elements of a JSON array replace it. */
    @Override
    public Stage visitExpand(InsightsParser.ExpandContext expand) {
        String field = QuerySource.name(expand.name());
        if (!scope.knows(field)) {
            throw source.refuse(expand, "Invalid reference to field " + field + ", which stats does not pass on");
        }
        return new RowStages.Unnest(row -> GeneralFunctions.array(row, field), field);
    }

    @Override
    public Stage visitParseGlob(InsightsParser.ParseGlobContext parse) {
        String pattern = QuerySource.unquote(parse.STRING().getText());
        long wildcards = pattern.chars().filter(c -> c == '*').count();
        if (wildcards != parse.name().size()) {
            throw source.refuse(
                    parse,
                    "The number of wildcards, " + wildcards + ", is not the number of fields, "
                            + parse.name().size());
        }
        return ParseStages.glob(parsedField(parse.path()), pattern, makeParsed(parse.name()));
    }

    @Override
    public Stage visitParseRegex(InsightsParser.ParseRegexContext parse) {
        Pattern pattern = source.regex(parse, parse.REGEX().getText());
        Expression field = parsedField(parse.path());
        List<ParseStages.Capture> captures = new ArrayList<>();
        if (parse.name().isEmpty()) {
            pattern.namedGroups().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(group -> captures.add(new ParseStages.Capture(group.getKey(), group.getValue())));
            captures.forEach(capture -> makeParsed(parse, capture.name()));
        } else {
            List<String> names = makeParsed(parse.name());
            for (int i = 0; i < names.size(); i++) {
                captures.add(new ParseStages.Capture(names.get(i), i + 1));
            }
        }
        if (captures.isEmpty() || pattern.groupCount() < captures.size()) {
            throw source.refuse(parse, "The regular expression does not have a group for every field");
        }
        boolean multi = parse.before != null || parse.after != null;
        return multi ? ParseStages.multi(field, pattern, captures) : ParseStages.regex(field, pattern, captures);
    }

    @Override
    public Stage visitParseLogfmt(InsightsParser.ParseLogfmtContext parse) {
        return ParseStages.logfmt(
                parsedField(parse.path()), makeParsed(List.of(parse.name())).get(0));
    }

    @Override
    public Stage visitParseCsv(InsightsParser.ParseCsvContext parse) {
        return ParseStages.csv(parsedField(parse.path()), makeParsed(parse.name()));
    }

    private Expression parsedField(InsightsParser.@Nullable PathContext path) {
        return path == null
                ? row -> row.get("@message")
                : new ExpressionCompiler(source, scope, null).compile(path.expression());
    }

    private List<String> makeParsed(List<NameContext> names) {
        return names.stream()
                .map(name -> makeParsed(name, QuerySource.name(name)))
                .toList();
    }

    private String makeParsed(ParserRuleContext where, String name) {
        if (!scope.make(name)) {
            throw source.refuse(where, "Ephemeral field is already defined: " + name);
        }
        parsed.add(name);
        return name;
    }
}
