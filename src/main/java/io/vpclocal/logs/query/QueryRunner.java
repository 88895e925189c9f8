package io.vpclocal.logs.query;

import io.vpclocal.logs.BackgroundWork;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.logs.group.LogStreamService;
import io.vpclocal.logs.grouppolicy.Masking;
import io.vpclocal.logs.insights.InsightsQuery;
import io.vpclocal.logs.insights.QueryResult;
import io.vpclocal.logs.insights.QueryRun;
import io.vpclocal.logs.store.EventSearch;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Hibernate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one query from Scheduled to its end. Each step stores the state in a transaction of its own, so that any node
 * can read it and stop the query.
 */
@Component
class QueryRunner {

    private static final Logger LOG = LoggerFactory.getLogger(QueryRunner.class);

    private final LogsQueries queries;
    private final LogGroupService groups;
    private final LogStreamService streams;
    private final EventSearch search;
    private final Discovery discovery;
    private final Masking masking;
    private final EntityManager entities;
    private final Clock clock;
    private final BackgroundWork background;
    private final TransactionTemplate reading;

    QueryRunner(
            LogsQueries queries,
            LogGroupService groups,
            LogStreamService streams,
            EventSearch search,
            Discovery discovery,
            Masking masking,
            EntityManager entities,
            Clock clock,
            BackgroundWork background,
            PlatformTransactionManager transactions) {
        this.queries = queries;
        this.groups = groups;
        this.streams = streams;
        this.search = search;
        this.discovery = discovery;
        this.masking = masking;
        this.entities = entities;
        this.clock = clock;
        this.background = background;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    void run(String queryId) {
        try {
            begin(queryId)
                    .ifPresent(query ->
                            finish(queryId, Objects.requireNonNull(reading.execute(status -> execute(query)))));
        } catch (RuntimeException e) {
            LOG.error("Query {} failed", queryId, e);
            end(queryId, QueryEntity.FAILED);
        }
    }

    /** Marks a query that could not be started as failed. */
    void giveUp(String queryId) {
        end(queryId, QueryEntity.FAILED);
    }

    /** Starts the query. Empty if it was stopped or deleted before. */
    private Optional<QueryEntity> begin(String queryId) {
        return background.write(() -> {
            Optional<QueryEntity> query = queries.lock(queryId).filter(QueryEntity::active);
            query.ifPresent(QueryEntity::run);
            // The groups are read after this transaction, so they are loaded here.
            query.map(QueryEntity::groups).ifPresent(Hibernate::initialize);
            return query;
        });
    }

    private QueryResult execute(QueryEntity query) {
        List<LogGroupEntity> existing = query.groups().stream()
                .map(name -> groups.find(query.scope(), new LogGroupName(name)))
                .flatMap(Optional::stream)
                .toList();
        long now = clock.millis();
        QueryRun run = new QueryRun(
                query.startMillis(), query.endMillis(), now, query.maxRows(), () -> stopped(query.queryId()));
        try (Records records = new Records(
                search, streams, discovery, masking, existing, query.startMillis(), query.endMillis(), now)) {
            return InsightsQuery.compile(query.queryText()).execute(records, run);
        }
    }

    private boolean stopped(String queryId) {
        return queries.status(queryId).filter(QueryEntity.RUNNING::equals).isEmpty();
    }

    private void finish(String queryId, QueryResult result) {
        background.write(() -> {
            Optional<QueryEntity> present = queries.lock(queryId);
            present.ifPresent(query -> {
                query.count(result.statistics());
                if (query.active()) {
                    query.end(QueryEntity.COMPLETE, clock.millis());
                }
                entities.persist(new QueryResultEntity(query.seq(), ResultRows.pack(result.rows())));
            });
            return present;
        });
    }

    private void end(String queryId, String state) {
        background.write(() -> {
            Optional<QueryEntity> active = queries.lock(queryId).filter(QueryEntity::active);
            active.ifPresent(query -> query.end(state, clock.millis()));
            return active;
        });
    }
}
