package io.vpclocal.logs.query;

import io.vpclocal.logs.LogsLimits;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LogsQueries extends Repository<QueryEntity, Long> {

    long TIMEOUT_MILLIS = LogsLimits.QUERY_TIMEOUT.toMillis();

    QueryEntity save(QueryEntity query);

    void deleteAll(Iterable<QueryEntity> queries);

    Optional<QueryEntity> findByAccountAndRegionAndQueryId(String account, String region, String queryId);

    @Query("select g from QueryEntity q join q.groups g"
            + " where q.account = :account and q.region = :region and q.queryId = :queryId")
    List<String> groupsOf(String account, String region, String queryId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select q from QueryEntity q where q.queryId = :id")
    Optional<QueryEntity> lock(String id);

    @Query("select q.status from QueryEntity q where q.queryId = :id")
    Optional<String> status(String id);

    @Query("select count(q) from QueryEntity q where q.account = :account and q.region = :region"
            + " and q.status in ('Scheduled', 'Running') and q.createdAt > :since")
    long countGoing(String account, String region, long since);

    @Query("select q from QueryEntity q where q.account = :account and q.region = :region and q.createdAt < :time")
    List<QueryEntity> findOlder(String account, String region, long time);

    @Modifying
    @Query(
            "delete from QueryResultEntity r where r.querySeq in"
                    + " (select q.seq from QueryEntity q where q.account = :account and q.region = :region and q.createdAt < :time)")
    void deleteOlderResults(String account, String region, long time);
}
