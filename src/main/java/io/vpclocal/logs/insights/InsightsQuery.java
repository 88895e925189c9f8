package io.vpclocal.logs.insights;

import java.util.Iterator;
import java.util.List;

/**
 * A query in the CloudWatch Logs Insights query language. AWS documentation, CloudWatch Logs User Guide, "CloudWatch
 * Logs Insights language query syntax". Supported commands: fields, display, filter (where), stats, sort, limit, parse,
 * dedup, unnest, expand. Immutable: runs share no state.
 */
public final class InsightsQuery {

    private final String text;
    private final Plan plan;

    private InsightsQuery(String text, Plan plan) {
        this.text = text;
        this.plan = plan;
    }

    /**
     * @throws MalformedQueryException if the text is not a valid query
     * @throws NotEmulatedException if the query has a part that is not emulated
     */
    public static InsightsQuery compile(String text) {
        QuerySource source = new QuerySource(text);
        return new InsightsQuery(text, new QueryCompiler(source).compile(source.parse()));
    }

    /** Runs the query over records in any order. Only records that can be part of the result are kept in memory. */
    public QueryResult execute(Iterator<LogRecord> records, QueryRun run) {
        return plan.run(records, run);
    }

    /** The columns of the result in order, without {@code @ptr}. */
    public List<String> columns() {
        return plan.columns();
    }

    /** The query as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
