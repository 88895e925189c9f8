package io.vpclocal.logs.export;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExportTasks extends Repository<ExportTaskEntity, Long> {

    ExportTaskEntity saveAndFlush(ExportTaskEntity task);

    @Query("select t from ExportTaskEntity t where t.account = :account and t.region = :region order by t.seq desc")
    List<ExportTaskEntity> findAll(String account, String region);

    @Query("select t from ExportTaskEntity t where t.activeIn = :place")
    Optional<ExportTaskEntity> findActive(String place);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from ExportTaskEntity t where t.taskId = :id")
    Optional<ExportTaskEntity> lock(String id);

    @Query("select t.status from ExportTaskEntity t where t.taskId = :id")
    Optional<String> status(String id);
}
