package io.vpclocal.flowlog.capture;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CapturedBatches extends Repository<CapturedTrafficEntity, Long> {

    CapturedTrafficEntity save(CapturedTrafficEntity batch);

    @Query("select distinct new io.vpclocal.protocol.Scope(b.account, b.region) from CapturedTrafficEntity b")
    List<Scope> findScopes();

    /** Batches that begin before an instant and that the flow log has not delivered up to it, oldest first. */
    @Query("select new io.vpclocal.flowlog.capture.OutstandingBatch("
            + "b.seq, b.earliest, b.latest, b.flows, b.capacity, coalesce(d.deliveredUntil, 0L))"
            + " from CapturedTrafficEntity b"
            + " left join DeliveredTrafficEntity d on d.batchSeq = b.seq and d.flowLogId = :flowLogId"
            + " where b.account = :account and b.region = :region and b.earliest < :until"
            + " and (d.deliveredUntil is null or (d.deliveredUntil <= b.latest and d.deliveredUntil < :until))"
            + " order by b.earliest, b.seq")
    List<OutstandingBatch> findOutstanding(String account, String region, String flowLogId, long until);

    @Query("select b.flows from CapturedTrafficBodyEntity b where b.seq = :seq")
    byte[] findFlows(long seq);

    @Query("select d from DeliveredTrafficEntity d where d.flowLogId = :flowLogId and d.batchSeq in :batches")
    List<DeliveredTrafficEntity> findDelivered(String flowLogId, Collection<Long> batches);

    /** Batches that ended before an instant and that every flow log of their scope has delivered. */
    @Query("select b.seq from CapturedTrafficEntity b"
            + " where b.account = :account and b.region = :region and b.latest < :before and not exists ("
            + "select f.resourceId from FlowLogEntity f where f.account = :account and f.region = :region"
            + " and not exists (select d.seq from DeliveredTrafficEntity d"
            + " where d.batchSeq = b.seq and d.flowLogId = f.resourceId and d.deliveredUntil > b.latest))")
    List<Long> findFinished(String account, String region, long before);

    @Query("select b.seq from CapturedTrafficEntity b"
            + " where b.account = :account and b.region = :region and b.latest < :before")
    List<Long> findOlder(String account, String region, long before);

    @Modifying
    @Query("delete from DeliveredTrafficEntity d where d.batchSeq in :batches")
    void deleteDelivered(Collection<Long> batches);

    @Modifying
    @Query("delete from CapturedTrafficBodyEntity b where b.seq in :batches")
    void deleteFlows(Collection<Long> batches);

    @Modifying
    @Query("delete from CapturedTrafficEntity b where b.seq in :batches")
    void deleteBatches(Collection<Long> batches);

    @Modifying
    @Query("delete from DeliveredTrafficEntity d where d.flowLogId = :flowLogId")
    void deleteDeliveredThrough(String flowLogId);
}
