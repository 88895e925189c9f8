package io.vpclocal.logs.query;

import io.vpclocal.logs.LogsEntity;
import io.vpclocal.logs.insights.QueryResult;
import io.vpclocal.protocol.Call;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A started query and its state. Its rows are stored separately. */
@Entity
@Table(name = "log_query")
class QueryEntity extends LogsEntity {

    static final String SCHEDULED = "Scheduled";
    static final String RUNNING = "Running";
    static final String COMPLETE = "Complete";
    static final String FAILED = "Failed";
    static final String CANCELLED = "Cancelled";
    static final String TIMEOUT = "Timeout";

    @Column(nullable = false, updatable = false, length = 64)
    private String queryId;

    @Column(nullable = false, updatable = false, length = 10_000)
    private String queryText;

    @Column(nullable = false, updatable = false)
    private long startTime;

    @Column(nullable = false, updatable = false)
    private long endTime;

    @Column(nullable = false, updatable = false)
    private int maxRows;

    @Column(nullable = false, updatable = false, length = 2048)
    private String caller;

    @Column(nullable = false, length = 16)
    private String status;

    @Column(nullable = false, updatable = false)
    private long createdAt;

    @Column(nullable = false)
    private long duration;

    @Column(nullable = false)
    private long recordsMatched;

    @Column(nullable = false)
    private long recordsScanned;

    @Column(nullable = false)
    private long bytesScanned;

    @ElementCollection
    @CollectionTable(name = "log_query_group", joinColumns = @JoinColumn(name = "query_seq"))
    @OrderColumn(name = "position")
    @Column(name = "group_name", nullable = false, length = 512)
    private List<String> groups = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected QueryEntity() {}

    QueryEntity(Call call, String queryId, NewQuery query, long createdAt) {
        super(call.scope());
        this.caller = call.caller().arn();
        this.queryId = queryId;
        this.queryText = query.text();
        this.startTime = query.startSeconds();
        this.endTime = query.endSeconds();
        this.maxRows = query.maxRows();
        this.groups.addAll(query.groups());
        this.status = SCHEDULED;
        this.createdAt = createdAt;
    }

    String queryId() {
        return queryId;
    }

    String queryText() {
        return queryText;
    }

    /** Start of the queried time, inclusive, milliseconds since 1970. */
    long startMillis() {
        return startTime * 1000;
    }

    /** End of the queried time, inclusive: the last millisecond of the end's second. */
    long endMillis() {
        return endTime * 1000 + 999;
    }

    int maxRows() {
        return maxRows;
    }

    String caller() {
        return caller;
    }

    long createdAt() {
        return createdAt;
    }

    long duration() {
        return duration;
    }

    long recordsMatched() {
        return recordsMatched;
    }

    long recordsScanned() {
        return recordsScanned;
    }

    long bytesScanned() {
        return bytesScanned;
    }

    List<String> groups() {
        return groups;
    }

    /** The state at this time. A running query whose process stopped counts as timed out after its time limit. */
    String status(long now) {
        return active() && now - createdAt > LogsQueries.TIMEOUT_MILLIS ? TIMEOUT : status;
    }

    boolean active() {
        return status.equals(SCHEDULED) || status.equals(RUNNING);
    }

    void run() {
        status = RUNNING;
    }

    void end(String newStatus, long now) {
        status = newStatus;
        duration = Math.max(0, now - createdAt);
    }

    void count(QueryResult.Statistics statistics) {
        recordsMatched = statistics.recordsMatched();
        recordsScanned = statistics.recordsScanned();
        bytesScanned = statistics.bytesScanned();
    }
}
