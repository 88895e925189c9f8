package io.vpclocal.logs.query;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.logs.insights.QueryRun;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueriesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.StopQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StopQueryResponse;

@AwsController(AwsService.LOGS)
class QueryController {

    private final QueryService queries;
    private final QueryGroups groups;
    private final QueryListing listing;
    private final NextTokens tokens;
    private final Clock clock;

    QueryController(QueryService queries, QueryGroups groups, QueryListing listing, NextTokens tokens, Clock clock) {
        this.queries = queries;
        this.groups = groups;
        this.listing = listing;
        this.tokens = tokens;
        this.clock = clock;
    }

    @AwsAction(
            missing =
                    "the languages SQL and PPL, subqueries, the commands SOURCE, accum, addtotals, anomaly, appendcols,"
                            + " autoregress, cidrlookup, countFrequent, diff, filldown, fillmissing, filterIndex, join,"
                            + " logcompare, lookup, outlier, pattern, relevantfields, sessionize and unmask, the offset"
                            + " of stats, the functions rate and histogram, and the function unmask: sensitive data stays masked")
    StartQueryResponse startQuery(StartQueryRequest request, Call call) {
        requireInsights(request.queryLanguageAsString());
        String text = Constraints.require(request.queryString(), "queryString");
        Constraints.length("queryString", text, 0, LogsLimits.QUERY_LENGTH);
        QueryService.compile(text);
        long start = seconds("startTime", request.startTime());
        long end = seconds("endTime", request.endTime());
        if (end < start) {
            throw QueryErrors.endBeforeStart();
        }
        int limit = request.limit() == null
                ? QueryRun.DEFAULT_ROWS
                : Constraints.limit(request.limit(), "limit", QueryRun.MAX_ROWS);
        List<String> names = groups.of(request, call);
        groups.requireKept(call, names, end, text);
        NewQuery query = new NewQuery(text, names, start, end, limit);
        return StartQueryResponse.builder().queryId(queries.start(call, query)).build();
    }

    @AwsAction(missing = "results of queries that are still running")
    GetQueryResultsResponse getQueryResults(GetQueryResultsRequest request, Call call) {
        QueryEntity query = queries.require(call.scope(), id(request.queryId()));
        return GetQueryResultsResponse.builder()
                .queryLanguage(QueryWire.LANGUAGE)
                .results(queries.rows(query))
                .statistics(QueryWire.statistics(query))
                .status(query.status(clock.millis()))
                .build();
    }

    @AwsAction
    StopQueryResponse stopQuery(StopQueryRequest request, Call call) {
        queries.stop(call.scope(), id(request.queryId()));
        return StopQueryResponse.builder().success(true).build();
    }

    @AwsAction
    DescribeQueriesResponse describeQueries(DescribeQueriesRequest request, Call call) {
        int limit = Constraints.limit(request.maxResults(), "maxResults", LogsLimits.LISTED_PER_PAGE);
        String group = request.logGroupName() == null ? null : new LogGroupName(request.logGroupName()).value();
        QueryListing.Wanted wanted = new QueryListing.Wanted(group, request.statusAsString());
        List<?> question = List.of(wanted);
        String token = tokens.read(call, question, request.nextToken());
        long now = clock.millis();
        List<QueryEntity> found = QueryWire.LANGUAGE.equals(
                        Objects.requireNonNullElse(request.queryLanguageAsString(), QueryWire.LANGUAGE))
                ? listing.find(call.scope(), wanted, now, token == null ? null : Long.valueOf(token), limit + 1)
                : List.of();
        List<QueryEntity> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? String.valueOf(page.get(limit - 1).seq()) : null;
        return DescribeQueriesResponse.builder()
                .queries(page.stream().map(query -> QueryWire.info(query, now)).toList())
                .nextToken(tokens.write(call, question, next))
                .build();
    }

    static void requireInsights(@Nullable String language) {
        if (language != null && !language.equals(QueryWire.LANGUAGE)) {
            throw QueryErrors.otherLanguage(language);
        }
    }

    private static long seconds(String member, @Nullable Long time) {
        long seconds = Constraints.time(Constraints.require(time, member), member, 0);
        if (seconds > Long.MAX_VALUE / 2000) {
            throw LogsErrors.invalidParameter(member + " is out of range: " + seconds);
        }
        return seconds;
    }

    private static String id(@Nullable String queryId) {
        String id = Constraints.require(queryId, "queryId");
        Constraints.length("queryId", id, 1, 256);
        return id;
    }
}
