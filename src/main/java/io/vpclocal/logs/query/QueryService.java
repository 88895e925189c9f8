package io.vpclocal.logs.query;

import io.vpclocal.logs.BackgroundWork;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.insights.InsightsQuery;
import io.vpclocal.logs.insights.MalformedQueryException;
import io.vpclocal.logs.insights.NotEmulatedException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;

/** The rules of queries. */
@Service
class QueryService {

    private final LogsQueries queries;
    private final BackgroundWork background;
    private final QueryRunner runner;
    private final EntityManager entities;
    private final Ids ids;
    private final Clock clock;

    QueryService(
            LogsQueries queries,
            BackgroundWork background,
            QueryRunner runner,
            EntityManager entities,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.background = background;
        this.runner = runner;
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    /** Compiles and stores a query, which runs after the call is answered. Returns its id. */
    String start(Call call, NewQuery query) {
        Scope scope = call.scope();
        long now = clock.millis();
        forgetOld(scope, now);
        if (queries.countGoing(scope.account(), scope.region(), now - LogsQueries.TIMEOUT_MILLIS)
                >= LogsLimits.CONCURRENT_QUERIES) {
            throw LogsErrors.limitExceeded();
        }
        String id = ids.uuid();
        queries.save(new QueryEntity(call, id, query, now));
        // At shutdown the query must not stay Scheduled.
        background.afterCommit(() -> runner.run(id), () -> runner.giveUp(id));
        return id;
    }

    /**
     * @throws io.vpclocal.protocol.AwsException {@code ResourceNotFoundException}, also after the results have expired
     */
    QueryEntity require(Scope scope, String queryId) {
        return queries.findByAccountAndRegionAndQueryId(scope.account(), scope.region(), queryId)
                .filter(query -> query.createdAt() >= clock.millis() - LogsLimits.QUERY_RESULT_LIFE.toMillis())
                .orElseThrow(() -> QueryErrors.queryNotFound(queryId));
    }

    /** The found rows; empty until the query has ended. */
    List<List<ResultField>> rows(QueryEntity query) {
        QueryResultEntity result = entities.find(QueryResultEntity.class, query.seq());
        return result == null ? List.of() : ResultRows.unpack(result.resultRows());
    }

    void stop(Scope scope, String queryId) {
        QueryEntity query = require(scope, queryId);
        entities.refresh(query, LockModeType.PESSIMISTIC_WRITE);
        if (!query.active()) {
            throw QueryErrors.notRunning(queryId);
        }
        query.end(QueryEntity.CANCELLED, clock.millis());
    }

    private void forgetOld(Scope scope, long now) {
        long time = now - LogsLimits.QUERY_RESULT_LIFE.toMillis();
        queries.deleteOlderResults(scope.account(), scope.region(), time);
        queries.deleteAll(queries.findOlder(scope.account(), scope.region(), time));
    }

    static void compile(String text) {
        try {
            InsightsQuery.compile(text);
        } catch (MalformedQueryException e) {
            throw QueryErrors.malformed(e);
        } catch (NotEmulatedException e) {
            throw LogsErrors.invalidParameter(String.valueOf(e.getMessage()));
        }
    }
}
