package io.vpclocal.logs.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The rows of a query, compressed. */
@Entity
@Table(name = "log_query_result")
class QueryResultEntity {

    @Id
    private long querySeq;

    @Column(nullable = false)
    private byte[] resultRows;

    @SuppressWarnings("NullAway.Init") // JPA
    protected QueryResultEntity() {}

    QueryResultEntity(long querySeq, byte[] resultRows) {
        this.querySeq = querySeq;
        this.resultRows = resultRows;
    }

    byte[] resultRows() {
        return resultRows;
    }
}
