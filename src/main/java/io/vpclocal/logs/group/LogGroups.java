package io.vpclocal.logs.group;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LogGroups extends Repository<LogGroupEntity, Long> {

    LogGroupEntity save(LogGroupEntity group);

    LogGroupEntity saveAndFlush(LogGroupEntity group);

    void delete(LogGroupEntity group);

    Optional<LogGroupEntity> findByAccountAndRegionAndName(String account, String region, String name);

    /** Locks the group. Callers lock it before they add or remove streams and filters. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select g from LogGroupEntity g where g.account = :account and g.region = :region and g.name = :name")
    Optional<LogGroupEntity> lock(String account, String region, String name);

    Optional<LogGroupEntity> findById(long seq);

    long countByAccountAndRegion(String account, String region);
}
