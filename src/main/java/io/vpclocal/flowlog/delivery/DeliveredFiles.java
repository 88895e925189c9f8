package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.subscription.FlowLogDeleted;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DeliveredFiles extends Repository<DeliveredFileEntity, Long>, FlowLogDeleted {

    DeliveredFileEntity save(DeliveredFileEntity file);

    Optional<DeliveredFileEntity> findByFlowLogIdAndPeriodStart(String flowLogId, long periodStart);

    @Modifying
    @Query("delete from DeliveredFileEntity f where f.flowLogId = :flowLogId")
    void deleteOf(String flowLogId);

    @Override
    default void flowLogDeleted(FlowLogEntity flowLog) {
        deleteOf(flowLog.id());
    }
}
