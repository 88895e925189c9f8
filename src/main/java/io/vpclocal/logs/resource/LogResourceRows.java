package io.vpclocal.logs.resource;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LogResourceRows extends Repository<LogResourceEntity, Long> {

    LogResourceEntity save(LogResourceEntity resource);

    void delete(LogResourceEntity resource);

    @Query("select r from LogResourceEntity r where r.account = :account and r.region = :region"
            + " and r.kind = :kind and r.name = :name")
    Optional<LogResourceEntity> find(String account, String region, LogResourceKind kind, String name);

    @Query("select r from LogResourceEntity r where r.account = :account and r.region = :region"
            + " and r.kind = :kind order by r.name")
    List<LogResourceEntity> list(String account, String region, LogResourceKind kind);
}
