package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.grammar.InsightsParser;
import io.vpclocal.logs.insights.grammar.InsightsParserBaseVisitor;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the fields that an expression names outside aggregations. */
final class FieldReferences extends InsightsParserBaseVisitor<@Nullable Void> {

    private final Set<String> names = new LinkedHashSet<>();

    Set<String> names() {
        return names;
    }

    @Override
    public @Nullable Void visitField(InsightsParser.FieldContext field) {
        names.add(QuerySource.name(field.name()));
        return null;
    }

    @Override
    public @Nullable Void visitCall(InsightsParser.CallContext call) {
        return Aggregates.has(QuerySource.name(call.name())) ? null : visitChildren(call);
    }
}
